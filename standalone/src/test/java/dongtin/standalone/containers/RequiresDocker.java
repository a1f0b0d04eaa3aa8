package dongtin.standalone.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** A test that needs a container engine: tagged {@code docker}; where none runs it is skipped, and one line says so. */
@Tag("docker")
@ExtendWith(RequiresDocker.Engine.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface RequiresDocker {

    /** Asks for an engine once. */
    final class Engine implements ExecutionCondition {

        private static final ConditionEvaluationResult RESULT = look();

        private static ConditionEvaluationResult look() {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                return ConditionEvaluationResult.enabled("a container engine runs");
            }
            System.out.println("skipped: the container tests, as no container engine runs here");
            return ConditionEvaluationResult.disabled("no container engine runs");
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return RESULT;
        }
    }
}

package dongtin.standalone;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One of the system's services, run in this JVM as a Spring Boot application with a context of its own.
 *
 * @param name what the operator reads while it starts
 * @param port the HTTP port it is to have on loopback
 * @param needsElasticsearch whether it asks Elasticsearch something while it starts; the others start while that still does
 * @param start its {@code start(String... arguments)}, which returns when it serves
 * @param arguments what it needs besides the port and the addresses of Kafka and Elasticsearch, such as {@code --a.b=c}
 */
record Service(
        String name,
        int port,
        boolean needsElasticsearch,
        Function<String[], ConfigurableApplicationContext> start,
        List<String> arguments) {

    Service {
        arguments = List.copyOf(arguments);
    }
}

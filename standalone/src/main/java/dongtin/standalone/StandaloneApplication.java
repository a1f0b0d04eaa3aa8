package dongtin.standalone;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The whole system in one command on one machine. Its own Spring context gives the settings and the logging only; the engines
 * and the services are {@link Standalone}'s.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StandaloneProperties.class)
public class StandaloneApplication {

    private static final int STOPS_WITHIN_SECONDS = 9;

    /** Starts the system and runs it until the process is told to end. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(Help.TEXT);
            return;
        }
        // Not closed: its logging is everybody's until the process ends.
        ConfigurableApplicationContext settings = new SpringApplicationBuilder(StandaloneApplication.class)
                .properties("spring.config.name=standalone")
                .registerShutdownHook(false)
                .run(arguments);
        run(settings.getBean(StandaloneProperties.class));
    }

    /** The services, in the order in which they start. */
    private static List<Service> services(Ports unused) {
        return List.of();
    }

    private static void run(StandaloneProperties properties) {
        var standalone = new Standalone(properties, StandaloneApplication::services, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(standalone), "standalone-stop"));
        if (properties.stopWithParent()) {
            stopWithParent();
        }
        try {
            standalone.start();
            Thread.currentThread().join();
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }

    // Maven passes on Ctrl-C and SIGTERM; of its own SIGKILL this process learns only by looking.
    private static void stopWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> Thread.ofPlatform()
                        .daemon()
                        .name("parent-watch")
                        .start(() -> {
                            parent.onExit().join();
                            System.exit(0);
                        }));
    }

    private static void stop(Standalone standalone) {
        var stopped = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("standalone-stop-limit").start(() -> haltUnless(stopped));
        standalone.close();
        stopped.countDown();
    }

    // Whatever hangs, nothing that was acknowledged is lost, and Elasticsearch's process ends with this one.
    private static void haltUnless(CountDownLatch stopped) {
        try {
            if (!stopped.await(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Not stopped within " + STOPS_WITHIN_SECONDS + " s; ending by force.");
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }
}

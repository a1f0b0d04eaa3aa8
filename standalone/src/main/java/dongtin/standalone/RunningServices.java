package dongtin.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** The services that run; closed in the reverse of the order in which they were started. One thread starts
 * them; another may close them meanwhile, and what comes up after that is closed at once. */
final class RunningServices implements AutoCloseable {

    private final Deque<ConfigurableApplicationContext> contexts = new ArrayDeque<>();
    private boolean closed; // guarded by contexts
    private final String kafka;
    private final String elasticsearch;

    RunningServices(String kafka, int elasticsearchPort) {
        this.kafka = kafka;
        this.elasticsearch = "http://127.0.0.1:" + elasticsearchPort;
        // One JVM has one set of loggers, and it is standalone's: a service would set up the console and the levels
        // anew.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    }

    /** Starts one more, and returns when it serves. */
    void start(Service service) {
        Stream<String> common = Stream.of(
                "--server.address=127.0.0.1",
                "--server.port=" + service.port(),
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--spring.elasticsearch.uris=" + elasticsearch,
                "--spring.main.banner-mode=off",
                // Or the first one's name would stand on the lines of all.
                "--logging.include-application-name=false",
                // The order of stopping is standalone's.
                "--spring.main.register-shutdown-hook=false",
                "--spring.lifecycle.timeout-per-shutdown-phase=2s");
        ConfigurableApplicationContext context = service.start()
                .apply(Stream.concat(common, service.arguments().stream()).toArray(String[]::new));
        synchronized (contexts) {
            if (!closed) {
                contexts.push(context);
                return;
            }
        }
        context.close();
    }

    @Override
    public void close() {
        synchronized (contexts) {
            closed = true;
            contexts.forEach(ConfigurableApplicationContext::close);
            contexts.clear();
        }
    }
}

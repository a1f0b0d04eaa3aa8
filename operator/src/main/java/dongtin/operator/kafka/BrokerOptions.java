package dongtin.operator.kafka;

import dongtin.operator.console.Trouble;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of how to reach the broker. */
public final class BrokerOptions {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:DONGTIN_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
            description = "The brokers to begin with, separated by commas; also DONGTIN_BOOTSTRAP_SERVERS in the"
                    + " environment (default: ${DEFAULT-VALUE}).")
    private String servers = "127.0.0.1:9092";

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Further settings of Kafka's clients, such as security.protocol and sasl.jaas.config.")
    private @Nullable Path config;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long to wait for the broker (default: ${DEFAULT-VALUE}).")
    private int timeout = 10;

    /**
     * The broker, which has answered.
     *
     * @throws Trouble if it has not
     */
    public Broker open() {
        var settings = new Properties();
        if (config != null) {
            try (Reader reader = Files.newBufferedReader(config)) {
                settings.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new Trouble("--command-config %s can not be read: %s".formatted(config, e), e);
            }
        }
        settings.put("bootstrap.servers", servers);
        return new Broker(servers, settings, Duration.ofSeconds(Math.max(1, timeout))).answered();
    }
}

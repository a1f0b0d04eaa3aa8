package dongtin.operator.kafka;

import java.time.Duration;
import java.util.Properties;

/** A broker for tests of what stands behind the commands. */
public final class TestBroker {

    private TestBroker() {}

    public static Broker of(String servers) {
        var settings = new Properties();
        settings.put("bootstrap.servers", servers);
        return new Broker(servers, settings, Duration.ofSeconds(10)).answered();
    }
}

package dongtin.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

class RunningServicesTests {

    private final List<String> events = new ArrayList<>();

    @Test
    void startInOrderWithTheirAddressesAndStopInReverse() {
        try (var services = new RunningServices("127.0.0.1:9", 10)) {
            services.start(service("first", 1));
            services.start(service("second", 2));
        }
        assertThat(events)
                .containsExactly(
                        "first on 127.0.0.1:1, 127.0.0.1:9, http://127.0.0.1:10, x=first",
                        "second on 127.0.0.1:2, 127.0.0.1:9, http://127.0.0.1:10, x=second",
                        "second stopped",
                        "first stopped");
    }

    private Service service(String name, int port) {
        ApplicationListener<ContextClosedEvent> stopped = event -> events.add(name + " stopped");
        return new Service(
                name,
                port,
                false,
                arguments -> {
                    var context = new SpringApplicationBuilder(Empty.class)
                            .web(WebApplicationType.NONE)
                            .listeners(stopped)
                            .run(arguments);
                    events.add(name + addresses(context.getEnvironment()));
                    return context;
                },
                List.of("--x=" + name));
    }

    private static String addresses(Environment settings) {
        return settings.resolveRequiredPlaceholders(
                " on ${server.address}:${server.port}, ${spring.kafka.bootstrap-servers}, ${spring.elasticsearch.uris}, x=${x}");
    }

    /** An application without anything. */
    static final class Empty {}
}

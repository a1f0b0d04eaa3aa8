package dongtin.enrich.stream;

import static dongtin.enrich.stream.RawStream.health;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class BrokerAwayIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void serviceStaysAliveIsNotReadyAndSaysWhatItWaitsFor() {
        try (var stream = new RawStream();
                var service = stream.service()) {
            awaitReadiness(service, "UP");

            stream.stopBroker();

            awaitReadiness(service, "DOWN");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(health(service, "")
                                    .at("/components/kafka/details/trouble")
                                    .asString())
                            .isNotEmpty());
            assertThat(health(service, "")
                            .at("/components/consuming/details/waitingFor")
                            .toString())
                    .contains("heartbeat");
            assertThat(health(service, "/liveness").path("status").asString()).isEqualTo("UP");
            assertThat(RawStream.get(service, "/actuator/prometheus")).contains("wire_kafka_up 0.0");
        }
    }

    private static void awaitReadiness(ConfigurableApplicationContext service, String status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                health(service, "/readiness").path("status").asString())
                        .isEqualTo(status));
    }
}

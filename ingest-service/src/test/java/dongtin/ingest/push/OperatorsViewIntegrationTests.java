package dongtin.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What operators see of intake: figures that add up, traces, health, log lines. */
@ExtendWith(OutputCaptureExtension.class)
class OperatorsViewIntegrationTests {

    private static PushService service;

    @BeforeAll
    static void start() {
        service = PushService.start(
                "--dongtin.ingest.feeds.mixed.provider=Hãng trộn",
                "--dongtin.ingest.feeds.mixed.push.token-sha256=" + PushService.DEMO_TOKEN,
                "--dongtin.ingest.feeds.mixed.push.per-second=1",
                "--dongtin.ingest.feeds.mixed.push.burst=120",
                "--dongtin.ingest.feeds.silent.provider=Hãng im",
                "--dongtin.ingest.feeds.silent.push.token-sha256=" + PushService.DEMO_TOKEN,
                "--dongtin.ingest.feeds.last.provider=Hãng cuối",
                "--dongtin.ingest.feeds.last.push.token-sha256=" + PushService.DEMO_TOKEN);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void fatesAddUpToArrivalsWhateverTheTraffic() {
        var random = new Random(11);
        int good = 0;
        int bad = 0;
        int limited = 0;
        for (int i = 0; i < 300; i++) {
            String item = "{\"uri\": \"urn:mixed:%d\", \"headline\": \"Tít\"}".formatted(i);
            int kind = random.nextInt(3);
            String body = switch (kind) {
                case 0 -> item;
                case 1 -> "[" + item + ", {\"uri\": \"x\"}]";
                default -> "{\"uri\": ";
            };
            int status = push("mixed", body).status();
            limited += status == 429 ? 1 : 0;
            good += status == 202 ? 1 : 0;
            bad += (status == 202 && kind == 1) || status == 400 ? 1 : 0;
        }

        assertThat(service.count("wire.ingest.accepted", "mixed")).isEqualTo(good);
        assertThat(service.count("wire.ingest.refused", "mixed")).isEqualTo(bad);
        assertThat(service.count("wire.ingest.failed", "mixed"))
                .isEqualTo(limited)
                .isPositive();
        assertThat(service.count("wire.push.limited", "mixed")).isEqualTo(limited);
        service.requireThatFatesAddUp("mixed");
    }

    @Test
    void traceOfAPushGoesOnWithItsItems() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String id = service.send(
                        service.toDemo().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"),
                        "{\"uri\": \"urn:traced\", \"headline\": \"Tít\"}")
                .accepted();

        var raw = service.records(Topics.RAW, id).getFirst();
        assertThat(new String(raw.headers().lastHeader("traceparent").value(), UTF_8))
                .matches("00-" + trace + "-[0-9a-f]{16}-01")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void refusedPushIsOneLineInTheLogWithoutItsTextAndItsToken(CapturedOutput log) {
        push("demo", "{\"uri\": \"urn:mat\", \"headline\": MAT-chua-cong-bo").refusedWith(400);
        push("demo", "[{\"uri\": \"urn:mat:2\", \"status\": \"MAT-chua-cong-bo\"}]")
                .refusedWith(422);
        push("demo", "[{\"uri\": \"urn:ok\", \"headline\": \"MAT-chua-cong-bo\"}, {\"uri\": \"x\"}]")
                .accepted();

        List<String> lines =
                log.getAll().lines().filter(line -> line.contains("feed demo")).toList();
        assertThat(lines).hasSize(3).allMatch(line -> line.contains("refused"));
        assertThat(log.getAll()).doesNotContain("chua-cong-bo").doesNotContain("demo-token");
    }

    @Test
    void feedThatNeverSentAnythingHasItsFiguresFromTheStart() {
        assertThat(service.get("/actuator/prometheus"))
                .contains(
                        "wire_ingest_received_total{feed=\"silent\"} 0.0",
                        "wire_ingest_failed_total{feed=\"silent\"} 0.0",
                        "wire_ingest_in_hand{feed=\"silent\"} 0.0",
                        "wire_ingest_last_accepted_seconds{feed=\"silent\"} NaN");
    }

    @Test
    void timeOfTheLastAcceptedItemIsKept() {
        double before = Instant.now().toEpochMilli() / 1000.0;
        push("last", "{\"uri\": \"urn:last\", \"headline\": \"Tít\"}").accepted();
        push("last", "{").refusedWith(400);

        assertThat(service.value("wire.ingest.last.accepted", "last"))
                .isBetween(before, Instant.now().toEpochMilli() / 1000.0);
    }

    @Test
    void healthHasTheBrokerTheCursorsAndWhetherItPublishes() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(service.health("")
                                .at("/components/kafka/details/nodes")
                                .asInt())
                        .isEqualTo(1));
        assertThat(service.health("").at("/components/cursors/status").asString())
                .isEqualTo("UP");
        assertThat(service.health("/readiness")
                        .at("/components/publishing/status")
                        .asString())
                .isEqualTo("UP");
    }

    private static PushService.Answer push(String feed, String body) {
        return service.send(
                service.to(feed)
                        .header("Authorization", "Bearer demo-token")
                        .header("Content-Type", "application/json"),
                body);
    }
}

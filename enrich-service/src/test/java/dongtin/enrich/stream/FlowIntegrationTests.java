package dongtin.enrich.stream;

import static dongtin.enrich.stream.RawStream.header;
import static dongtin.enrich.stream.RawStream.health;
import static dongtin.enrich.stream.RawStream.meter;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dongtin.message.Status;
import dongtin.message.Topics;
import dongtin.watch.MetersByFeed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What operators see of the stream: figures that add up, traces, health, log lines. */
@ExtendWith(OutputCaptureExtension.class)
class FlowIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static RawStream stream;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        stream = new RawStream();
        service = stream.service();
    }

    @AfterAll
    static void stop() {
        service.close();
        stream.close();
    }

    @Test
    void fatesAddUpToArrivalsByFeedWhateverTheTraffic() {
        var random = new Random(7);
        int unreadable = 0;
        int[] items = new int[3];
        for (int i = 0; i < 400; i++) {
            int feed = random.nextInt(4);
            if (feed == 3) {
                unreadable++;
                stream.send("sum-" + i, random.nextBoolean() ? null : "{\"id\": 7".getBytes(UTF_8));
            } else {
                items[feed]++;
                Status status = random.nextBoolean() ? Status.USABLE : Status.WITHHELD;
                stream.send("sum-" + i, RawStream.item("sum-" + i, status, "sum-" + feed));
            }
        }

        for (int feed = 0; feed < 3; feed++) {
            awaitSum("sum-" + feed, items[feed]);
            assertThat(meter(service, "wire.enrich.enriched", "sum-" + feed)).isEqualTo(items[feed]);
        }
        double failed = unreadable;
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(meter(service, "wire.enrich.failed", MetersByFeed.UNREADABLE))
                        .isGreaterThanOrEqualTo(failed));
        assertThat(stream.records(Topics.deadLetter(Topics.RAW), "sum-", unreadable))
                .hasSize(unreadable);
    }

    @Test
    void lagIsNoneOnceAllIsThrough() {
        stream.send("lag", RawStream.item("lag", Status.USABLE, "lag"));
        awaitSum("lag", 1);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.getBean(MeterRegistry.class)
                                .get("wire.enrich.lag")
                                .gauge()
                                .value())
                        .isZero());
    }

    @Test
    void traceOfARawItemGoesOnWithItsEnrichedOneAndItsDeadLetter() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        stream.send(
                "traced-good",
                RawStream.item("traced-good", Status.USABLE, "t"),
                "traceparent",
                "00-" + trace + "-00f067aa0ba902b7-01");
        stream.send("traced-bad", "{".getBytes(UTF_8), "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        stream.send("traced-not", RawStream.item("traced-not", Status.USABLE, "t"));

        var good = stream.records(Topics.ENRICHED, "traced-good", 1).getFirst();
        var bad = stream.records(Topics.deadLetter(Topics.RAW), "traced-bad", 1).getFirst();
        var own = stream.records(Topics.ENRICHED, "traced-not", 1).getFirst();
        assertThat(Stream.of(good, bad).map(record -> header(record, "traceparent")))
                .allMatch(value ->
                        value.matches("00-" + trace + "-[0-9a-f]{16}-01") && !value.contains("00f067aa0ba902b7"));
        assertThat(header(own, "traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]")
                .doesNotContain(trace);
        assertThat(bad.headers().headers("traceparent")).hasSize(1);
    }

    @Test
    void deadLetterIsOneLineInTheLogWithoutItsText(CapturedOutput log) {
        stream.send("logged", "{\"id\": MAT-chua-cong-bo}".getBytes(UTF_8));
        stream.records(Topics.deadLetter(Topics.RAW), "logged", 1);

        List<String> lines = log.getAll()
                .lines()
                .filter(line -> line.contains("dead-lettered"))
                .toList();
        assertThat(lines).singleElement().asString().contains("raw item dead-lettered");
        assertThat(log.getAll()).doesNotContain("chua-cong-bo");
    }

    @Test
    void healthHasTheBrokerAndTheConsumerAndReadinessTheConsumer() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                health(service, "/readiness").path("status").asString())
                        .isEqualTo("UP"));

        // Each part is looked at by itself, and a loaded machine may miss a look.
        await().atMost(SOON).untilAsserted(() -> {
            var all = health(service, "");
            assertThat(all.at("/components/kafka/status").asString()).isEqualTo("UP");
            assertThat(all.at("/components/consuming/details/partitions").asInt())
                    .isEqualTo(3);
            assertThat(RawStream.get(service, "/actuator/prometheus"))
                    .contains("wire_enrich_lag", "wire_kafka_up 1.0", "wire_enrich_in_hand{feed=\"(unreadable)\"} 0.0");
        });
    }

    private static void awaitSum(String feed, double received) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(meter(service, "wire.enrich.received", feed) - meter(service, "wire.enrich.returned", feed))
                    .isEqualTo(received);
            assertThat(meter(service, "wire.enrich.in.hand", feed)).isZero();
        });
        assertThat(Stream.of("enriched", "failed", "returned", "in.hand")
                        .mapToDouble(fate -> meter(service, "wire.enrich." + fate, feed))
                        .sum())
                .isEqualTo(meter(service, "wire.enrich.received", feed));
    }
}

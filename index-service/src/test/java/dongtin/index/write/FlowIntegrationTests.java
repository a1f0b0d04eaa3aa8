package dongtin.index.write;

import static dongtin.message.Status.CANCELED;
import static dongtin.message.Status.USABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.Elastic;
import dongtin.index.Wire;
import dongtin.message.EnrichedItem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators see of the writing: figures that add up, ages, health, log lines. */
@ExtendWith(OutputCaptureExtension.class)
class FlowIntegrationTests {

    private static final List<String> FATES = List.of("stored", "stale", "refused", "unreadable", "waiting");

    private static Elastic elastic;
    private static Wire wire;

    @BeforeAll
    static void start() {
        elastic = new Elastic(SharedElasticsearch.node().uri());
        elastic.reset();
        wire = new Wire(elastic.uri());
    }

    @AfterAll
    static void stop() {
        wire.close();
    }

    @Test
    void fatesAddUpToArrivalsWhateverTheTraffic() {
        var random = new Random(5);
        int messages = 300;
        push(Items.item("flow-before", 1, USABLE)); // so that its month is there to be blocked
        wire.awaitSettled();
        elasticsearchRefuses(true);
        for (int i = 0; i < messages; i++) {
            String id = "flow-" + random.nextInt(60);
            switch (random.nextInt(6)) {
                case 0 -> wire.push(id, "{\"item\": 7}".getBytes(StandardCharsets.UTF_8));
                case 1 -> wire.push(id, null);
                case 2 -> push(Items.refused(id));
                case 3 -> push(Items.item(id, 1 + random.nextInt(9), CANCELED));
                default -> push(Items.item(id, 1 + random.nextInt(9), USABLE));
            }
        }
        Wire.await().until(() -> wire.count("waiting") > 0);
        wire.takePartitionsAndGiveThemBack();
        elasticsearchRefuses(false);
        wire.awaitSettled();

        Wire.await().untilAsserted(() -> assertThat(inHand()).isZero());
        assertThat(FATES.stream().mapToLong(wire::count).sum()).isEqualTo(wire.count("received"));
        assertThat(wire.count("received") - wire.count("waiting"))
                .as("each message, and once more what moved with its partition before its offset did")
                .isGreaterThanOrEqualTo(wire.end("wire.enriched.v1"));
        assertThat(FATES).allSatisfy(fate -> assertThat(wire.count(fate)).isPositive());
        assertThat(wire.count("refused") + wire.count("unreadable"))
                .isEqualTo(wire.deadLetters().size());
        assertThat(ages("received").count()).isEqualTo(wire.count("stored"));
        assertThat(wire.count("tombstones")).isPositive().isLessThan(wire.count("stored"));
        assertThat(wire.count("embargo.unread")).isZero();
    }

    @Test
    void embargoAndAgeAreCountedByFeed() {
        long embargoed = wire.count("embargoed");
        push(Items.embargoed("flow-embargo", Instant.now().plusSeconds(3600)));
        push(Items.embargoed("flow-released", Instant.now().minusSeconds(3600)));
        wire.awaitSettled();

        Wire.await().until(() -> wire.count("embargoed") == embargoed + 1);
        double oldest = Duration.between(Items.RECEIVED, Instant.now()).toMillis();
        assertThat(ages("received").max(java.util.concurrent.TimeUnit.MILLISECONDS))
                .isCloseTo(oldest, within(60_000.0));
        assertThat(get("/actuator/prometheus"))
                .contains(
                        "wire_index_age_seconds_bucket{feed=\"demo\",from=\"received\",le=\"30.0\"}",
                        "wire_index_age_seconds_bucket{feed=\"demo\",from=\"created\",le=\"30.0\"}");
    }

    @Test
    void lagIsNoneOnceAllIsSettled() {
        push(Items.item("flow-lag", 1, USABLE));
        wire.awaitSettled();

        Wire.await()
                .untilAsserted(() -> assertThat(
                                registry().get("wire.index.lag").gauge().value())
                        .isZero());
    }

    @Test
    void deadLetterIsOneLineInTheLogWithoutItsText(CapturedOutput log) {
        String text = "{\"item\": {\"id\": \"flow-log\", \"urgency\": \"MAT-chua-cong-bo\"}}";
        wire.push("flow-log", text.getBytes(StandardCharsets.UTF_8));
        wire.awaitSettled();

        Wire.await()
                .untilAsserted(
                        () -> assertThat(log.getAll().lines().filter(line -> line.contains("message not indexed")))
                                .hasSize(1));
        assertThat(log.getAll()).doesNotContain("chua-cong-bo");
    }

    @Test
    void healthHasEachPartAndReadinessWhatWorkNeeds() {
        Wire.await()
                .untilAsserted(
                        () -> assertThat(health("/readiness").path("status").asString())
                                .isEqualTo("UP"));

        JsonNode all = health("").path("components");
        assertThat(Stream.of("kafka", "elasticsearch", "consuming", "writing")
                        .map(part -> all.path(part).path("status").asString()))
                .containsOnly("UP");
        Wire.await()
                .untilAsserted(() -> assertThat(get("/actuator/prometheus"))
                        .contains("wire_elasticsearch_up 1.0", "wire_kafka_up 1.0")
                        .containsPattern("wire_elasticsearch_disk_available_bytes\\{node=\"[^\"]+\"} [1-9]"));
    }

    /** As a disk that is too full makes it. */
    private static void elasticsearchRefuses(boolean refuses) {
        elastic.send(
                "PUT",
                "/news-all/_settings",
                "{\"index.blocks.read_only_allow_delete\": %s}".formatted(refuses ? "true" : "null"));
    }

    private static void push(EnrichedItem item) {
        wire.push(item.item().id(), Items.json(item));
    }

    private static double inHand() {
        return registry().get("wire.index.in.hand").gauges().stream()
                .mapToDouble(gauge -> gauge.value())
                .sum();
    }

    private static Timer ages(String from) {
        return registry()
                .get("wire.index.age")
                .tag("from", from)
                .tag("feed", "demo")
                .timer();
    }

    private static MeterRegistry registry() {
        return wire.service.getBean(MeterRegistry.class);
    }

    private static JsonNode health(String group) {
        return JsonMapper.shared().readTree(get("/actuator/health" + group));
    }

    private static String get(String path) {
        String port = wire.service.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

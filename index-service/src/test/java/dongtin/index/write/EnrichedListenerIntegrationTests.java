package dongtin.index.write;

import static dongtin.message.Status.CANCELED;
import static dongtin.message.Status.USABLE;
import static dongtin.message.Status.WITHHELD;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.Elastic;
import dongtin.index.Wire;
import dongtin.message.EnrichedItem;
import dongtin.message.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EnrichedListenerIntegrationTests {

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
    void itemIsStoredWithAllThatMayBeShown() {
        push(Items.item("stored", 1, USABLE));

        JsonNode source = document("stored").path("_source");
        assertThat(source.at("/people/0/titles/0").asString()).isEqualTo("Bí thư");
        assertThat(source.at("/documents/0/label").asString()).isEqualTo("Quy định 144-QĐ/TW");
        assertThat(source.at("/person/key/0").asString()).isEqualTo("tran-van-mau");
        assertThat(source.path("indexed").asString()).isNotEmpty();
        assertThat(source.toString()).doesNotContain("gọi cho ban biên tập");
    }

    @Test
    void newerVersionReplacesAndOlderLaterChangesNothing() {
        push(Items.item("replaced", 1, USABLE), Items.item("replaced", 3, USABLE), Items.item("replaced", 2, USABLE));

        assertThat(document("replaced").at("/_source/headline").asString()).isEqualTo("Tin số 3");
    }

    @Test
    void sameVersionIsWrittenAgain() {
        push(Items.item("again", 1, USABLE), Items.item("again", 1, USABLE));

        assertThat(document("again").path("_seq_no").asLong()).isPositive();
        assertThat(elastic.count("news", "again")).isEqualTo(1);
    }

    @Test
    void laterVersionOfAnotherMonthReplacesTheFirstWhereItStands() {
        push(Items.created("moved", 1, USABLE, Instant.parse("2026-10-31T16:59:59Z")));
        push(Items.created("moved", 2, USABLE, Instant.parse("2026-10-31T17:00:00Z")));
        push(Items.created("moved", 3, CANCELED, null));

        assertThat(document("moved").path("_index").asString()).isEqualTo("news-2026.10");
        assertThat(document("moved").at("/_source/version").asInt()).isEqualTo(3);
        assertThat(elastic.count("news-all", "moved")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1987-05-01T00:00:00Z, news-2000.01",
        "2024-02-29T16:00:00Z, news-2024.02",
        "2024-02-29T18:00:00Z, news-2024.03"
    })
    void articleStandsInTheMonthOfItsFirstPublicationInVietnam(Instant created, String index) {
        push(Items.created("month-" + created.getEpochSecond(), 1, USABLE, created));

        assertThat(document("month-" + created.getEpochSecond()).path("_index").asString())
                .isEqualTo(index);
    }

    @Test
    void timeToComeStandsInTheMonthOfToday() {
        push(Items.created("future", 1, USABLE, Instant.parse("2031-01-01T00:00:00Z")));

        assertThat(document("future").path("_index").asString())
                .startsWith("news-20")
                .isNotEqualTo("news-2031.01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12k", "1k2", "21k", "2k1", "k12", "k21"})
    void everyOrderOfAStoryAndItsKillEndsInTheSameTombstone(String order) {
        String id = "order-" + order;
        order.chars().forEach(c -> push(c == 'k' ? Items.item(id, 3, CANCELED) : Items.item(id, c - '0', USABLE)));

        JsonNode source = document(id).path("_source");
        assertThat(source.path("status").asString()).isEqualTo("canceled");
        assertThat(source.path("version").asLong()).isEqualTo(3);
        assertThat(source.has("headline")).isFalse();
        assertThat(elastic.count("news", id)).isZero();
        assertThat(elastic.count("news-all", id)).isEqualTo(1);
    }

    @Test
    void embargoedAndWithheldAreInvisibleToReaders() {
        push(Items.embargoed("embargoed", Instant.now().plusSeconds(3600)));
        push(Items.embargoed("released", Instant.now().minusSeconds(1)), Items.item("withheld", 1, WITHHELD));

        assertThat(List.of(elastic.count("news", "embargoed"), elastic.count("news-all", "embargoed")))
                .containsExactly(0L, 1L);
        assertThat(List.of(elastic.count("news", "withheld"), elastic.count("news-all", "withheld")))
                .containsExactly(0L, 1L);
        assertThat(elastic.count("news", "released")).isEqualTo(1);
    }

    @Test
    void badMessagesBecomeDeadLettersAndTheirNeighboursAreStored() {
        wire.push("good-1", Items.json(Items.item("good-1", 1, USABLE)));
        wire.push("unreadable", "{\"item\": 7}".getBytes(StandardCharsets.UTF_8));
        wire.push("empty", null);
        wire.push("refused", Items.json(Items.refused("refused")));
        push(Items.item("good-2", 1, USABLE));

        assertThat(List.of(elastic.count("news", "good-1"), elastic.count("news", "good-2")))
                .containsOnly(1L);
        assertThat(letter("unreadable")).contains("no EnrichedItem: Cannot construct");
        assertThat(letter("empty")).contains("without a value");
        assertThat(letter("refused")).contains("document_parsing_exception", "[received]");
        assertThat(document("refused").isEmpty()).isTrue();
    }

    @Test
    void deadLetterIsTheMessageAsItWasAndSaysWhereItCameFrom() {
        byte[] value = Items.json(Items.refused("as-it-was"));
        wire.push("as-it-was", value);
        wire.awaitSettled();

        var letter = wire.deadLetters().stream()
                .filter(l -> l.key().equals("as-it-was"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.value()).isEqualTo(value);
        assertThat(header(letter, Topics.ORIGIN_HEADER)).matches("wire\\.enriched\\.v1-0@\\d+");
        assertThat(header(letter, Topics.SCHEMA_VERSION_HEADER)).isEqualTo("1");
    }

    @Test
    void fullDiskIsWaitedOut() {
        push(Items.item("before-the-flood", 1, USABLE)); // so that its month is there to be blocked
        long waited = wire.count("waiting");
        elastic.send("PUT", "/news-all/_settings", "{\"index.blocks.read_only_allow_delete\": true}");
        wire.push("flood", Items.json(Items.item("flood", 1, USABLE)));
        Wire.await().until(() -> wire.count("waiting") > waited + 1);
        elastic.send("PUT", "/news-all/_settings", "{\"index.blocks.read_only_allow_delete\": null}");
        wire.awaitSettled();

        assertThat(elastic.count("news", "flood")).isEqualTo(1);
        assertThat(wire.deadLetters()).noneMatch(letter -> letter.key().equals("flood"));
        assertThat(wire.count("received")).isEqualTo(wire.end(Topics.ENRICHED) + wire.count("waiting"));
    }

    private static void push(EnrichedItem... items) {
        for (EnrichedItem item : items) {
            wire.push(item.item().id(), Items.json(item));
        }
        wire.awaitSettled();
    }

    private static JsonNode document(String id) {
        return elastic.document(id);
    }

    private static String letter(String key) {
        return wire.deadLetters().stream()
                .filter(letter -> letter.key().equals(key))
                .map(letter -> header(letter, Topics.REASON_HEADER))
                .findFirst()
                .orElse("no such letter");
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

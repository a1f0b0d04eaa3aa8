package dongtin.index.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.Elastic;
import dongtin.index.IndexApplication;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewsIndexIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final String MONTH = "news-2026.11";

    private static Elastic elastic;
    private static Rest5Client client;
    private static NewsIndex index;

    @BeforeAll
    static void connect() {
        elastic = new Elastic(SharedElasticsearch.node().uri());
        client = Rest5Client.builder(elastic.uri()).build();
        index = new NewsIndex(client, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void disconnect() throws IOException {
        client.close();
    }

    @BeforeEach
    void begin() {
        elastic.reset();
    }

    @Test
    void severalInstancesInstallAtOnceAndAgain() throws Exception {
        try (var instances = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> install = () -> {
                index.install();
                return true;
            };
            for (var done : instances.invokeAll(List.of(install, install, install, install))) {
                assertThat(done.get()).isTrue();
            }
        }
        index.install();

        JsonNode aliases = elastic.get("/" + MONTH + "/_alias").path(MONTH).path("aliases");
        assertThat(aliases.propertyNames()).containsExactlyInAnyOrder("news", "news-all");
        assertThat(aliases.at("/news/filter").toString()).contains("usable", "embargoed");
    }

    @Test
    void oneNodeIsEnoughForGreen() throws IOException {
        index.install();

        assertThat(elastic.get("/_cluster/health/news-*?wait_for_status=green&timeout=10s")
                        .path("status")
                        .asString())
                .isEqualTo("green");
    }

    @Test
    void fieldThatAnOlderIndexLacksIsAddedToIt() throws IOException {
        index.install();
        JsonNode mappings = mappings();
        begin();
        serving("{}");

        index.install();

        assertThat(mappings()).isEqualTo(mappings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"urgency\": {\"type\": \"keyword\"}} | urgency",
                "{\"people\": {\"type\": \"object\"}} | people",
                "{\"documents\": {\"type\": \"nested\", \"properties\": {\"key\": {\"type\": \"text\"}}}} | documents.key",
                "{\"headline\": {\"type\": \"text\", \"fields\": {\"folded\": {\"type\": \"keyword\"}}}} | headline.folded",
                "{\"headline\": {\"type\": \"text\", \"analyzer\": \"vi_folded\"}} | headline"
            })
    void incompatibleFieldEndsTheStartAndIsNamed(String properties, String field) throws IOException {
        serving(properties);

        assertThatThrownBy(() -> IndexApplication.start(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--spring.elasticsearch.uris=" + elastic.uri())
                        .close())
                .hasRootCauseInstanceOf(IncompatibleMapping.class)
                .rootCause()
                .hasMessageContaining("[" + field + "]")
                .hasMessageContaining("reindex");
        assertThat(elastic.get("/_index_template/news").path("status").asInt()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"news-2026.11", "news-2024.02"})
    void indexThatNobodyReadsYetIsRefusedAtTheStartAsWell(String month) {
        elastic.send("PUT", "/" + month, "{\"mappings\": {\"properties\": {\"urgency\": {\"type\": \"text\"}}}}");

        assertThatThrownBy(index::install)
                .isInstanceOf(IncompatibleMapping.class)
                .hasMessageContaining("[urgency] is text, not integer")
                .hasMessageContaining(month);
        assertThat(elastic.get("/_index_template/news").path("status").asInt()).isEqualTo(404);
    }

    @Test
    void indexOfAnotherGenerationIsNotAsked() throws IOException {
        index.install();
        elastic.send("PUT", "/news-2026.11-2", "{\"mappings\": {\"properties\": {\"urgency\": {\"type\": \"text\"}}}}");

        assertThatCode(index::install).doesNotThrowAnyException();
    }

    @Test
    void textThatIsReadInAnotherWayIsNamed() throws IOException {
        index.install();
        elastic.send("POST", "/" + MONTH + "/_close", "");
        elastic.send(
                "PUT",
                "/" + MONTH + "/_settings",
                "{\"analysis.filter.document_filler\": {\"type\": \"stop\", \"stopwords\": [\"số\"]}}");
        elastic.send("POST", "/" + MONTH + "/_open", "");

        assertThatThrownBy(index::install)
                .isInstanceOf(IncompatibleMapping.class)
                .hasMessageContaining("analysis.filter.document_filler.stopwords");
    }

    @Test
    void indexOfAVersionWithoutMonthsIsNotMixedWithMonths() {
        elastic.send("PUT", "/news-000001", "{\"aliases\": {\"news\": {}, \"news-all\": {}}}");

        assertThatThrownBy(index::install)
                .isInstanceOf(IncompatibleMapping.class)
                .hasMessageContaining("news-000001");
    }

    @Test
    void storiesAreFoundWhereTheirFirstVersionIs() throws Exception {
        index.install();
        var first = new Story("a", Instant.parse("2025-03-01T00:00:00Z"));
        var second = new Story("a", Instant.parse("2026-01-01T00:00:00Z"));
        var other = new Story("b", second.published());

        assertThat(index.indexes(List.of(first, second, other)))
                .containsExactly("news-2025.03", "news-2025.03", "news-2026.01");
        assertThat(index.indexes(List.of(other, second))).containsExactly("news-2026.01", "news-2025.03");
        assertThat(elastic.get("/news/_alias").propertyNames()).contains("news-2025.03", "news-2026.01", MONTH);
    }

    @Test
    void ofManyAtOnceOneDecidesTheMonth() throws Exception {
        index.install();
        try (var instances = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> versions = IntStream.range(0, 24)
                    .mapToObj(i -> new Story("raced", NOW.minus(30L * i, ChronoUnit.DAYS)))
                    .map(story -> (Callable<String>)
                            () -> index.indexes(List.of(story)).getFirst())
                    .toList();
            var indexes = new HashSet<String>();
            for (var done : instances.invokeAll(versions)) {
                indexes.add(done.get());
            }
            assertThat(indexes).hasSize(1);
        }
    }

    @Test
    void idThatElasticsearchDoesNotTakeCostsItsNeighboursNothing() throws IOException {
        index.install();

        assertThat(index.indexes(List.of(new Story("ă".repeat(300), NOW), new Story("c", NOW))))
                .containsExactly(MONTH, MONTH);
    }

    @Test
    void closedGenerationIsOpenedAfterAMinuteOnly() throws IOException {
        var now = new AtomicReference<>(NOW);
        var patient = new NewsIndex(client, new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        patient.install();
        elastic.send("PUT", "/news-months-1/_block/write", "");
        for (int seconds : new int[] {0, 30, 59}) {
            now.set(NOW.plusSeconds(seconds));
            patient.install();
            assertThatThrownBy(() -> patient.indexes(List.of(new Story("d", NOW))))
                    .hasMessageContaining("cluster_block_exception");
        }
        now.set(NOW.plusSeconds(61));
        patient.install();

        assertThat(patient.indexes(List.of(new Story("d", NOW)))).containsExactly(MONTH);
    }

    @Test
    void newAttemptTakesThePlaceOfAnEarlierOne() throws IOException {
        index.install();
        var earlier = new NewsIndex(client);
        NewGeneration first = earlier.beginGeneration();
        earlier.indexes(List.of(new Story("f", NOW)));
        NewGeneration second = new NewsIndex(client).beginGeneration();

        assertThat(first.ours()).isFalse();
        assertThat(second.ours()).isTrue();
        assertThat(second.number()).isEqualTo(3);
        assertThatThrownBy(() -> earlier.indexes(List.of(new Story("f", NOW)))).isInstanceOf(IOException.class);
        assertThat(elastic.get("/news-*-2/_count").path("count").asInt()).isZero();
    }

    @Test
    void whoStillWritesToAnOldGenerationMakesNoIndexForReaders() throws IOException {
        index.install();
        NewGeneration second = new NewsIndex(client).beginGeneration();
        second.serve();

        assertThatThrownBy(() -> index.indexes(List.of(new Story("e", Instant.parse("2025-05-05T00:00:00Z")))))
                .isInstanceOf(IOException.class);
        assertThat(elastic.get("/news-all/_alias").propertyNames()).doesNotContain("news-2025.05");
        index.install();
        assertThat(index.indexes(List.of(new Story("e", NOW)))).containsExactly(MONTH + "-2");
    }

    @Test
    void writingMakesNoIndexWithoutItsAliases() throws IOException {
        index.install();

        assertThat(elastic.send("PUT", "/news-2024.01/_doc/a", "{}")
                        .path("status")
                        .asInt())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi_exact | hoà thuỷ OÀ khoẻ | hòa thủy òa khỏe",
                "vi_exact | Đảng Ðảng đang | đảng đảng đang",
                "vi_folded | Nguyễn Văn Nên, Đắk Lắk | nguyen van nen dak lak",
                "document_folded | Quy định số 144-QĐ/TW năm 2024 | quy dinh 144 qd tw 2024"
            })
    void vietnameseIsReadAs(String analyzer, String text, String words) throws IOException {
        index.install();

        var request = "{\"analyzer\": \"%s\", \"text\": \"%s\"}".formatted(analyzer, text);
        assertThat(elastic.send("POST", "/" + MONTH + "/_analyze", request).findValuesAsString("token"))
                .containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"144-QĐ/TW", "144 QD TW", "144–qđ/tw", "144 - QÐ / TW"})
    void symbolIsTheSameInAnySpelling(String symbol) throws IOException {
        index.install();

        var request = "{\"normalizer\": \"symbol\", \"text\": \"%s\"}".formatted(symbol);
        assertThat(elastic.send("POST", "/" + MONTH + "/_analyze", request).findValuesAsString("token"))
                .containsExactly("144qdtw");
    }

    private static JsonNode mappings() {
        return elastic.get("/" + MONTH + "/_mapping").path(MONTH).path("mappings");
    }

    /** A generation that an earlier version of the service has made, with these fields. */
    private static void serving(String properties) throws IOException {
        JsonNode settings =
                IndexFiles.read("component-templates/news-analysis.json").at("/template/settings");
        var body = JsonMapper.shared().createObjectNode();
        body.set("settings", settings);
        body.putObject("mappings").set("properties", JsonMapper.shared().readTree(properties));
        body.putObject("aliases").putObject("news");
        body.withObject("/aliases").putObject("news-all");
        elastic.send("PUT", "/" + MONTH, body.toString());
        elastic.send("PUT", "/news-months-1", "{\"aliases\": {\"news-months\": {}}}");
    }
}

package dongtin.index.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.Elastic;
import dongtin.index.IndexApplication;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class NewsIndexIntegrationTests {

    private static Elastic elastic;
    private static Rest5Client client;
    private static NewsIndex index;

    @BeforeAll
    static void connect() {
        elastic = new Elastic(SharedElasticsearch.node().uri());
        client = Rest5Client.builder(elastic.uri()).build();
        index = new NewsIndex(client);
    }

    @AfterAll
    static void disconnect() throws IOException {
        client.close();
    }

    @BeforeEach
    void begin() {
        elastic.send("DELETE", "/news-000001", "");
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

        JsonNode aliases = elastic.get("/news-000001/_alias").at("/news-000001/aliases");
        assertThat(aliases.propertyNames()).containsExactlyInAnyOrder("news", "news-all");
        assertThat(aliases.at("/news/filter").toString()).contains("usable", "embargoed");
    }

    @Test
    void oneNodeIsEnoughForGreen() throws IOException {
        index.install();

        assertThat(elastic.get("/_cluster/health/news-000001?wait_for_status=green&timeout=10s")
                        .path("status")
                        .asString())
                .isEqualTo("green");
    }

    @Test
    void fieldThatAnOlderIndexLacksIsAddedToIt() throws IOException {
        index.install();
        JsonNode mappings = elastic.get("/news-000001/_mapping").at("/news-000001/mappings");
        elastic.send("DELETE", "/news-000001", "");
        elastic.send("DELETE", "/_index_template/news", "");
        JsonNode settings =
                IndexFiles.read("component-templates/news-analysis.json").at("/template/settings");
        elastic.send("PUT", "/news-000001", "{\"settings\": %s}".formatted(settings));

        index.install();

        assertThat(elastic.get("/news-000001/_mapping").at("/news-000001/mappings"))
                .isEqualTo(mappings);
    }

    @Test
    void incompatibleFieldEndsTheStartAndIsNamed() throws IOException {
        elastic.send("DELETE", "/_index_template/news", "");
        JsonNode settings =
                IndexFiles.read("component-templates/news-analysis.json").at("/template/settings");
        var mappings = "{\"properties\": {\"urgency\": {\"type\": \"keyword\"}}}";
        elastic.send("PUT", "/news-000001", "{\"settings\": %s, \"mappings\": %s}".formatted(settings, mappings));

        assertThatThrownBy(() -> IndexApplication.start(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--spring.elasticsearch.uris=" + elastic.uri())
                        .close())
                .hasRootCauseInstanceOf(IncompatibleMapping.class)
                .rootCause()
                .hasMessageContaining("urgency");
    }

    @Test
    void writingMakesNoIndexWithoutItsAliases() throws IOException {
        index.install();
        elastic.send("DELETE", "/news-000001", "");

        assertThat(elastic.send("PUT", "/news-000001/_doc/a", "{}")
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
        assertThat(elastic.send("POST", "/news-000001/_analyze", request).findValuesAsString("token"))
                .containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"144-QĐ/TW", "144 QD TW", "144–qđ/tw", "144 - QÐ / TW"})
    void symbolIsTheSameInAnySpelling(String symbol) throws IOException {
        index.install();

        var request = "{\"normalizer\": \"symbol\", \"text\": \"%s\"}".formatted(symbol);
        assertThat(elastic.send("POST", "/news-000001/_analyze", request).findValuesAsString("token"))
                .containsExactly("144qdtw");
    }
}

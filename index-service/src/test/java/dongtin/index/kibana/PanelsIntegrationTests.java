package dongtin.index.kibana;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.Elastic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What stands behind every panel and saved search, asked of a real node about {@link Week}. The answers were counted by hand. */
class PanelsIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FILES = Path.of("../ops/elasticsearch");
    private static final String INDEX = "news-2026.11";

    private static final String MAU = "Trần Văn Mẫu";
    private static final String VI = "Lê Thị Ví";
    private static final String DU = "Phạm Dụ";
    private static final String D144 = "Quy định 144-QĐ/TW (2024)";
    private static final String D18_2017 = "Nghị quyết 18-NQ/TW (2017)";
    private static final String D18_2022 = "Nghị quyết 18-NQ/TW (2022)";

    private static final Map<String, List<String>> ANSWERS = Map.ofEntries(
            entry("dongtin-newsroom-articles", List.of("5")),
            entry("dongtin-newsroom-sources", List.of("2")),
            entry("dongtin-newsroom-people", List.of("3")),
            entry("dongtin-newsroom-documents", List.of("3")),
            entry(
                    "dongtin-newsroom-volume",
                    List.of("VNE | 11-11 | 1", "VNE | 11-12 | 1", "VNE | 11-14 | 1", "TTXVN | 11-10 | 2")),
            entry(
                    "dongtin-newsroom-top-people",
                    List.of(MAU + " | 3 | 1 | 2", VI + " | 2 | 0 | 2", DU + " | 2 | 0 | 1")),
            entry(
                    "dongtin-newsroom-people-trend",
                    List.of(
                            MAU + " | 11-10 | 2",
                            MAU + " | 11-12 | 1",
                            VI + " | 11-10 | 1",
                            VI + " | 11-11 | 1",
                            DU + " | 11-11 | 1",
                            DU + " | 11-14 | 1")),
            entry(
                    "dongtin-newsroom-top-documents",
                    List.of(
                            D18_2022 + " | 2 | 0 | 2026-11-14T01:00:00.000Z",
                            D144 + " | 2 | 1 | 2026-11-10T02:00:00.000Z",
                            D18_2017 + " | 1 | 0 | 2026-11-10T02:00:00.000Z")),
            entry("dongtin-people-mentioned-with", List.of(MAU + " | 3", VI + " | 2", DU + " | 2")),
            entry(
                    "dongtin-people-co-mentions",
                    List.of(
                            MAU + " | " + MAU + " | 3",
                            MAU + " | " + VI + " | 1",
                            VI + " | " + VI + " | 2",
                            VI + " | " + DU + " | 1",
                            VI + " | " + MAU + " | 1",
                            DU + " | " + DU + " | 2",
                            DU + " | " + VI + " | 1")),
            entry(
                    "dongtin-people-offices-over-time",
                    List.of(
                            VI + " · Thứ trưởng | 11-10 | 1",
                            VI + " · Thứ trưởng | 11-11 | 1",
                            MAU + " · Bí thư Tỉnh ủy | 11-10 | 2",
                            DU + " · Giám đốc | 11-14 | 1",
                            MAU + " · Bộ trưởng | 11-12 | 1")),
            entry(
                    "dongtin-people-offices",
                    List.of(
                            VI + " · Thứ trưởng | 2026-11-10T01:00:00.000Z | 2026-11-11T01:00:00.000Z | 2",
                            MAU + " · Bí thư Tỉnh ủy | 2026-11-10T01:00:00.000Z | 2026-11-10T02:00:00.000Z | 2",
                            DU + " · Giám đốc | 2026-11-14T01:00:00.000Z | 2026-11-14T01:00:00.000Z | 1",
                            MAU + " · Bộ trưởng | 2026-11-11T17:00:00.000Z | 2026-11-11T17:00:00.000Z | 1")),
            entry(
                    "dongtin-documents-over-time",
                    List.of(
                            D18_2022 + " | 11-11 | 1",
                            D18_2022 + " | 11-14 | 1",
                            D144 + " | 11-10 | 2",
                            D18_2017 + " | 11-10 | 1")),
            entry("dongtin-documents-issuers", List.of("Ban Chấp hành Trung ương | 3", "Bộ Chính trị | 2")),
            entry(
                    "dongtin-documents-with-people",
                    List.of(
                            D18_2022 + " | " + DU + " | 2",
                            D18_2022 + " | " + VI + " | 1",
                            D144 + " | " + MAU + " | 2",
                            D144 + " | " + VI + " | 1",
                            D18_2017 + " | " + MAU + " | 1")),
            entry(
                    "dongtin-documents-cited-with",
                    List.of(
                            D18_2022 + " | " + D18_2022 + " | 2",
                            D144 + " | " + D144 + " | 2",
                            D144 + " | " + D18_2017 + " | 1",
                            D18_2017 + " | " + D18_2017 + " | 1",
                            D18_2017 + " | " + D144 + " | 1")),
            entry(
                    "dongtin-flow-fates",
                    List.of(
                            "Dùng được | 6 | 2",
                            "Chờ giờ phát | 1 | 1",
                            "Đã đính chính | 1 | 1",
                            "Đang giữ | 1 | 1",
                            "Đã rút | 1 | 1")),
            entry(
                    "dongtin-flow-arrivals",
                    List.of(
                            "rss | 11-11 | 1",
                            "rss | 11-12 | 1",
                            "rss | 11-13 | 1",
                            "rss | 11-14 | 1",
                            "wire | 11-10 | 2",
                            "wire | 11-12 | 1",
                            "wire | 11-13 | 1")),
            entry( // 11, 22, 33, 44 s; 66, 198, 264 s and one of unknown creation; Elasticsearch draws lines between
                    // them
                    "dongtin-flow-age-by-source",
                    List.of(
                            "TTXVN | 4 | 27500 | 42350 | 43670 | 38500 | 3850",
                            "VNE | 4 | 198000 | 257400 | 262680 | 234000 | 23100")),
            entry(
                    "dongtin-flow-age-over-time",
                    List.of(
                            "11-10 | 16500 | 21450 | 21890",
                            "11-11 | 66000 | 66000 | 66000",
                            "11-12 | 33000 | 33000 | 33000",
                            "11-13 | 121000 | 190300 | 196460",
                            "11-14 | 264000 | 264000 | 264000")),
            entry(
                    "dongtin-flow-handled-over-time",
                    List.of(
                            "11-10 | 1500 | 1950",
                            "11-11 | 6000 | 6000",
                            "11-12 | 7500 | 11550",
                            "11-13 | 11000 | 17300",
                            "11-14 | 24000 | 24000")),
            entry("dongtin-flow-tombstones", List.of("canceled | 11-12 | 1", "withheld | 11-13 | 1")),
            entry(
                    "dongtin-flow-embargoes",
                    List.of("TTXVN | 1 | 2999-01-01T00:00:00.000Z | 2999-01-01T00:00:00.000Z")));

    private static final Map<String, List<String>> FOUND = Map.of(
            "dongtin-latest", List.of("i", "d", "c", "b", "a"),
            "dongtin-by-person", List.of("i", "d", "c", "b", "a"),
            "dongtin-by-document", List.of("i", "c", "b", "a"),
            "dongtin-killed-and-corrected", List.of("i", "g", "f"),
            "dongtin-embargoed", List.of("h"));

    private static Elastic elastic;

    @BeforeAll
    static void index() throws IOException {
        elastic = new Elastic(SharedElasticsearch.node().uri());
        elastic.reset();
        put("component-templates", "/_component_template/");
        put("index-templates", "/_index_template/");
        send("PUT", "/" + INDEX, "{\"aliases\": %s}".formatted(Files.readString(FILES.resolve("aliases.json"))));
        Week.documents().forEach((id, document) -> send("PUT", "/" + INDEX + "/_doc/" + id, document));
        send("POST", "/" + INDEX + "/_refresh", "");
    }

    @AfterAll
    static void leaveNothing() {
        elastic.send("DELETE", "/" + INDEX, "");
    }

    @TestFactory
    Stream<DynamicTest> panelShows() {
        return KibanaObjects.of("lens").stream()
                .map(object -> DynamicTest.dynamicTest(
                        KibanaObjects.id(object),
                        () -> assertThat(shown(new Panel(object))).isEqualTo(ANSWERS.get(KibanaObjects.id(object)))));
    }

    @TestFactory
    Stream<DynamicTest> savedSearchFinds() {
        return KibanaObjects.of("search").stream()
                .map(object -> DynamicTest.dynamicTest(
                        KibanaObjects.id(object),
                        () -> assertThat(found(object)).isEqualTo(FOUND.get(KibanaObjects.id(object)))));
    }

    @Test
    void noPanelAndNoSearchIsWithoutAnAnswer() {
        var answered = new TreeSet<>(ANSWERS.keySet());
        answered.addAll(FOUND.keySet());

        assertThat(Stream.concat(KibanaObjects.of("lens").stream(), KibanaObjects.of("search").stream())
                        .map(KibanaObjects::id))
                .containsExactlyInAnyOrderElementsOf(answered);
    }

    @Test
    void chosenPersonIsShownWithThoseWhoAreMentionedWithHim() {
        var panel = new Panel(KibanaObjects.the("lens", "dongtin-people-mentioned-with"));

        assertThat(shown(panel, term("person.key", "tran-van-mau"))).containsExactly(MAU + " | 3", VI + " | 1");
    }

    @TestFactory
    Stream<DynamicTest> controlOffersWhatThereIs() {
        Map<String, List<String>> options = Map.of(
                "provider", List.of("TTXVN", "VNE"),
                "person.key", List.of("le-thi-vi", "pham-du", "tran-van-mau"),
                "document.key",
                        List.of("nghi-quyet-18-nq-tw-2017", "nghi-quyet-18-nq-tw-2022", "quy-dinh-144-qd-tw-2024"),
                "feed", List.of("rss", "wire"),
                "status", List.of("canceled", "usable", "withheld"));
        return KibanaObjects.of("dashboard").stream()
                .flatMap(dashboard -> KibanaObjects.inside(dashboard, "/attributes/controlGroupInput/panelsJSON")
                        .valueStream()
                        .map(control -> control.at("/explicitInput/fieldName").asString())
                        .map(field -> DynamicTest.dynamicTest(KibanaObjects.id(dashboard) + " " + field, () -> {
                            String search =
                                    "{\"size\": 0, \"aggs\": {\"options\": {\"terms\": {\"field\": \"%s\", \"order\": {\"_key\": \"asc\"}}}}}"
                                            .formatted(field);
                            JsonNode answer =
                                    send("POST", "/" + alias(KibanaObjects.dataView(dashboard)) + "/_search", search);
                            assertThat(answer.at("/aggregations/options/buckets")
                                            .findValuesAsString("key"))
                                    .isEqualTo(options.get(field));
                        })));
    }

    /** Why the reader's role names the kinds of search one by one. */
    @Test
    void aliasHidesFromSearchesWhatGettingByIdShows() {
        String hidden = "{\"query\": {\"ids\": {\"values\": [\"h\"]}}}";
        assertThat(send("POST", "/news/_search", hidden).at("/hits/total/value").asInt())
                .isZero();
        assertThat(send("POST", "/news/_search?scroll=1m", hidden)
                        .at("/hits/total/value")
                        .asInt())
                .isZero();
        assertThat(send("POST", "/news/_search", "{\"aggs\": {\"all\": {\"global\": {}}}}")
                        .at("/aggregations/all/doc_count")
                        .asInt())
                .isEqualTo(6);
        String point = send("POST", "/news/_pit?keep_alive=1m", "").path("id").asString();
        assertThat(send("POST", "/_search", "{\"pit\": {\"id\": \"%s\"}}".formatted(point))
                        .at("/hits/total/value")
                        .asInt())
                .isEqualTo(6);

        assertThat(send("GET", "/news/_doc/h", "").at("/_source/headline").asString())
                .isEqualTo("Tin h");
        assertThat(send("POST", "/news/_mget", "{\"ids\": [\"h\"]}")
                        .at("/docs/0/_source/headline")
                        .asString())
                .isEqualTo("Tin h");
    }

    private static List<String> shown(Panel panel, JsonNode... filters) {
        JsonNode view = KibanaObjects.the("index-pattern", KibanaObjects.dataView(panel.object()));
        String time = view.at("/attributes/timeFieldName").asString();
        String path = "/" + view.at("/attributes/title").asString() + "/_search";
        JsonNode answer =
                send("POST", path, panel.search(time, Week.RANGE, filters).toString());
        JsonNode before = panel.comparesWithBefore()
                ? send(
                        "POST",
                        path,
                        panel.search(time, Week.RANGE.previous(), filters).toString())
                : JSON.createObjectNode();
        return panel.rows(answer, before);
    }

    private static List<String> found(JsonNode search) {
        JsonNode view = KibanaObjects.the("index-pattern", KibanaObjects.dataView(search));
        ObjectNode body = JSON.createObjectNode().put("size", 100);
        var all = body.putObject("query").putObject("bool").putArray("filter");
        all.add(Kql.parse(KibanaObjects.kql(search)).query());
        all.addObject()
                .putObject("range")
                .putObject(view.at("/attributes/timeFieldName").asString())
                .put("gte", Week.RANGE.from().toString())
                .put("lt", Week.RANGE.until().toString());
        JsonNode sort = search.at("/attributes/sort/0");
        body.putArray("sort")
                .addObject()
                .put(sort.get(0).asString(), sort.get(1).asString());
        return send("POST", "/" + view.at("/attributes/title").asString() + "/_search", body.toString())
                .at("/hits/hits")
                .findValuesAsString("_id");
    }

    private static String alias(String view) {
        return KibanaObjects.the("index-pattern", view).at("/attributes/title").asString();
    }

    private static JsonNode term(String field, String value) {
        return JSON.readTree("{\"term\": {\"%s\": \"%s\"}}".formatted(field, value));
    }

    private static void put(String directory, String path) throws IOException {
        try (Stream<Path> files = Files.list(FILES.resolve(directory))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                send("PUT", path + name, Files.readString(file));
            }
        }
    }

    private static JsonNode send(String method, String path, String body) {
        JsonNode answer = elastic.send(method, path, body);
        assertThat(answer.has("error")).as("%s %s: %s", method, path, answer).isFalse();
        return answer;
    }
}

package dongtin.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dongtin.message.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job on the real broker, the real node and the real services: pushed, tagged, indexed, found. */
class EndToEndIntegrationTests {

    private static final Duration FOUND_WITHIN = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static Standalone standalone;
    private static Ports ports;

    @BeforeAll
    static void start() {
        standalone = new Standalone(
                Settings.anyFreePorts(data.toString()), StandaloneApplication::services, System.out::println);
        ports = standalone.start();
    }

    @AfterAll
    static void stop() {
        standalone.close();
    }

    @Test
    void samplesAreThereFromTheStart() {
        assertThat(data.resolve("samples-loaded")).exists();
        await().atMost(FOUND_WITHIN).until(() -> total("q=DTN") > 0 || total("source=Thông tấn Dòng Tin") > 10);
    }

    @Test
    void pushedDispatchIsFoundByPersonAndByDocument() throws Exception {
        String id = push("text/plain", """
                Thành phố mẫu triển khai quy định mới

                Hà Nội (DTN 2/3/2026) Ngày 2/3, ông Trần Văn Mẫu Thử, Bí thư Tỉnh ủy Quảng Trị, quán triệt Quy định 999-QĐ/TW của Bộ Chính trị.

                Lê Thử
                """);

        awaitTotal(1, "q=tran van mau thu");
        awaitTotal(1, "person=tran-van-mau-thu");
        awaitTotal(1, "person=Trần Văn Mẫu Thử&document=999 QD TW");
        JsonNode article = article(id);
        assertThat(article.at("/people/0/titles/0").asString()).isEqualTo("Bí thư Tỉnh ủy Quảng Trị");
        assertThat(article.at("/documents/0/symbol").asString()).isEqualTo("999-QĐ/TW");
        assertThat(article.at("/bylines/0").asString()).isEqualTo("Lê Thử");
    }

    @Test
    void modelArticleIsShownRight() throws Exception {
        Path seed = Path.of("../../shared/seed/article.txt");
        assumeTrue(Files.exists(seed), "skipped: the model article is not here (../shared/seed/article.txt)");
        String id = push("text/plain; charset=utf-8", Files.readString(seed));

        awaitTotal(1, "person=nguyen-van-nen&document=144-QĐ/TW");
        JsonNode article = article(id);

        assertThat(article.at("/dateline").toString())
                .isEqualTo("{\"place\":\"Thành phố Hồ Chí Minh\",\"agency\":\"TTXVN\",\"date\":\"2024-06-14\"}");
        assertThat(article.at("/bylines").toString()).isEqualTo("[\"Xuân Khu\"]");
        assertThat(article.at("/people")).hasSize(1);
        assertThat(article.at("/people/0/titles").toString())
                .isEqualTo("[\"Ủy viên Bộ Chính trị\",\"Bí thư Thành ủy Thành phố Hồ Chí Minh\"]");
        assertThat(article.at("/documents").values())
                .filteredOn(document -> document.hasNonNull("number"))
                .extracting(EndToEndIntegrationTests::summary)
                .containsExactly(
                        "kết luận 21 21-KL/TW Ban Chấp hành Trung ương 2021-10-25",
                        "quy định 144 144-QĐ/TW Bộ Chính trị 2024-05-09",
                        "quy định 148 148-QĐ/TW Bộ Chính trị 2024-05-23",
                        "kết luận 14 14-KL/TW Bộ Chính trị 2021-09-22",
                        "nghị định 73 73/2023/NĐ-CP Chính phủ -");
    }

    @Test
    void sameItemTwiceIsOneAndOnlyANewerVersionChangesIt() throws Exception {
        String id = push(2, "đầu tiên zxversion");
        assertThat(push(2, "đầu tiên zxversion")).isEqualTo(id);
        awaitTotal(1, "q=zxversion");

        push(3, "mới hơn zxversion");
        awaitTotal(1, "q=\"mới hơn zxversion\"");
        push(1, "cũ zxversion");
        push("application/json", item("urn:e2e:after", 1, "sau đó zxafter"));
        awaitTotal(1, "q=zxafter");

        assertThat(article(id).path("version").asLong()).isEqualTo(3);
        assertThat(total("q=zxversion")).isEqualTo(1);
    }

    @Test
    void killedElasticsearchLosesNothingAndDeadLettersNothing() throws Exception {
        for (int i = 0; i < 60; i++) {
            if (i % 25 == 5) {
                killElasticsearch();
            }
            push("application/json", item("urn:e2e:outage:" + i, 1, "mất điện zxoutage"));
        }

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> total("q=zxoutage") == 60);
        assertThat(messages(Topics.deadLetter(Topics.RAW))).isZero();
        assertThat(messages(Topics.deadLetter(Topics.ENRICHED))).isZero();
    }

    @Test
    void topicsAreThoseOfTheDesign() throws Exception {
        try (Admin kafka = admin()) {
            Set<String> names = kafka.listTopics().names().get();
            assertThat(names)
                    .contains(
                            "wire.original.v1",
                            "wire.raw.v1",
                            "wire.raw.v1-dlt",
                            "wire.enriched.v1",
                            "wire.enriched.v1-dlt");
        }
    }

    private static void killElasticsearch() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("org.elasticsearch"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static String push(long version, String headline) {
        return push("application/json", item("urn:e2e:versions", version, headline));
    }

    private static String item(String uri, long version, String headline) {
        return "{\"uri\": \"%s\", \"version\": %d, \"headline\": \"%s\"}".formatted(uri, version, headline);
    }

    /** Pushes a message of one item, again if told to, and gives its id. */
    private static String push(String type, String message) {
        HttpRequest request = HttpRequest.newBuilder(DemoFeed.items(ports.ingest()))
                .header("Authorization", "Bearer " + DemoFeed.TOKEN)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(message))
                .build();
        HttpResponse<String> answer = await().atMost(FOUND_WITHIN)
                .until(() -> HTTP.send(request, BodyHandlers.ofString()), sent -> sent.statusCode() != 503);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonMapper.shared().readTree(answer.body()).at("/items/0/id").asString();
    }

    private static void awaitTotal(long expected, String query) {
        await().atMost(FOUND_WITHIN)
                .untilAsserted(() -> assertThat(total(query)).isEqualTo(expected));
    }

    private static long total(String query) throws IOException, InterruptedException {
        var encoded = new StringBuilder();
        for (String parameter : query.split("&", -1)) {
            String[] sides = parameter.split("=", 2);
            encoded.append(sides[0])
                    .append('=')
                    .append(URLEncoder.encode(sides[1], UTF_8))
                    .append('&');
        }
        return desk("/v1/articles?" + encoded).path("total").asLong();
    }

    private static JsonNode article(String id) throws IOException, InterruptedException {
        return desk("/v1/articles/" + id);
    }

    private static JsonNode desk(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:%d%s".formatted(ports.desk(), path));
        var answer = HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String summary(JsonNode document) {
        return "%s %s %s %s %s"
                .formatted(
                        document.path("kind").asString(),
                        document.path("number").asString(),
                        document.path("symbol").asString("-"),
                        document.path("issuer").asString("-"),
                        document.path("date").asString("-"));
    }

    private static long messages(String topic) throws Exception {
        try (Admin kafka = admin()) {
            var described = kafka.describeTopics(Set.of(topic)).allTopicNames().get();
            Map<TopicPartition, OffsetSpec> ends = described.values().stream()
                    .flatMap(description -> description.partitions().stream())
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(topic, partition.partition()),
                            partition -> OffsetSpec.latest()));
            return kafka.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + ports.kafka()));
    }
}

package dongtin.index;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.template.NewsIndex;
import dongtin.index.write.Items;
import dongtin.message.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command, on a real broker and a real node, with a running service beside it. */
class ReindexIntegrationTests {

    private static final int STORIES = 1_500;

    private final Elastic elastic = new Elastic(SharedElasticsearch.node().uri());
    private Wire wire;

    @TempDir
    Path directory;

    @BeforeEach
    void start() {
        elastic.reset();
        wire = new Wire(elastic.uri());
        Wire.await().until(() -> serving().equals("news-months-1"));
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @Test
    void whatArrivesWhileItRunsIsInBothGenerations() throws Exception {
        push(0, STORIES);
        wire.awaitSettled();
        CompletableFuture<Integer> reindex = CompletableFuture.supplyAsync(this::reindex);
        int pushed = STORIES;
        while (!reindex.isDone()) {
            push(pushed, pushed + 20);
            wire.awaitSettled();
            pushed += 20;
        }
        wire.awaitSettled();

        assertThat(reindex).isCompletedWithValue(0);
        assertThat(serving()).isEqualTo("news-months-2");
        assertThat(stories("news-all")).isEqualTo(pushed).isEqualTo(stories("news-20*-2"));
        assertThat(stories("news-20*,-news-20*-*")).isBetween(STORIES + 1L, (long) pushed);
        assertThat(wire.end(Wire.DEAD_LETTERS)).isZero();
    }

    @Test
    void killedOneLeavesTheOldGenerationServingAndMayBeRepeated() throws Exception {
        push(0, STORIES);
        wire.awaitSettled();
        Process process = process();
        Wire.await().atMost(Duration.ofMinutes(3)).until(() -> stories("news-months-2") > 0);
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        assertThat(serving()).isEqualTo("news-months-1");
        assertThat(stories("news")).isEqualTo(STORIES);
        push(STORIES, STORIES + 1);
        wire.awaitSettled();
        assertThat(stories("news")).isEqualTo(STORIES + 1);

        assertThat(reindex("--delete-old")).isZero();
        assertThat(serving()).isEqualTo("news-months-3");
        assertThat(stories("news")).isEqualTo(STORIES + 1);
        assertThat(indexes()).allMatch(index -> index.endsWith("-3"));
    }

    @Test
    void newerVersionsAndKillsStayWhatTheyAre() {
        wire.push("story", Items.json(Items.item("story", 2, Status.USABLE)));
        wire.push("story", Items.json(Items.item("story", 1, Status.USABLE)));
        wire.push("killed", Items.json(Items.item("killed", 1, Status.CANCELED)));
        wire.push("killed", Items.json(Items.item("killed", 1, Status.USABLE)));
        wire.push("broken", "{".getBytes(StandardCharsets.UTF_8));
        wire.awaitSettled();

        assertThat(reindex()).isZero();
        wire.push("story", Items.json(Items.item("story", 3, Status.USABLE)));
        wire.awaitSettled();

        assertThat(elastic.document("story").at("/_source/version").asInt()).isEqualTo(3);
        assertThat(elastic.document("killed").at("/_source/status").asString()).isEqualTo("canceled");
        assertThat(stories("news-all")).isEqualTo(2);
    }

    @Test
    void generationWithAnotherMappingIsReplacedWhileItsServiceWaits() throws IOException {
        push(0, 3);
        wire.awaitSettled();
        elastic.send("PUT", "/news-all/_mapping", "{\"properties\": {\"clash\": {\"type\": \"keyword\"}}}");
        String index = indexes().stream()
                .filter(name -> name.startsWith("news-2"))
                .findFirst()
                .orElseThrow();
        assertThat(reindex()).isZero();

        try (var client = Rest5Client.builder(elastic.uri()).build()) {
            new NewsIndex(client).install();
        }
        JsonNode mappings = elastic.get("/" + index + "-2/_mapping");
        assertThat(mappings.toString()).doesNotContain("clash");
        assertThat(stories("news")).isEqualTo(3);
    }

    @Test
    void storyThatWouldBeLostStopsIt() {
        wire.push("refused", Items.json(Items.refused("refused")));
        push(0, 1);
        wire.awaitSettled();
        String index = elastic.document("s-0").path("_index").asString();
        elastic.send("PUT", "/" + index + "/_doc/refused", "{\"id\": \"refused\", \"status\": \"usable\"}");
        elastic.send("POST", "/news-all/_refresh", "");

        assertThat(reindex()).isEqualTo(1);
        assertThat(serving()).isEqualTo("news-months-1");
        assertThat(reindex("--leave-behind")).isZero();
        assertThat(stories("news-all")).isEqualTo(1);
    }

    @Test
    void storyThatTheTopicNoLongerHoldsStopsIt() {
        push(0, 1);
        wire.awaitSettled();
        elastic.send("PUT", "/news-months-1/_doc/old", "{\"month\": \"2024.01\"}");

        assertThat(reindex()).isEqualTo(1);
        assertThat(serving()).isEqualTo("news-months-1");
        push(1, 2);
        wire.awaitSettled();
        assertThat(stories("news-all")).isEqualTo(2);
    }

    @Test
    void helpAndBadArgumentsSaySo() {
        assertThat(ReindexCommand.run("--help")).isZero();
        assertThat(ReindexCommand.run("--delete-everything")).isEqualTo(2);
        assertThat(ReindexCommand.run("--spring.elasticsearch.uris=http://127.0.0.1:1", kafka()))
                .isEqualTo(1);
    }

    private void push(int from, int to) {
        for (int i = from; i < to; i++) {
            wire.push("s-" + i, Items.json(Items.item("s-" + i, 1, Status.USABLE)));
        }
    }

    private int reindex(String... options) {
        var arguments = new ArrayList<>(List.of(options));
        arguments.add(kafka());
        arguments.add(elasticsearch());
        return ReindexCommand.run(arguments.toArray(String[]::new));
    }

    private Process process() throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path arguments = Files.writeString(directory.resolve("java"), "-cp \"%s\"".formatted(classes));
        return new ProcessBuilder(
                        java,
                        "@" + arguments,
                        "-XX:TieredStopAtLevel=1",
                        "dongtin.index.IndexApplication",
                        "reindex",
                        kafka(),
                        elasticsearch())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
    }

    private String kafka() {
        return "--spring.kafka.bootstrap-servers=" + wire.brokers();
    }

    private String elasticsearch() {
        return "--spring.elasticsearch.uris=" + elastic.uri();
    }

    private String serving() {
        return String.join(",", elastic.get("/_alias/news-months").propertyNames());
    }

    private long stories(String target) {
        elastic.send("POST", "/" + target + "/_refresh", "");
        return elastic.get("/" + target + "/_count").path("count").asLong();
    }

    private List<String> indexes() {
        return elastic.get("/_cat/indices/news-*?h=index&format=json").findValuesAsString("index");
    }
}

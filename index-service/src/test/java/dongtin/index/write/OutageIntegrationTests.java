package dongtin.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.elasticsearch.ElasticsearchNode;
import dongtin.elasticsearch.NodeSettings;
import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.Elastic;
import dongtin.index.IndexApplication;
import dongtin.index.Wire;
import dongtin.message.Status;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageIntegrationTests {

    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(10);

    @TempDir
    Path data;

    @Test
    void killedInTheMidstOfWritingAndBackLoseNothingAndAreWrittenToWithin10Seconds() throws IOException {
        int port = freePort();
        URI uri = URI.create("http://127.0.0.1:" + port);
        try (var node = new ElasticsearchNode(new NodeSettings(Path.of("target/elasticsearch"), data, port));
                var wire = new Wire(uri, Wire.NO_SETTINGS)) { // with the waits of the real service
            push(wire, "before", 20);
            assertThat(wire.service.getBean(Readiness.class).health().getDetails())
                    .containsKey("waitingFor");
            node.start().awaitReady(Duration.ofSeconds(60));
            Wire.await().atMost(RESUMED_WITHIN).until(() -> wire.count("stored") > 0);

            push(wire, "up", 3_000);
            Wire.await().until(() -> wire.count("stored") > 100);
            node.kill();
            push(wire, "down", 200);
            Wire.await().until(() -> wire.count("waiting") > 0);
            long stored = wire.count("stored");
            node.start().awaitReady(Duration.ofSeconds(60));
            Wire.await().atMost(RESUMED_WITHIN).until(() -> wire.count("stored") > stored);
            wire.awaitSettled();

            assertThat(stories(node)).isEqualTo(3_220);
            assertThat(wire.end(Wire.DEAD_LETTERS)).isZero();
            // A batch that was written and not committed when the group changed comes again, and is counted again.
            assertThat(wire.count("received"))
                    .isEqualTo(wire.count("stored") + wire.count("stale") + wire.count("waiting"));
            assertThat(wire.service.getBean(Readiness.class).health().getDetails())
                    .isEmpty();
        }
    }

    @Test
    void stopAfterPartitionsMovedWhileElasticsearchWasAwayLosesNothing() throws IOException {
        int port = freePort();
        URI uri = URI.create("http://127.0.0.1:" + port);
        try (var node = new ElasticsearchNode(new NodeSettings(Path.of("target/elasticsearch"), data, port));
                var wire = new Wire(uri, Wire.NO_SETTINGS)) {
            node.start().awaitReady(Duration.ofSeconds(60));
            push(wire, "before", 20);
            wire.awaitSettled();
            node.kill();
            push(wire, "in-hand", 200);
            Wire.await().until(() -> wire.count("waiting") > 0);
            wire.takePartitionsAndGiveThemBack();
            wire.service.close(); // with what it had in hand
            node.start().awaitReady(Duration.ofSeconds(60));

            try (var next = wire.service(uri, "index")) {
                Wire.await().until(() -> stories(node) == 220);
                assertThat(next.isRunning()).isTrue();
            }
        }
    }

    @Test
    void withoutKafkaTheServiceStartsAndSaysWhatItWaitsFor() {
        try (var service = IndexApplication.start(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--spring.kafka.admin.operation-timeout=1s",
                "--spring.elasticsearch.uris=" + SharedElasticsearch.node().uri())) {
            var readiness = service.getBean(Readiness.class);

            Wire.await()
                    .untilAsserted(
                            () -> assertThat(String.valueOf(readiness.health().getDetails()))
                                    .contains("waitingFor=Kafka"));
        }
    }

    private static void push(Wire wire, String name, int stories) {
        for (int i = 0; i < stories; i++) {
            String id = name + "-" + i;
            wire.push(id, Items.json(Items.item(id, 1, Status.USABLE)));
        }
    }

    private static long stories(ElasticsearchNode node) {
        var elastic = new Elastic(node.uri());
        elastic.send("POST", "/news-all/_refresh", "");
        return elastic.get("/news/_count").path("count").asLong();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

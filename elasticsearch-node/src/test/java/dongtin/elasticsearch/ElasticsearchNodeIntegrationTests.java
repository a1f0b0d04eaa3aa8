package dongtin.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchNodeIntegrationTests {

    private static final Path HOME = Path.of("target", "elasticsearch");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DOCUMENT = "{\"headline\":\"Nghị quyết số 18-NQ/TW\"}";

    @Test
    void sharedNodeIsOneNode() throws Exception {
        assertThat(SharedElasticsearch.node()).isSameAs(SharedElasticsearch.node());
        assertThat(new Http(SharedElasticsearch.node()).get("/_cluster/health")).contains("\"number_of_nodes\":1");
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        String bound = new Http(SharedElasticsearch.node()).get("/_nodes/http,transport?filter_path=**.bound_address");
        assertThat(bound).contains("127.0.0.1:" + SharedElasticsearch.node().port());
        assertThat(bound.replaceAll("\"127\\.0\\.0\\.1:\\d+\"", "loopback"))
                .doesNotContain(":9")
                .doesNotContain("[::")
                .doesNotContain("0.0.0.0");
    }

    @Test
    void dataAndPortOutliveKillAndRestart(@TempDir Path data) throws Exception {
        try (var node = new ElasticsearchNode(new NodeSettings(HOME, data, 0))) {
            var http = new Http(node.start().awaitReady(SOON));
            int port = node.port();
            http.put("/news/_doc/1", DOCUMENT);
            node.kill();
            assertThat(node.running()).isFalse();
            assertThat(node.start().awaitReady(SOON).port()).isEqualTo(port);
            assertThat(http.get("/news/_doc/1")).contains("18-NQ/TW");
        }
        try (var node = new ElasticsearchNode(new NodeSettings(HOME, data, 0))) {
            assertThat(new Http(node.start().awaitReady(SOON)).get("/news/_doc/1"))
                    .contains("18-NQ/TW");
        }
    }

    @Test
    void takenPortIsTheReason(@TempDir Path data) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var node = new ElasticsearchNode(new NodeSettings(HOME, data, taken.getLocalPort()))) {
            assertThatExceptionOfType(NodeFailure.class)
                    .isThrownBy(() -> node.start().awaitReady(SOON))
                    .withMessageContaining("Address already in use")
                    .withMessageContaining("elasticsearch.log")
                    .withMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void unusableDataIsTheReason(@TempDir Path data) throws Exception {
        Files.writeString(data.resolve("nodes"), "not a directory");
        try (var node = new ElasticsearchNode(new NodeSettings(HOME, data, 0))) {
            assertThatExceptionOfType(NodeFailure.class)
                    .isThrownBy(() -> node.start().awaitReady(SOON))
                    .withMessageContaining(data.resolve("nodes").toString());
        }
    }

    @Test
    void dataIsForOneNodeAtATime() {
        Path data = SharedElasticsearch.node().log().resolve("../..").normalize();
        try (var second = new ElasticsearchNode(new NodeSettings(HOME, data, 0))) {
            assertThatExceptionOfType(NodeFailure.class)
                    .isThrownBy(second::start)
                    .withMessageContaining(data.toString());
        }
    }

    @Test
    void killedParentTakesItsNodeAlong(@TempDir Path data) throws Exception {
        Process parent = parentOfNode(data);
        try (Scanner said = new Scanner(parent.getInputStream(), UTF_8)) {
            ProcessHandle node = ProcessHandle.of(said.nextLong()).orElseThrow();
            parent.destroyForcibly().onExit().get(10, SECONDS);
            await().atMost(Duration.ofSeconds(15)).until(() -> !node.isAlive());
        } finally {
            parent.destroyForcibly();
        }
        ElasticsearchNode.awaitAbandoned(data);
    }

    private static Process parentOfNode(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        HOME.toString(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A process that starts a node, says its number, and would go on for ever. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            var node = new ElasticsearchNode(new NodeSettings(Path.of(arguments[0]), Path.of(arguments[1]), 0));
            System.out.println(node.start().awaitReady(SOON).pid());
            Thread.currentThread().join();
        }
    }
}

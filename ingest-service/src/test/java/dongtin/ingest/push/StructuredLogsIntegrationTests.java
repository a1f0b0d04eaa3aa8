package dongtin.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.IngestApplication;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of the service as the images run it. In a process of its own: the tests' logging is another one. */
class StructuredLogsIntegrationTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    Path directory;

    @Test
    void eachLineIsJsonAndARefusalHasItsFieldsAndNothingOfTheItem() throws Exception {
        int port = freePort();
        Path log = directory.resolve("log");
        Process service = started(port, log);
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> push(port) == 400);
        } finally {
            service.destroyForcibly().waitFor();
        }

        List<JsonNode> lines = Files.readString(log, UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines)
                .allMatch(line -> line.at("/service/name").asString().equals("ingest-service"))
                .filteredOn(line -> line.at("/feed").asString("").equals("demo"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.at("/log/level").asString()).isEqualTo("WARN");
                    assertThat(line.at("/http/response/status_code").asInt()).isEqualTo(400);
                    assertThat(line.at("/error/message").asString()).contains("no JSON");
                    assertThat(line.at("/traceId").asString()).isEqualTo(TRACE);
                });
        assertThat(log).content(UTF_8).doesNotContain("chua-cong-bo").doesNotContain("demo-token");
    }

    private static Process started(int port, Path log) throws IOException {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes")) // whose logging is for tests
                .collect(Collectors.joining(File.pathSeparator));
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classes,
                        IngestApplication.class.getName(),
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--spring.kafka.admin.operation-timeout=1s",
                        "--dongtin.ingest.feeds.demo.provider=Hãng",
                        "--dongtin.ingest.feeds.demo.push.token-sha256=" + PushService.DEMO_TOKEN)
                .redirectOutput(log.toFile());
        builder.environment().put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        return builder.start();
    }

    private static int push(int port) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:%d/v1/feeds/demo/items".formatted(port)))
                                    .header("Authorization", "Bearer demo-token")
                                    .header("Content-Type", "application/json")
                                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                                    .POST(BodyPublishers.ofString("{\"headline\": MAT-chua-cong-bo"))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

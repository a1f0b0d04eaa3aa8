package dongtin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedsCheckCommandTests {

    private static final String RSS = """
            <rss version="2.0"><channel><title>Tin</title>
            <item><guid>1</guid><title>Cũ hơn</title><pubDate>Tue, 24 Nov 2026 08:00:00 +0700</pubDate></item>
            <item><guid>2</guid><title>Mới nhất</title><pubDate>Wed, 25 Nov 2026 08:00:00 +0700</pubDate></item>
            </channel></rss>
            """;

    @TempDir
    private Path work = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private int status;

    FeedsCheckCommandTests() throws IOException {}

    @BeforeEach
    void start() {
        http.createContext("/rss", exchange -> {
            byte[] body = RSS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    void eachWayOfEachFeedIsToldAndNothingIsChanged() throws IOException {
        Path folder = Files.createDirectory(work.resolve("drop"));
        Files.writeString(
                folder.resolve("a.json"),
                "{\"uri\": \"u\", \"headline\": \"Trong thư mục\", \"versioncreated\": \"2026-11-25T01:02:03Z\"}");
        Path config = config("""
                dongtin.ingest.feeds:
                  polled:
                    provider: Hãng A
                    poll: {url: "http://127.0.0.1:%d/rss", allow-inner: true}
                  dropped:
                    provider: Hãng B
                    folder: {directory: "%s"}
                  pushed:
                    provider: Hãng C
                    push: {token-sha256: "%s"}
                """.formatted(http.getAddress().getPort(), folder, "a".repeat(64)));

        List<JsonNode> ways = json("--config", config.toString());

        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(ways).extracting(way -> way.path("feed").asString()).containsExactly("dropped", "polled", "pushed");
        assertThat(ways.get(0).path("newest").asString()).isEqualTo("Trong thư mục");
        assertThat(ways.get(0).path("newestTime").asString()).isEqualTo("2026-11-25T01:02:03Z");
        assertThat(ways.get(0).path("waiting").asInt()).isOne();
        assertThat(ways.get(1).path("newest").asString()).isEqualTo("Mới nhất");
        assertThat(ways.get(1).path("reachable").asBoolean()).isTrue();
        assertThat(ways.get(1).path("parses").asBoolean()).isTrue();
        assertThat(ways.get(2).path("transport").asString()).isEqualTo("push");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("a.json"));
        }
    }

    @Test
    void troubleOfOneFeedIsToldByItsKeyAndTheStatusIsOne() throws IOException {
        Path folder = Files.createDirectory(work.resolve("drop"));
        Files.writeString(folder.resolve("bad.json"), "{");
        Path config = config("""
                dongtin.ingest.feeds:
                  missing:
                    provider: Hãng A
                    folder: {directory: "%s/none"}
                  broken:
                    provider: Hãng B
                    folder: {directory: "%s"}
                  away:
                    provider: Hãng C
                    sftp: {host: 127.0.0.1, port: 1, user: u, password: p, known-hosts: "%s/none"}
                  silent:
                    provider: Hãng D
                """.formatted(work, folder, work));

        check("--config", config.toString());

        assertThat(status).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("FEED     BY      REACHABLE  PARSES")
                .contains("broken   folder  yes        NO      1")
                .contains("missing  folder  NO")
                .contains("missing, folder: dongtin.ingest.feeds.missing.folder.directory: there is no ")
                .contains("away, sftp: dongtin.ingest.feeds.away.sftp.known-hosts: ")
                .contains("broken, folder: line 1, column 2: no JSON")
                .contains("silent, none: dongtin.ingest.feeds.silent has no way for messages to come");
        assertThat(folder.resolve("rejected")).doesNotExist();

        out.reset();
        check("--config", config.toString(), "away");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("broken");
    }

    @Test
    void whatCanNotBeUnderstoodIsAnErrorThatNamesIt() throws IOException {
        check(
                "--config",
                config("dongtin.ingest.feeds.x.folder.directory: /tmp\n").toString());
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("dongtin.ingest.feeds.x.provider must not be blank");

        check("--config", config("dongtin.ingest.feeds.x.provider: X\n").toString(), "nobody");
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("dongtin.ingest.feeds has no nobody");

        check("--config", work.resolve("none.yml").toString());
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.yml is not there");
    }

    @Test
    void helpListsTheCommandsAndUnknownOnesAreAnError() {
        run("--help");
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("parse", "feeds", "reparse", "--server.port");
        for (String[] command : List.of(
                new String[] {"parse", "--help"},
                new String[] {"feeds", "--help"},
                new String[] {"feeds", "check", "--help"},
                new String[] {"reparse", "--help"})) {
            run(command);
            assertThat(status).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--dry-run", "--json", "check", "FILE...");

        run("parze");
        assertThat(status).isEqualTo(2);
        run("feeds");
        assertThat(status).isEqualTo(2);
        run("reparse", "--sha256", "xyz");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void settingsAloneStartTheServiceAndAnythingElseIsACommand() {
        assertThat(IngestCommand.isMeant(new String[] {})).isFalse();
        assertThat(IngestCommand.isMeant(new String[] {"--server.port=1", "--debug"}))
                .isFalse();
        assertThat(IngestCommand.isMeant(new String[] {"--help"})).isTrue();
        assertThat(IngestCommand.isMeant(new String[] {"-h"})).isTrue();
        assertThat(IngestCommand.isMeant(new String[] {"parze"})).isTrue();
    }

    private Path config(String yaml) throws IOException {
        return Files.writeString(Files.createTempFile(work, "settings", ".yml"), yaml);
    }

    private List<JsonNode> json(String... args) {
        check(Stream.concat(Stream.of("--json"), Stream.of(args)).toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private void check(String... args) {
        run(Stream.concat(Stream.of("feeds", "check"), Stream.of(args)).toArray(String[]::new));
    }

    private void run(String... args) {
        status = IngestCommand.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}

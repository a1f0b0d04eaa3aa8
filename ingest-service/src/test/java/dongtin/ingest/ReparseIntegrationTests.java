package dongtin.ingest;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.raw.Intake;
import dongtin.ingest.raw.Original;
import dongtin.ingest.raw.RawMessage;
import dongtin.ingest.raw.Reparse;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class ReparseIntegrationTests {

    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00.123456789Z");
    private static final List<String> FEEDS = List.of("equal", "chosen", "text", "dry", "meanwhile", "broken");

    @TempDir
    private static Path work;

    private static ConfigurableApplicationContext service;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        service = IngestApplication.start(Stream.concat(
                        Stream.of("--server.port=0", "--spring.kafka.bootstrap-servers=" + Broker.address()),
                        FEEDS.stream().map("--dongtin.ingest.feeds.reparse-%s.provider=Hãng"::formatted))
                .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void unchangedMessagesGiveEqualBytesAndNoNewOriginals() throws IOException {
        for (int i = 0; i < 20; i++) {
            take("equal", NOON.plusSeconds(i), item("urn:equal:" + i % 15, i, "Tít " + i));
        }
        take("equal", NOON.plusSeconds(30), "[%s, {\"uri\": \"x\"}]".formatted(item("urn:no-time", null, "Không giờ")));
        Map<String, List<String>> before = values("equal");
        int originals = Broker.records(Topics.ORIGINAL).size();

        assertThat(reparse("--feed", "reparse-equal")).isZero();

        Map<String, List<String>> after = values("equal");
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((id, values) -> assertThat(after.get(id)).containsExactlyElementsOf(twice(values)));
        assertThat(Broker.records(Topics.ORIGINAL)).hasSize(originals);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("21 originals read, 0 of them unreadable; 21 items published, 0 left out")
                .contains("1 refused", "at /1: neither a headline nor a body");
    }

    @Test
    void onlyWhatIsChosenIsPublishedAgain() throws IOException {
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            hashes.add(take("chosen", NOON.plusSeconds(i), item("urn:chosen:" + i, 1, "Tít")));
        }

        assertThat(reparse(
                        "--feed",
                        "reparse-chosen",
                        "--from",
                        NOON.plusSeconds(1).toString(),
                        "--to",
                        NOON.plusSeconds(3).toString()))
                .isZero();
        assertThat(guids("chosen"))
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "urn:chosen:0",
                        "urn:chosen:1",
                        "urn:chosen:1",
                        "urn:chosen:2",
                        "urn:chosen:2",
                        "urn:chosen:3"));

        assertThat(reparse("--sha256", hashes.get(3))).isZero();
        assertThat(guids("chosen")).filteredOn("urn:chosen:3"::equals).hasSize(2);
        assertThat(guids("chosen")).hasSize(7);
    }

    @Test
    void olderTextOfOneVersionNeverComesAfterTheNewerOne() throws IOException {
        String older = take("text", NOON, item("urn:text", 7, "Chữ cũ"));
        take("text", NOON.plusSeconds(1), item("urn:text", 7, "Chữ mới"));

        assertThat(reparse("--sha256", older)).isZero();
        assertThat(reparse("--feed", "reparse-text", "--to", NOON.plusMillis(1).toString()))
                .isZero();
        assertThat(items("text")).hasSize(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("0 items published, 1 left out for later ones");

        assertThat(reparse("--feed", "reparse-text")).isZero();
        assertThat(items("text")).hasSize(3);
        assertThat(items("text").getLast().headline()).isEqualTo("Chữ mới");
    }

    @Test
    void dryRunPublishesNothingAndPrintsWhatWouldChange() throws IOException {
        String hash = take("dry", NOON, item("urn:dry", 1, "Tít"));
        Path config = config("dry: {provider: Hãng, language: en}");

        assertThat(run("reparse", "--dry-run", "--config", config.toString(), "--feed", "reparse-dry"))
                .isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"change\":\"changed\",\"id\":\"%s\",\"version\":1,\"feed\":\"reparse-dry\",\"sha256\":\"%s\",\"fields\":[\"language\"]}\n"
                                .formatted(items("dry").getFirst().id(), hash));
        assertThat(items("dry")).hasSize(1);
        out.reset();
        assertThat(reparse("--dry-run", "--feed", "reparse-dry")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatCameMeanwhileStandsAfterWhatIsPublishedAgain() {
        take("meanwhile", NOON, item("urn:meanwhile", 1, "Trước"));
        FeedProperties feeds = service.getBean(FeedProperties.class);

        var summary = service.getBean(Reparse.class)
                .run(
                        new Reparse.Selection(null, null, "reparse-meanwhile", null),
                        id -> feeds.source(id).map(source -> source.feed(id)),
                        new Silent() {
                            @Override
                            public void items(Original original, List<RawMessage> items) {
                                take("meanwhile", NOON.plusSeconds(9), item("urn:meanwhile", 1, "Trong khi đó"));
                            }
                        });

        assertThat(summary.caughtUp()).isOne();
        assertThat(items("meanwhile"))
                .hasSize(4)
                .last()
                .extracting(RawItem::headline)
                .isEqualTo("Trong khi đó");
    }

    @Test
    void originalThatCanNotBeReadIsToldAndCostsTheOthersNothing() throws IOException {
        String hash = take("broken", NOON, item("urn:broken", 1, "Tít"));
        Path config = config("nobody: {provider: Hãng}");

        assertThat(run("reparse", "--config", config.toString(), "--sha256", hash))
                .isOne();

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("unreadable: " + hash + " of feed reparse-broken, received " + NOON)
                .contains("the settings have no feed 'reparse-broken'")
                .contains("1 originals read, 1 of them unreadable");
    }

    @Test
    void brokerThatIsAwayIsToldAndTheStatusIsOne() throws IOException {
        Path config = config("nobody: {provider: Hãng}");
        Files.writeString(
                config, "spring.kafka.consumer.properties.default.api.timeout.ms: 1000%n".formatted(), APPEND);

        assertThat(run(
                        "reparse",
                        "--config",
                        config.toString(),
                        "--bootstrap-servers",
                        "127.0.0.1:1",
                        "--sha256",
                        "0".repeat(64)))
                .isOne();

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("reparse: the broker did not answer");
    }

    private abstract static class Silent implements Reparse.Listener {
        @Override
        public void progress(long passed) {}

        @Override
        public void unreadable(Original original, String reason) {}

        @Override
        public void refused(Original original, String at, String reason) {}
    }

    private static String item(String uri, @Nullable Integer version, String headline) {
        return "{\"uri\": \"%s\", %s\"headline\": \"%s\"}"
                .formatted(uri, version == null ? "" : "\"version\": " + version + ", ", headline);
    }

    /** Takes a message as a transport would, and returns its hash. */
    private static String take(String feed, Instant received, String json) {
        String id = "reparse-" + feed;
        var source = service.getBean(FeedProperties.class).source(id).orElseThrow();
        var message =
                new WireMessage(source.feed(id), "application/json", json.getBytes(StandardCharsets.UTF_8), received);
        service.getBean(Intake.class).take(message);
        return message.sha256();
    }

    private int reparse(String... args) throws IOException {
        Path config =
                config(FEEDS.stream().map("%s: {provider: Hãng}"::formatted).toArray(String[]::new));
        return run(Stream.concat(Stream.of("reparse", "--config", config.toString()), Stream.of(args))
                .toArray(String[]::new));
    }

    private int run(String... args) {
        return IngestCommand.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static Path config(String... feeds) throws IOException {
        return Files.writeString(
                Files.createTempFile(work, "settings", ".yml"),
                "spring.kafka.bootstrap-servers: %s%ndongtin.ingest.feeds:%n".formatted(Broker.address())
                        + Stream.of(feeds).map("  reparse-%s%n"::formatted).collect(Collectors.joining()));
    }

    private static List<RawItem> items(String feed) {
        return Broker.items("reparse-" + feed);
    }

    private static List<String> guids(String feed) {
        return items(feed).stream().map(item -> String.valueOf(item.guid())).toList();
    }

    private static Map<String, List<String>> values(String feed) {
        return Broker.records(Topics.RAW).stream()
                .filter(record ->
                        MessageJson.read(record.value(), RawItem.class).feed().equals("reparse-" + feed))
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(
                                record -> new String(record.value(), StandardCharsets.UTF_8), Collectors.toList())));
    }

    private static List<String> twice(List<String> values) {
        return Stream.concat(values.stream(), values.stream()).toList();
    }
}

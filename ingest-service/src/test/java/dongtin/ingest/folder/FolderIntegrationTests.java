package dongtin.ingest.folder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dongtin.ingest.Broker;
import dongtin.ingest.IngestApplication;
import dongtin.message.RawItem;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;

class FolderIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    private static Path work;

    private static Path flat;
    private static Path deep;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws IOException {
        flat = Files.createDirectory(work.resolve("flat"));
        deep = Files.createDirectory(work.resolve("deep"));
        service = start(
                Broker.address(),
                folder("folder-flat", flat),
                folder("folder-deep", deep),
                new String[] {"--dongtin.ingest.feeds.folder-deep.folder.subfolders=true"},
                // These are not there yet.
                folder("folder-away", work.resolve("away")),
                folder("folder-outage", work.resolve("outage")),
                folder("folder-killed", work.resolve("killed")),
                folder("folder-shared", work.resolve("shared")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void droppedFileIsPublishedAndThenLiesInDone() throws IOException {
        drop(flat, "Tin-mới.JSON", item("urn:drop:1"));

        awaitItems("folder-flat", "urn:drop:1");
        awaitMoved(flat, "Tin-mới.JSON");
        assertThat(flat.resolve("done/Tin-mới.JSON")).hasContent(item("urn:drop:1"));
    }

    @Test
    void typeOfAFileWithoutAKnownEndingIsToldByItsContent() throws IOException {
        drop(flat, "20261125.001", "\ufeff  " + item("urn:untyped"));

        awaitItems("folder-flat", "urn:untyped");
    }

    @Test
    void fileIsNotTakenWhileItIsWritten() throws IOException {
        Path file = flat.resolve("slow.json");
        String whole = item("urn:slow");
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            for (byte next : whole.getBytes(StandardCharsets.UTF_8)) {
                out.write(next);
                await().pollDelay(Duration.ofMillis(20)).until(() -> true); // a slow sender
            }
        }

        awaitItems("folder-flat", "urn:slow");
        awaitMoved(flat, "slow.json");
        assertThat(flat.resolve("rejected/slow.json")).doesNotExist();
        assertThat(items("folder-flat", "urn:slow")).hasSize(1);
    }

    @Test
    void unfinishedNamesWaitUntilTheyAreRenamed() throws IOException {
        for (String name : List.of("n1.json.tmp", "n2.json.PART", "n3.json.filepart", ".n4.json")) {
            drop(flat, name, item("urn:" + name));
        }
        drop(flat, "after-them.json", item("urn:after-them"));
        awaitMoved(flat, "after-them.json");
        assertThat(flat.resolve("n1.json.tmp")).exists();
        assertThat(flat.resolve("n2.json.PART")).exists();
        assertThat(flat.resolve("n3.json.filepart")).exists();
        assertThat(flat.resolve(".n4.json")).exists();

        Files.move(flat.resolve("n1.json.tmp"), flat.resolve("n1.json"));
        awaitItems("folder-flat", "urn:n1.json.tmp");
        assertThat(items("folder-flat", "urn:n2.json.PART")).isEmpty();
    }

    @Test
    void whatCanNotBeTakenLiesInRejectedWithTheReason() throws IOException {
        drop(flat, "broken.json", "{\"uri\": ");
        drop(flat, "nothing.json", "{\"uri\": \"u\"}");
        drop(flat, "empty.txt", "");
        drop(flat, "picture.png", "x");

        for (String name : List.of("broken.json", "nothing.json", "empty.txt", "picture.png")) {
            awaitMoved(flat, name);
            assertThat(flat.resolve("rejected").resolve(name)).exists();
        }
        assertThat(flat.resolve("rejected/broken.json.reason.txt"))
                .content()
                .contains("Not taken", "broken.json", "line 1, column 9: no JSON");
        assertThat(flat.resolve("rejected/nothing.json.reason.txt"))
                .content()
                .contains("neither a headline nor a body");
        assertThat(flat.resolve("rejected/empty.txt.reason.txt")).content().contains("the message is empty");
        assertThat(flat.resolve("rejected/picture.png.reason.txt")).content().contains("no format for image/png");
    }

    @Test
    void partlyRefusedMessageIsDoneWithAReasonBesideIt() throws IOException {
        drop(flat, "part.json", "[%s, {\"uri\": \"x\"}]".formatted(item("urn:part")));

        awaitItems("folder-flat", "urn:part");
        awaitMoved(flat, "part.json");
        assertThat(flat.resolve("done/part.json")).exists();
        assertThat(flat.resolve("done/part.json.reason.txt"))
                .content()
                .contains("Published, but", "/1: neither a headline nor a body");
    }

    @Test
    void nothingInDoneIsOverwritten() throws IOException {
        for (int i = 1; i <= 3; i++) {
            drop(flat, "same.name.json", item("urn:same:" + i));
            awaitItems("folder-flat", "urn:same:" + i);
            awaitMoved(flat, "same.name.json");
        }

        assertThat(flat.resolve("done/same.name.json")).hasContent(item("urn:same:1"));
        assertThat(flat.resolve("done/same.name-2.json")).hasContent(item("urn:same:2"));
        assertThat(flat.resolve("done/same.name-3.json")).hasContent(item("urn:same:3"));
    }

    @Test
    void nameOfAnyLengthCanBeRejected() throws IOException {
        String name = "Đ".repeat(125) + ".json"; // 255 bytes
        drop(flat, name, "no json");

        awaitMoved(flat, name);
        try (Stream<Path> rejected = Files.list(flat.resolve("rejected"))) {
            assertThat(rejected.map(path -> path.getFileName().toString()))
                    .contains("Đ".repeat(119) + ".json", "Đ".repeat(119) + ".json.reason.txt");
        }
    }

    @Test
    void tooLargeFileIsRejectedUnread() throws IOException {
        Path sparse = flat.resolve("large.json.tmp");
        try (var out = new RandomAccessFile(sparse.toFile(), "rw")) {
            out.setLength(40L << 30); // more than could be read
        }
        Files.move(sparse, flat.resolve("large.json"));

        awaitMoved(flat, "large.json");
        assertThat(flat.resolve("rejected/large.json.reason.txt"))
                .content()
                .contains("a message has 100000 bytes at most");
    }

    @Test
    void whatIsNoFileIsLeftAndCostsTheOthersNothing() throws Exception {
        Path outside = drop(work, "outside.json", item("urn:outside"));
        Files.createSymbolicLink(flat.resolve("a-link.json"), outside);
        Files.createSymbolicLink(flat.resolve("a-dangling.json"), work.resolve("nowhere"));
        Files.createDirectories(flat.resolve("a-folder.json"));
        drop(flat.resolve("a-folder.json"), "inner.json", item("urn:inner"));
        assertThat(new ProcessBuilder("mkfifo", flat.resolve("a-pipe.json").toString())
                        .start()
                        .waitFor())
                .isZero();
        drop(flat, "b-file.json", item("urn:beside"));

        awaitItems("folder-flat", "urn:beside");
        awaitMoved(flat, "b-file.json");
        for (String name : List.of("a-link.json", "a-dangling.json", "a-folder.json", "a-pipe.json")) {
            assertThat(Files.exists(flat.resolve(name), LinkOption.NOFOLLOW_LINKS))
                    .as(name)
                    .isTrue();
        }
        assertThat(outside).exists();
        assertThat(items("folder-flat", "urn:outside")).isEmpty();
        assertThat(items("folder-flat", "urn:inner")).isEmpty();
        assertThat(health(service))
                .contains("a-link.json=it is a link", "a-folder.json=it is a folder", "a-pipe.json=it is neither");
    }

    @Test
    void foldersBelowKeepTheirPlaceInDone() throws IOException {
        Files.createDirectories(deep.resolve("2026/thể thao"));
        Files.createDirectories(deep.resolve(".hidden"));
        drop(deep.resolve("2026/thể thao"), "tin.json", item("urn:deep"));
        drop(deep.resolve(".hidden"), "tin.json", item("urn:hidden"));
        drop(deep.resolve("2026"), "bad.json", "{");

        awaitItems("folder-deep", "urn:deep");
        awaitMoved(deep, "2026/thể thao/tin.json");
        awaitMoved(deep, "2026/bad.json");
        assertThat(deep.resolve("done/2026/thể thao/tin.json")).exists();
        assertThat(deep.resolve("rejected/2026/bad.json.reason.txt")).exists();
        assertThat(deep.resolve(".hidden/tin.json")).exists();
    }

    @Test
    void missingFolderIsToldByItsKeyAndTakenOnceItIsThere() throws IOException {
        String key = "dongtin.ingest.feeds.folder-away.folder.directory: there is no ";
        await().atMost(SOON).untilAsserted(() -> assertThat(health(service)).contains(key, "status=TROUBLED"));
        assertThat(troubled("folder-away")).isOne();
        assertThat(troubled("folder-flat")).isZero();

        Path away = Files.createDirectory(work.resolve("away"));
        drop(away, "tin.json", item("urn:away"));

        awaitItems("folder-away", "urn:away");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(troubled("folder-away")).isZero());
    }

    @Test
    void filesStayWhileTheBrokerIsAwayAndAreTakenInOrderAfterwards() throws IOException {
        Path folder = Files.createDirectory(work.resolve("outage-begins"));
        List<String> guids =
                IntStream.range(0, 9).mapToObj(i -> "urn:outage:" + i).toList();
        for (String guid : guids) {
            drop(folder, guid.substring(11) + ".json", item(guid));
        }
        var alone = start("127.0.0.1:1", folder("folder-outage", folder));
        try {
            await().atMost(SOON).untilAsserted(() -> assertThat(health(alone)).contains("what landed stays there"));
        } finally {
            long start = System.nanoTime();
            alone.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(folder.resolve("0.json")).exists();
        assertThat(folder.resolve("rejected")).isEmptyDirectory();

        Files.move(folder, work.resolve("outage"));

        awaitItems("folder-outage", guids.getLast());
        assertThat(Broker.items("folder-outage").stream()
                        .sorted(Comparator.comparing(RawItem::received))
                        .map(RawItem::guid))
                .containsExactlyElementsOf(guids);
    }

    @Test
    void ofTwoInstancesOneTakesAndTheOtherStandsBy() throws IOException {
        Path made = Files.createDirectory(work.resolve("shared-made"));
        try (var other = new FolderLock(made)) {
            assertThat(other.held()).isTrue();
            drop(made, "1.json", item("urn:shared:1"));
            Files.move(made, work.resolve("shared"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(troubled("folder-shared")).isZero());
            await().during(Duration.ofSeconds(1)).until(() -> Files.exists(work.resolve("shared/1.json")));
        }

        awaitItems("folder-shared", "urn:shared:1");
    }

    @Test
    void oneFolderOfTwoFeedsIsRefusedAtTheStart() {
        assertThatThrownBy(() -> start(Broker.address(), folder("one", flat), folder("two", flat)))
                .hasStackTraceContaining("dongtin.ingest.feeds.one.folder.directory")
                .hasStackTraceContaining("the folder of feed two");
    }

    @Test
    void killedInstanceLosesNoFile() throws Exception {
        Path folder = Files.createDirectory(work.resolve("killed-begins"));
        int files = 400;
        for (int i = 0; i < files; i++) {
            drop(folder, "%03d.json".formatted(i), item("urn:killed:" + i));
        }
        Process instance = process(Broker.address(), folder("folder-killed", folder), new String[] {
            "--spring.kafka.producer.properties.transaction.timeout.ms=3000"
        });
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> count(folder.resolve("done")) > 20);
        } finally {
            instance.destroyForcibly().waitFor();
        }
        assertThat(count(folder.resolve("done"))).isLessThan(files);

        Files.move(folder, work.resolve("killed"));

        await().atMost(Duration.ofSeconds(30)).until(() -> count(work.resolve("killed/done")) == files);
        // What a killed producer left open hides what follows it until its transaction's time is over.
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Broker.items("folder-killed").stream()
                                .map(RawItem::guid)
                                .distinct())
                        .hasSize(files));
        assertThat(Broker.items("folder-killed")).hasSizeBetween(files, files + 1);
        assertThat(work.resolve("killed/rejected")).isEmptyDirectory();
    }

    private static String health(ConfigurableApplicationContext of) {
        var health = requireNonNull(
                of.getBean("landingsHealthIndicator", HealthIndicator.class).health());
        return "status=" + health.getStatus() + " " + health.getDetails();
    }

    private static double troubled(String feed) {
        return service.getBean(MeterRegistry.class)
                .get("wire.ingest.troubled")
                .tag("feed", feed)
                .tag("transport", "folder")
                .gauge()
                .value();
    }

    private static String item(String uri) {
        return "{\"uri\": \"%s\", \"headline\": \"Tít\"}".formatted(uri);
    }

    private static Path drop(Path folder, String name, String content) throws IOException {
        Path hidden = Files.writeString(Files.createTempFile(work, "", ".writing"), content);
        return Files.move(hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<RawItem> items(String feed, String guid) {
        return Broker.items(feed).stream()
                .filter(item -> guid.equals(item.guid()))
                .toList();
    }

    private static void awaitItems(String feed, String guid) {
        await().atMost(SOON).until(() -> !items(feed, guid).isEmpty());
    }

    private static void awaitMoved(Path folder, String name) {
        await().atMost(SOON).until(() -> Files.notExists(folder.resolve(name)));
    }

    private static int count(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }

    private static String[] folder(String feed, Path folder) {
        String prefix = "--dongtin.ingest.feeds." + feed;
        return new String[] {
            prefix + ".provider=Hãng " + feed,
            prefix + ".folder.directory=" + folder,
            prefix + ".folder.settled-after=200ms",
            prefix + ".folder.every=20ms"
        };
    }

    private static String[] arguments(String brokers, String[]... more) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + brokers,
                "--spring.kafka.admin.operation-timeout=1s",
                "--dongtin.ingest.intake.max-body=100000B"));
        Stream.of(more).map(List::of).forEach(arguments::addAll);
        return arguments.toArray(String[]::new);
    }

    private static ConfigurableApplicationContext start(String brokers, String[]... more) {
        return IngestApplication.start(arguments(brokers, more));
    }

    private static Process process(String brokers, String[]... more) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                IngestApplication.class.getName()));
        command.addAll(List.of(arguments(brokers, more)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("process.log").toFile())
                .start();
    }
}

package dongtin.ingest.sftp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dongtin.ingest.Broker;
import dongtin.ingest.IngestApplication;
import dongtin.ingest.feed.Secret;
import dongtin.ingest.feed.SftpSettings;
import dongtin.ingest.format.Feed;
import dongtin.ingest.landing.Sighting;
import dongtin.message.RawItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;

class SftpIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path work;

    private static Path home;
    private static TestServer server;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws Exception {
        home = Files.createDirectory(work.resolve("home"));
        for (String directory : List.of("plain", "keyed", "stranger", "no-password")) {
            Files.createDirectory(home.resolve(directory));
        }
        server = new TestServer(home);
        Path known = server.knownHosts(work.resolve("known_hosts"));
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + Broker.address(),
                "--dongtin.ingest.intake.max-body=100000B",
                "--test.password=" + TestServer.PASSWORD));
        arguments.addAll(feed("plain", known, "user=wire", "password=${test.password}"));
        arguments.addAll(feed(
                "keyed",
                known,
                "user=key-holder",
                "private-key=" + server.privateKey(work.resolve("id_ed25519")),
                "remove=true"));
        arguments.addAll(feed(
                "stranger",
                server.otherKnownHosts(work.resolve("other_hosts")),
                "user=stranger",
                "password=${test.password}"));
        arguments.addAll(feed("no-password", known, "user=wire", "password=wrong"));
        arguments.addAll(feed("no-hosts", work.resolve("no_hosts"), "user=wire", "password=x"));
        service = IngestApplication.start(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        server.close();
    }

    @Test
    void fileIsPublishedAndThenLiesInDoneOnTheServer() throws IOException {
        Path file = drop("plain", "tin-mới.json", item("urn:sftp:1"));

        awaitItem("sftp-plain", "urn:sftp:1");
        awaitMoved(file);
        assertThat(home.resolve("plain/done/tin-mới.json")).hasContent(item("urn:sftp:1"));
    }

    @Test
    void keyLetsInAsAPasswordDoesAndPublishedFilesCanBeRemoved() throws IOException {
        Path file = drop("keyed", "tin.json", item("urn:sftp:keyed"));

        awaitItem("sftp-keyed", "urn:sftp:keyed");
        awaitMoved(file);
        assertThat(home.resolve("keyed/done")).doesNotExist();
        assertThat(home.resolve("keyed/rejected/tin.json")).doesNotExist();
    }

    @Test
    void whatCanNotBeTakenLiesInRejectedWithTheReason() throws IOException {
        Path broken = drop("plain", "broken.json", "{\"uri\": ");
        Path large = drop("keyed", "large.json", " ".repeat(100_001));

        awaitMoved(broken);
        awaitMoved(large);
        assertThat(home.resolve("plain/rejected/broken.json.reason.txt"))
                .content()
                .contains("line 1, column 9");
        assertThat(home.resolve("keyed/rejected/large.json.reason.txt"))
                .content()
                .contains("a message has 100000 bytes at most");
    }

    @Test
    void nothingInDoneIsOverwritten() throws IOException {
        for (int i = 1; i <= 2; i++) {
            Path file = drop("plain", "same.json", item("urn:sftp:same:" + i));
            awaitItem("sftp-plain", "urn:sftp:same:" + i);
            awaitMoved(file);
        }

        assertThat(home.resolve("plain/done/same.json")).hasContent(item("urn:sftp:same:1"));
        assertThat(home.resolve("plain/done/same-2.json")).hasContent(item("urn:sftp:same:2"));
    }

    @Test
    void fileIsNotTakenWhileItIsWrittenNorBeforeItHasItsName() throws IOException {
        drop("plain", "half.json.filepart", item("urn:sftp:half"));
        Path file = home.resolve("plain/slow.json");
        for (byte next : item("urn:sftp:slow").getBytes(StandardCharsets.UTF_8)) {
            Files.write(file, new byte[] {next}, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            await().pollDelay(Duration.ofMillis(20)).until(() -> true); // a slow sender
        }

        awaitItem("sftp-plain", "urn:sftp:slow");
        awaitMoved(file);
        assertThat(home.resolve("plain/rejected/slow.json")).doesNotExist();
        assertThat(items("sftp-plain", "urn:sftp:half")).isEmpty();
    }

    @Test
    void linksAndDirectoriesAreLeft() throws IOException {
        Files.createSymbolicLink(
                home.resolve("plain/link.json"),
                Files.writeString(work.resolve("secret.json"), item("urn:sftp:secret")));
        Files.createDirectory(home.resolve("plain/below"));
        Path file = drop("plain", "zz-beside.json", item("urn:sftp:beside"));

        awaitItem("sftp-plain", "urn:sftp:beside");
        awaitMoved(file);
        assertThat(items("sftp-plain", "urn:sftp:secret")).isEmpty();
        assertThat(health()).contains("link.json=it is a link", "below=it is a directory");
    }

    @Test
    void fileThatCanNotBeReadIsLeftAndCostsTheOthersNothing() throws IOException {
        Path locked = drop("plain", "locked.json", item("urn:sftp:locked"));
        Path file = drop("plain", "not-locked.json", item("urn:sftp:not-locked"));

        awaitItem("sftp-plain", "urn:sftp:not-locked");
        awaitMoved(file);
        await().atMost(SOON).untilAsserted(() -> assertThat(health()).contains("locked.json=it can not be read: "));
        assertThat(locked).exists();
        Files.delete(locked);
        await().atMost(SOON).untilAsserted(() -> assertThat(health()).doesNotContain("locked.json"));
    }

    @Test
    void fileThatCanNotBeMovedIsPublishedOnceAndMovedWhenItCan() throws IOException {
        Path file = drop("keyed", "broken.json", "{");
        awaitMoved(file);
        Path reason = home.resolve("keyed/rejected");
        Path aside = Files.move(reason, work.resolve("rejected-aside"));
        Files.writeString(reason, "in the way");
        Path second = drop("keyed", "part.json", "[%s, {\"uri\": \"x\"}]".formatted(item("urn:sftp:part")));
        awaitItem("sftp-keyed", "urn:sftp:part");
        await().atMost(SOON).untilAsserted(() -> assertThat(health()).contains("part.json=it can not be moved"));
        assertThat(second).exists();

        Files.delete(reason);
        Files.move(aside, reason);

        awaitMoved(second);
        assertThat(items("sftp-keyed", "urn:sftp:part")).hasSize(1);
        assertThat(home.resolve("keyed/rejected/part.json.reason.txt"))
                .content()
                .contains("Published, but");
    }

    @Test
    void serverWithAnotherKeyIsToldNoPassword() throws IOException {
        drop("stranger", "tin.json", item("urn:sftp:stranger"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health())
                        .contains("dongtin.ingest.feeds.sftp-stranger.sftp: no connection to 127.0.0.1")
                        .contains("whose key is not the one in " + work.resolve("other_hosts")));
        assertThat(server.toldPasswords()).contains("wire").doesNotContain("stranger");
        assertThat(items("sftp-stranger", "urn:sftp:stranger")).isEmpty();
    }

    @Test
    void eachTroubleIsToldByItsKey() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health())
                        .contains("feeds.sftp-no-hosts.sftp.known-hosts: " + work.resolve("no_hosts"))
                        .contains("feeds.sftp-no-password.sftp: no connection")
                        .contains("which does not let wire in")
                        .contains("status=TROUBLED"));
    }

    @Test
    void lookChangesNothing() throws Exception {
        Files.createDirectory(home.resolve("looked-at"));
        drop("looked-at", "tin.json", item("urn:sftp:look"));
        var settings = new SftpSettings(
                "127.0.0.1",
                server.port(),
                "wire",
                new Secret(TestServer.PASSWORD),
                null,
                null,
                work.resolve("known_hosts"),
                "/looked-at",
                "done",
                "rejected",
                false,
                SOON,
                SOON,
                SOON);

        Sighting sighting = SftpCheck.look(new Feed("look", "Hãng", ZoneOffset.UTC, null), settings, 100_000);

        assertThat(sighting.waiting()).isOne();
        assertThat(sighting.newest().getFirst().name()).isEqualTo("tin.json");
        try (var files = Files.list(home.resolve("looked-at"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void missingSettingsAreToldAtTheStart() {
        assertThatThrownBy(() -> IngestApplication.start(
                        "--server.port=0",
                        "--dongtin.ingest.feeds.x.provider=X",
                        "--dongtin.ingest.feeds.x.sftp.host=example.invalid",
                        "--dongtin.ingest.feeds.x.sftp.user=x"))
                .hasStackTraceContaining("knownHosts")
                .hasStackTraceContaining("without the server's key anybody could stand in for it")
                .hasStackTraceContaining("has neither password nor private-key");
    }

    @Test
    void serverThatComesBackIsReadOn() throws IOException {
        server.goAway();
        await().atMost(SOON).untilAsserted(() -> assertThat(health()).contains("feeds.sftp-plain.sftp: no connection"));
        Path file = drop("plain", "after.json", item("urn:sftp:after"));

        server.comeBack();

        awaitItem("sftp-plain", "urn:sftp:after");
        awaitMoved(file);
    }

    private static List<String> feed(String name, Path known, String... more) {
        String prefix = "--dongtin.ingest.feeds.sftp-" + name;
        var feed = new ArrayList<>(List.of(
                prefix + ".provider=Hãng " + name,
                prefix + ".sftp.host=127.0.0.1",
                prefix + ".sftp.port=" + server.port(),
                prefix + ".sftp.directory=/" + name,
                prefix + ".sftp.known-hosts=" + known,
                prefix + ".sftp.settled-after=200ms",
                prefix + ".sftp.every=50ms"));
        List.of(more).forEach(one -> feed.add(prefix + ".sftp." + one));
        return feed;
    }

    private static String health() {
        var health = requireNonNull(service.getBean("landingsHealthIndicator", HealthIndicator.class)
                .health());
        return "status=" + health.getStatus() + " " + health.getDetails();
    }

    private static String item(String uri) {
        return "{\"uri\": \"%s\", \"headline\": \"Tít\"}".formatted(uri);
    }

    private static Path drop(String directory, String name, String content) throws IOException {
        Path hidden = Files.writeString(Files.createTempFile(work, "", ".writing"), content);
        return Files.move(hidden, home.resolve(directory).resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<RawItem> items(String feed, String guid) {
        return Broker.items(feed).stream()
                .filter(item -> guid.equals(item.guid()))
                .toList();
    }

    private static void awaitItem(String feed, String guid) {
        await().atMost(SOON).until(() -> !items(feed, guid).isEmpty());
    }

    private static void awaitMoved(Path file) {
        await().atMost(SOON).until(() -> Files.notExists(file));
    }
}

package dongtin.ingest.mail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dongtin.ingest.Broker;
import dongtin.ingest.IngestApplication;
import dongtin.ingest.feed.MailSettings;
import dongtin.ingest.feed.Secret;
import dongtin.ingest.format.Feed;
import dongtin.ingest.landing.Sighting;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;

class MailIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path work;

    private static GreenMail server;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws Exception {
        Path certificate = certificate();
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        server.start();
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + Broker.address(),
                "--dongtin.ingest.intake.max-body=100000B",
                "--test.password=p@ss/wort: 1%"));
        arguments.addAll(feed("moved", certificate, "every=50ms"));
        arguments.addAll(feed("marked", certificate, "every=50ms", "mark-seen=true"));
        arguments.addAll(feed("untrusted", null, "every=5s"));
        service = IngestApplication.start(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        service.close();
        server.stop();
    }

    @Test
    void mailIsPublishedThenMovedToDone() throws Exception {
        GreenMailUser user = user("moved");
        user.deliver(mail("Khai mạc kỳ họp", "Sáng nay, kỳ họp đã khai mạc."));

        soon().until(() -> !items("mail-moved", "Khai mạc kỳ họp").isEmpty());
        soon().until(() -> count(user, "INBOX") == 0 && count(user, "done") > 0);
        RawItem item = only("mail-moved", "Khai mạc kỳ họp");
        assertThat(item.body()).contains("Sáng nay, kỳ họp đã khai mạc.");
        assertThat(Broker.records(Topics.ORIGINAL))
                .filteredOn(original -> original.key().equals(item.original().sha256()))
                .singleElement()
                .satisfies(original -> assertThat(new String(original.value(), StandardCharsets.UTF_8))
                        .contains("Subject: ", "Message-ID: "));
    }

    @Test
    void mailThatSomebodyHasSeenIsTakenAllTheSame() throws Exception {
        GreenMailUser user = user("moved");
        MimeMessage seen = mail("Đã có người đọc", "Bản tin vẫn còn nguyên.");
        seen.setFlag(Flags.Flag.SEEN, true);
        user.deliver(seen);

        soon().until(() -> !items("mail-moved", "Đã có người đọc").isEmpty());
    }

    @Test
    void mailThatCanNotBeTakenIsMovedToRejected() throws Exception {
        GreenMailUser user = user("moved");
        user.deliver(mail("Lớn quá", "x".repeat(100_001)));

        soon().until(() -> count(user, "rejected") == 1);
        assertThat(items("mail-moved", "Lớn quá")).isEmpty();
    }

    @Test
    void publishedMailIsMarkedAsSeenWhereItIsToStay() throws Exception {
        GreenMailUser user = user("marked");
        user.deliver(mail("Ở lại hộp thư", "Bản tin ở lại trong hộp thư."));

        soon().until(() -> !items("mail-marked", "Ở lại hộp thư").isEmpty());
        soon().until(() -> stored(user, "INBOX").getUnseenCount() == 0);
        assertThat(count(user, "INBOX")).isOne();
        soon().during(Duration.ofMillis(500))
                .until(() -> items("mail-marked", "Ở lại hộp thư").size() == 1);
    }

    @Test
    void lookChangesNothing() throws Exception {
        GreenMailUser user = server.setUser("looked-at", "p@ss/wort: 1%");
        user.deliver(mail("Chỉ xem", "Bản tin chỉ để xem."));
        var settings = new MailSettings(
                "127.0.0.1",
                server.getImaps().getPort(),
                MailSettings.Tls.IMPLICIT,
                work.resolve("server.pem"),
                "looked-at",
                new Secret("p@ss/wort: 1%"),
                "INBOX",
                "done",
                "rejected",
                true,
                SOON,
                SOON);

        Sighting sighting = MailCheck.look(new Feed("look", "Hãng", ZoneOffset.UTC, null), settings, 100_000);

        assertThat(sighting.waiting()).isOne();
        assertThat(new String(sighting.newest().getFirst().message().bytes(), StandardCharsets.UTF_8))
                .contains("Message-ID: ");
        assertThat(stored(user, "INBOX").getUnseenCount()).isOne();
        assertThat(stored(user, "INBOX").getMessages().getFirst().getFlags().getUserFlags())
                .isEmpty();
        assertThat(found(user, "done")).isNull();
    }

    @Test
    void serverThatNobodyVouchesForIsToldNoPassword() {
        soon().untilAsserted(() -> assertThat(health())
                .contains("dongtin.ingest.feeds.mail-untrusted.mail: mailbox INBOX of untrusted at 127.0.0.1")
                .contains("unable to find valid certification path"));
        assertThat(health()).doesNotContain("p@ss/wort: 1%");
    }

    @Test
    void passwordIsSentReadablyToThisMachineAlone() {
        assertThatThrownBy(() -> IngestApplication.start(
                        "--server.port=0",
                        "--dongtin.ingest.feeds.x.provider=X",
                        "--dongtin.ingest.feeds.x.mail.host=mail.example.invalid",
                        "--dongtin.ingest.feeds.x.mail.user=x",
                        "--dongtin.ingest.feeds.x.mail.password=x",
                        "--dongtin.ingest.feeds.x.mail.tls=none"))
                .hasStackTraceContaining("has tls 'none', which sends the password for all to read");
    }

    /** GreenMail's threads throw when a client hangs up on its certificate; that is not what is waited for. */
    private static ConditionFactory soon() {
        return Awaitility.await().atMost(SOON).dontCatchUncaughtExceptions();
    }

    private static List<String> feed(String user, @Nullable Path certificate, String... more) {
        server.setUser(user, "p@ss/wort: 1%");
        String prefix = "--dongtin.ingest.feeds.mail-" + user;
        var feed = new ArrayList<>(List.of(
                prefix + ".provider=Hãng " + user,
                prefix + ".mail.host=127.0.0.1",
                prefix + ".mail.port=" + server.getImaps().getPort(),
                prefix + ".mail.user=" + user,
                prefix + ".mail.password=${test.password}"));
        if (certificate != null) {
            feed.add(prefix + ".mail.certificates=" + certificate);
        }
        List.of(more).forEach(one -> feed.add(prefix + ".mail." + one));
        return feed;
    }

    /** Gives the server a key for this machine's address, and returns the certificate. */
    private static Path certificate() throws Exception {
        Path store = work.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        byte[] encoded = keys.getCertificate("server").getEncoded();
        return Files.writeString(
                work.resolve("server.pem"),
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                        .formatted(Base64.getMimeEncoder().encodeToString(encoded)));
    }

    private static GreenMailUser user(String name) {
        return server.getManagers().getUserManager().getUser(name);
    }

    private static @Nullable MailFolder found(GreenMailUser user, String mailbox) {
        return server.getManagers().getImapHostManager().getFolder(user, mailbox);
    }

    private static MailFolder stored(GreenMailUser user, String mailbox) {
        return requireNonNull(found(user, mailbox));
    }

    private static int count(GreenMailUser user, String mailbox) {
        var folder = found(user, mailbox);
        return folder == null ? 0 : folder.getMessageCount();
    }

    private static MimeMessage mail(String subject, String text) throws Exception {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom("desk@example.org");
        mail.setRecipients(jakarta.mail.Message.RecipientType.TO, "wire@example.org");
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        mail.setSentDate(java.util.Date.from(java.time.Instant.parse("2026-11-25T01:00:00Z")));
        mail.saveChanges();
        return mail;
    }

    private static List<RawItem> items(String feed, String headline) {
        return Broker.items(feed).stream()
                .filter(item -> item.headline().equals(headline))
                .toList();
    }

    private static RawItem only(String feed, String headline) {
        assertThat(items(feed, headline)).hasSize(1);
        return items(feed, headline).getFirst();
    }

    private static String health() {
        var health = requireNonNull(service.getBean("landingsHealthIndicator", HealthIndicator.class)
                .health());
        return "status=" + health.getStatus() + " " + health.getDetails();
    }
}

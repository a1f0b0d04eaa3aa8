package dongtin.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dongtin.ingest.poll.Delivered;
import dongtin.ingest.poll.FeedServer;
import dongtin.ingest.poll.Wire;
import dongtin.message.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class WebSubIntegrationTests {

    private static final String TIME = "|Wed, 25 Nov 2026 07:00:00 +0700";

    private static final FeedServer SERVER = new FeedServer();
    private static final Wire WIRE = new Wire();
    private static final TestHub HUB = new TestHub();
    private static final TestHub OTHER_HUB = new TestHub();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws IOException {
        SERVER.hub("/hub", HUB::subscribe);
        SERVER.hub("/other-hub", OTHER_HUB::subscribe);
        service = WIRE.start(settings("delivered", "forged", "renewed", "denied", "unwilling"));
    }

    @AfterAll
    static void stop() {
        MeterRegistry figures = service.getBean(MeterRegistry.class);
        service.close();
        requireThatDeliveriesAddUp(figures);
        SERVER.close();
        WIRE.close();
    }

    @Test
    void newsAreDeliveredAndTheFeedIsPolledSeldom() {
        SERVER.set("/delivered", feedOf("/hub", "1|Một" + TIME));
        String topic = awaitSubscription(HUB, "/delivered");
        byte[] news = Wire.rss("2|Hai" + TIME);

        assertThat(HUB.deliver(topic, "application/rss+xml", news).statusCode()).isEqualTo(202);

        await().atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(WIRE.headlines("delivered")).containsExactlyInAnyOrder("Một", "Hai"));
        // By then whoever polls the feed knows of the delivery, too: a poll at that very moment would publish it again.
        int asked = SERVER.asked("/delivered").size();
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> WIRE.records(Topics.CURSORS).stream()
                                .anyMatch(record -> record.key().equals("delivered/" + Delivered.KIND))
                        && SERVER.asked("/delivered").size() > asked + 2);
        // Polled beside it at the longest interval, and what was delivered is not published once more.
        SERVER.set("/delivered", feedOf("/hub", "2|Hai" + TIME, "1|Một" + TIME, "3|Ba" + TIME));
        await().atMost(30, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> assertThat(WIRE.headlines("delivered")).containsExactlyInAnyOrder("Một", "Hai", "Ba"));
    }

    @Test
    void deliveryThatIsNotSignedByTheHubIsAnsweredAndDropped() {
        SERVER.set("/forged", feedOf("/hub", "1|Một" + TIME));
        String topic = awaitSubscription(HUB, "/forged");
        Map<String, String> subscription = HUB.confirmed.getOrDefault(topic, Map.of());
        String callback = String.valueOf(subscription.get("hub.callback"));
        byte[] body = Wire.rss("2|Giả" + TIME);
        byte[] secret = String.valueOf(subscription.get("hub.secret")).getBytes(UTF_8);
        String sha1 = "sha1=" + HexFormat.of().formatHex(Signature.mac("HmacSHA1", secret, body));
        String other = "sha256=" + HexFormat.of().formatHex(Signature.mac("HmacSHA256", secret, new byte[1]));

        for (String signature : List.of("", "sha256=", "sha256=zz", "sha256=00", sha1, other)) {
            assertThat(TestHub.deliver(callback, "application/rss+xml", body, signature)
                            .statusCode())
                    .isEqualTo(202);
        }

        assertThat(count("dropped", "forged")).isEqualTo(6).isEqualTo(count("delivered", "forged"));
        assertThat(WIRE.headlines("forged")).containsExactly("Một");
    }

    @Test
    void callbackThatWasNotGivenOutIsNotFound() {
        SERVER.set("/forged", feedOf("/hub", "1|Một" + TIME));
        String topic = awaitSubscription(HUB, "/forged");
        String callback =
                String.valueOf(HUB.confirmed.getOrDefault(topic, Map.of()).get("hub.callback"));
        Map<String, String> meant =
                Map.of("hub.mode", "subscribe", "hub.topic", topic, "hub.challenge", "x", "hub.lease_seconds", "9");
        String changed = callback.substring(0, callback.length() - 2) + (callback.endsWith("AA") ? "BB" : "AA");

        assertThat(TestHub.ask(callback, meant).statusCode()).isEqualTo(200);
        assertThat(TestHub.ask(changed, meant).statusCode()).isEqualTo(404);
        assertThat(TestHub.ask(callback.replace("/forged/", "/delivered/"), meant)
                        .statusCode())
                .isEqualTo(404);
        assertThat(TestHub.deliver(changed, "text/xml", new byte[1], "").statusCode())
                .isEqualTo(404);
        assertThat(TestHub.ask(callback, with(meant, "hub.topic", "https://example.org/other"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(TestHub.ask(callback, with(meant, "hub.mode", "unsubscribe")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void leaseIsRenewedBeforeItEnds() {
        OTHER_HUB.leaseSeconds = 1;
        SERVER.set("/renewed", feedOf("/other-hub", "1|Một" + TIME));
        String topic = awaitSubscription(OTHER_HUB, "/renewed");

        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> OTHER_HUB.asked.stream()
                                .filter(form -> topic.equals(form.get("hub.topic")))
                                .count()
                        > 2);
    }

    @Test
    void feedWhoseHubDeniesItIsPolled(CapturedOutput output) {
        SERVER.set("/denied", feedOf("/hub", "1|Một" + TIME));
        String topic = awaitSubscription(HUB, "/denied");
        String callback =
                String.valueOf(HUB.confirmed.getOrDefault(topic, Map.of()).get("hub.callback"));

        int answer = TestHub.ask(callback, Map.of("hub.mode", "denied", "hub.topic", topic, "hub.reason", "no longer"))
                .statusCode();

        assertThat(answer).isEqualTo(200);
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> output.getOut().contains("the hub of feed denied denies the subscription: no longer"));
        SERVER.set("/denied", feedOf("/hub", "1|Một" + TIME, "2|Hai" + TIME));
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> WIRE.headlines("denied").contains("Hai"));
    }

    @Test
    void hubThatAnswersAnErrorIsToldOnceAndTheFeedIsPolled(CapturedOutput output) {
        SERVER.set("/broken-hub", FeedServer.with(400, "hub.reason=unknown topic".getBytes(UTF_8)));
        SERVER.set("/unwilling", feedOf("/broken-hub", "1|Một" + TIME));

        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> output.getOut()
                        .contains("feed unwilling can not be subscribed at 127.0.0.1:"
                                + " answered 400: hub.reason=unknown topic; it is polled"));
        SERVER.set("/unwilling", feedOf("/broken-hub", "1|Một" + TIME, "2|Hai" + TIME));
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> WIRE.headlines("unwilling").contains("Hai"));
    }

    @Test
    void restartSubscribesAnewUnderTheSameAddress() throws IOException {
        var hub = new TestHub();
        SERVER.hub("/third-hub", hub::subscribe);
        SERVER.set("/resubscribed", feedOf("/third-hub", "1|Một" + TIME));
        List<String> settings = settings("resubscribed");
        try (var alone = new Wire()) {
            var first = alone.start(settings);
            String topic = awaitSubscription(hub, "/resubscribed");
            first.close();
            int asked = hub.asked.size();
            // Without a change: the hub must be known without being found again.
            SERVER.set("/resubscribed", FeedServer.with(404, new byte[0]));
            var second = alone.start(settings);

            await().atMost(20, TimeUnit.SECONDS).until(() -> hub.asked.size() > asked);
            assertThat(hub.asked.getLast()).isEqualTo(hub.asked.getFirst());
            assertThat(hub.deliver(topic, "application/rss+xml", Wire.rss("2|Hai" + TIME))
                            .statusCode())
                    .isEqualTo(202);
            assertThat(alone.headlines("resubscribed")).contains("Hai");
            second.close();
        }
    }

    @Test
    void deliveryToAFeedThatIsNoneAnyMoreEndsTheSubscription() {
        String key = "0123456789abcdef0123456789abcdef";
        var callback = Callback.of(key, "removed", "https://example.org/f");
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        String address =
                callback.under(java.net.URI.create("http://127.0.0.1:" + port)).toString();

        assertThat(TestHub.deliver(address, "text/xml", new byte[1], "").statusCode())
                .isEqualTo(410);
        assertThat(TestHub.ask(
                                address,
                                Map.of(
                                        "hub.mode",
                                        "unsubscribe",
                                        "hub.topic",
                                        "https://example.org/f",
                                        "hub.challenge",
                                        "echo"))
                        .body())
                .isEqualTo("echo");
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        var changed = new java.util.HashMap<>(parameters);
        changed.put(name, value);
        return changed;
    }

    private static FeedServer.Answer feedOf(String hub, String... items) {
        byte[] rss = new String(Wire.rss(items), UTF_8)
                .replace(
                        "<channel>",
                        "<channel><atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"hub\" href=\"%s\"/>"
                                .formatted(SERVER.at(hub)))
                .getBytes(UTF_8);
        return FeedServer.with(200, rss, "Content-Type: application/rss+xml");
    }

    private static String awaitSubscription(TestHub hub, String path) {
        String topic = SERVER.at(path).toString();
        await().atMost(20, TimeUnit.SECONDS).until(() -> hub.confirmed.containsKey(topic));
        return topic;
    }

    private static List<String> settings(String... feeds) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var settings = new ArrayList<>(Wire.polled(SERVER, feeds));
        Stream.of(feeds)
                .map("--dongtin.ingest.feeds.%s.websub.allow-inner=true"::formatted)
                .forEach(settings::add);
        settings.add("--server.port=" + port);
        settings.add("--dongtin.ingest.websub.callback=http://127.0.0.1:%d/".formatted(port));
        settings.add("--dongtin.ingest.websub.key=0123456789abcdef0123456789abcdef");
        settings.add("--dongtin.ingest.websub.look=100ms");
        return settings;
    }

    /** After all that the tests delivered. */
    private static void requireThatDeliveriesAddUp(MeterRegistry figures) {
        assertThat(figures.get("wire.websub.delivered").counters()).isNotEmpty().allSatisfy(delivered -> {
            String feed = String.valueOf(delivered.getId().getTag("feed"));
            assertThat(Stream.of("taken", "dropped", "returned")
                            .mapToDouble(fate -> figures.get("wire.websub." + fate)
                                    .tag("feed", feed)
                                    .counter()
                                    .count())
                            .sum())
                    .as(feed)
                    .isEqualTo(delivered.count());
        });
    }

    private static double count(String fate, String feed) {
        var counter = service.getBean(MeterRegistry.class)
                .find("wire.websub." + fate)
                .tag("feed", feed)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}

package dongtin.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.feed.PollSettings;
import dongtin.ingest.raw.IntakeProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FeedFetchTests {

    private static final int LIMIT = 10_000;
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final byte[] FEED = "<rss><channel/></rss>".getBytes(UTF_8);

    private final FeedServer server = new FeedServer();
    private final FeedServer elsewhere = new FeedServer();
    private final FeedFetch fetch = new FeedFetch(
            new FetchProperties(
                    Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofMillis(1_500), 3, "test-agent"),
            new IntakeProperties(DataSize.ofBytes(LIMIT), 100),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void stop() throws IOException {
        server.close();
        elsewhere.close();
        fetch.close();
    }

    @Test
    void messageComesWithWhatTheServerSaysAroundIt() {
        server.set(
                "/f",
                FeedServer.with(
                        200,
                        FEED,
                        "Content-Type: application/rss+xml; charset=utf-8",
                        "ETag: W/\"7\"",
                        "Last-Modified: Wed, 25 Nov 2026 07:00:00 GMT",
                        "Cache-Control: public, Max-Age=90",
                        "Age: 30",
                        "Link: <https://hub.example.org/>; rel=\"hub\", </f>; rel=self"));

        var message = (Fetched.Message) fetch.fetch(feed("/f"));

        assertThat(message.body()).isEqualTo(FEED);
        assertThat(message.contentType()).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(message.terms().validators())
                .isEqualTo(new Validators(server.at("/f"), "W/\"7\"", "Wed, 25 Nov 2026 07:00:00 GMT"));
        assertThat(message.terms().freshFor()).isEqualTo(Duration.ofSeconds(60));
        assertThat(message.terms().links())
                .containsExactly(
                        new FeedLink("hub", URI.create("https://hub.example.org/")),
                        new FeedLink("self", server.at("/f")));
        assertThat(server.asked("/f").getFirst().header("User-Agent")).isEqualTo("test-agent");
    }

    @Test
    void validatorsAreSentToTheAddressThatGaveThemAlone() {
        server.set("/f", FeedServer.with(304, new byte[0], "ETag: \"7\""));
        server.set("/other", FeedServer.with(200, FEED));
        var known = new Validators(server.at("/f"), "\"7\"", "Wed, 25 Nov 2026 07:00:00 GMT");

        assertThat(fetch.fetch(feed("/f"), known, fetch.share())).isInstanceOf(Fetched.Unchanged.class);
        assertThat(fetch.fetch(feed("/other"), known, fetch.share())).isInstanceOf(Fetched.Message.class);

        assertThat(server.asked("/f").getFirst().header("If-None-Match")).isEqualTo("\"7\"");
        assertThat(server.asked("/f").getFirst().header("If-Modified-Since"))
                .isEqualTo("Wed, 25 Nov 2026 07:00:00 GMT");
        assertThat(server.asked("/other").getFirst().header("If-None-Match")).isEmpty();
        assertThat(server.asked("/other").getFirst().header("If-Modified-Since"))
                .isEmpty();
    }

    @Test
    void nothingChangedIsNoAnswerToWhoAskedForTheMessage() {
        server.set("/f", FeedServer.with(304, new byte[0]));

        assertThat(fetch.fetch(feed("/f")))
                .isEqualTo(new Fetched.Failed("answered 304 to a request without conditions", null));
    }

    @Test
    void compressedMessageIsUnpacked() throws IOException {
        server.set("/f", FeedServer.with(200, gzip(FEED), "Content-Encoding: gzip"));

        var message = (Fetched.Message) fetch.fetch(feed("/f"));

        assertThat(message.body()).isEqualTo(FEED);
        assertThat(server.asked("/f").getFirst().header("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void messageIsReadUpToTheLimitWhetherDeclaredStreamedOrPacked() throws IOException {
        byte[] large = new byte[LIMIT + 1];
        server.set("/declared", FeedServer.with(200, large));
        server.set("/streamed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write(new byte[LIMIT]);
            }
            exchange.close();
        });
        server.set("/packed", FeedServer.with(200, gzip(new byte[50_000_000]), "Content-Encoding: gzip"));
        server.set("/just", FeedServer.with(200, new byte[LIMIT]));

        for (String path : new String[] {"/declared", "/streamed", "/packed"}) {
            assertThat(reason(fetch.fetch(feed(path)))).endsWith("the message is larger than 10000 bytes");
        }
        assertThat(fetch.fetch(feed("/just"))).isInstanceOf(Fetched.Message.class);
    }

    @Test
    void compressedBytesThatUnfoldToNothingEndToo() {
        server.set("/f", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            byte[] nothing = gzip(new byte[0]);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(nothing);
            }
            exchange.close();
        });

        assertThat(reason(fetch.fetch(feed("/f")))).endsWith("the message is larger than 10000 bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip | the body is no gzip
                    br   | Content-Encoding br was not asked for
                    """)
    void bodyInAnotherEncodingThanDeclaredOrAskedIsRefused(String encoding, String reason) {
        server.set("/f", FeedServer.with(200, FEED, "Content-Encoding: " + encoding));

        assertThat(reason(fetch.fetch(feed("/f")))).contains(reason);
    }

    @Test
    void messageThatBreaksOffIsNone() {
        server.set("/f", exchange -> {
            exchange.sendResponseHeaders(200, FEED.length + 5);
            exchange.getResponseBody().write(FEED);
            exchange.getResponseBody().flush();
            exchange.getHttpContext().getServer().stop(0);
        });

        assertThat(fetch.fetch(feed("/f"))).isInstanceOf(Fetched.Failed.class);
    }

    @Test
    void headersWithoutEndAreNotRead() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try (var one = socket.accept()) {
                    one.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
                    for (int i = 0; i < 10_000; i++) {
                        one.getOutputStream().write(new byte[10_000]);
                    }
                } catch (IOException e) {
                    // hung up on, as it should be
                }
            });
            URI endless = URI.create("http://127.0.0.1:%d/".formatted(socket.getLocalPort()));

            assertThat(reason(fetch.fetch(settings(endless, true, Map.of())))).contains("Maximum line length");
        }
    }

    @Test
    void serverThatIsSilentOrDripsIsLeftInTime() {
        var over = new CountDownLatch(1);
        server.set("/silent", exchange -> await(over, Duration.ofSeconds(10)));
        server.set("/drips", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100 && !await(over, Duration.ofMillis(100)); i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            }
        });

        long begun = System.nanoTime();
        assertThat(reason(fetch.fetch(feed("/silent")))).endsWith("was silent for 500 ms");
        assertThat(reason(fetch.fetch(feed("/drips")))).isEqualTo("not over within 1500 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        over.countDown();
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "'Wed, 25 Nov 2026 08:10:00 GMT', PT10M", "'Wed, 25 Nov 2026 07:10:00 GMT',", "soon,"})
    void timeToComeAgainIsSecondsOrADate(String header, @Nullable Duration wait) {
        server.set("/f", FeedServer.with(503, new byte[0], "Retry-After: " + header));

        assertThat(fetch.fetch(feed("/f"))).isEqualTo(new Fetched.Failed("answered 503", wait));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control: no-cache, max-age=60 |",
                "Cache-Control: max-age=60 | PT1M",
                "Expires: 0 |",
                "Cache-Control: max-age=x |"
            })
    void lifetimeIsWhatCachesAreTold(String header, @Nullable Duration lifetime) {
        server.set("/f", FeedServer.with(200, FEED, header));

        assertThat(((Fetched.Message) fetch.fetch(feed("/f"))).terms().freshFor())
                .isEqualTo(lifetime);
    }

    @Test
    void expiryIsCountedByTheServersOwnClock() {
        // The server states its own time, which is not the one that is fixed here.
        Instant expires = Instant.now().plus(Duration.ofHours(1));
        server.set("/f", FeedServer.with(200, FEED, "Expires: " + DateUtils.formatStandardDate(expires)));

        assertThat(((Fetched.Message) fetch.fetch(feed("/f"))).terms().freshFor())
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void goneIsGone() {
        server.set("/f", FeedServer.with(410, new byte[0]));

        assertThat(fetch.fetch(feed("/f"))).isEqualTo(new Fetched.Gone(server.at("/f")));
    }

    @Test
    void redirectsAreFollowedAndOnlyWhatHoldsForGoodIsNoted() {
        server.set("/f", FeedServer.with(301, new byte[0], "Location: /g"));
        server.set("/g", FeedServer.with(308, new byte[0], "Location: " + server.at("/") + "tin m\u00e0u"));
        server.set("/tin m\uFFFDu", FeedServer.with(302, new byte[0], "Location: /today"));
        server.set("/today", FeedServer.with(200, FEED));

        var message = (Fetched.Message) fetch.fetch(feed("/f"));

        assertThat(message.from()).isEqualTo(server.at("/today"));
        assertThat(message.terms().movedTo()).isEqualTo(server.at("/tin%20m%E0u"));
    }

    @Test
    void redirectsEnd() {
        server.set("/f", FeedServer.with(302, new byte[0], "Location: /f"));

        assertThat(reason(fetch.fetch(feed("/f")))).isEqualTo("redirected more than 3 times");
        assertThat(server.asked("/f")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "//user:word@127.0.0.1/", "http:///x", "http://["})
    void redirectToAnythingButTheWebIsRefused(String target) {
        server.set("/f", FeedServer.with(302, new byte[0], "Location: " + target));

        assertThat(reason(fetch.fetch(feed("/f")))).contains("redirected ");
        assertThat(server.asked("/f").size()).isLessThanOrEqualTo(4);
    }

    @Test
    void headersOfTheSettingsGoToTheFeedsOwnHostAlone() {
        server.set("/f", FeedServer.with(302, new byte[0], "Location: /g"));
        server.set("/g", FeedServer.with(302, new byte[0], "Location: " + elsewhere.at("/h")));
        elsewhere.set("/h", FeedServer.with(200, FEED));
        var settings = settings(server.at("/f"), true, Map.of("Authorization", "Bearer word"));

        assertThat(fetch.fetch(settings)).isInstanceOf(Fetched.Message.class);

        assertThat(server.asked("/g").getFirst().header("Authorization")).isEqualTo("Bearer word");
        assertThat(elsewhere.asked("/h").getFirst().header("Authorization")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=utf-8, <?xml version='1.0'?><rss/>, application/xml; charset=utf-8",
        "text/html, <!DOCTYPE html><html>, text/html",
        "text/plain, ' {\"version\": 1}', application/json",
        ", <feed xmlns='x'>, application/xml",
        "text/plain, Hà Nội, text/plain",
        "application/json, <rss/>, application/json"
    })
    void typeThatSaysNothingGivesWayToWhatTheMessageIs(@Nullable String declared, String body, String type) {
        assertThat(DeclaredType.of(declared, body.getBytes(UTF_8))).isEqualTo(type);
    }

    private static boolean await(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static String reason(Fetched fetched) {
        return ((Fetched.Failed) fetched).reason();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private PollSettings feed(String path) {
        return settings(server.at(path), true, Map.of());
    }

    static PollSettings settings(URI url, boolean allowInner, Map<String, String> headers) {
        return new PollSettings(url, Duration.ofSeconds(15), Duration.ofHours(1), null, headers, allowInner);
    }
}

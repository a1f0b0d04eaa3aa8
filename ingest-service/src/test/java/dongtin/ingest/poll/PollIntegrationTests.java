package dongtin.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dongtin.message.RawItem;
import dongtin.message.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class PollIntegrationTests {

    private static final String TIME = "Wed, 25 Nov 2026 07:00:00 +0700";

    private static final FeedServer SERVER = new FeedServer();
    private static final Wire WIRE = new Wire();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = WIRE.start(Wire.polled(
                SERVER,
                "growing",
                "conditional",
                "reverted",
                "timeless",
                "late",
                "unreadable",
                "refusing",
                "gone",
                "slow",
                "quick",
                "empty",
                "moved",
                "jsonfeed",
                "waiting"));
    }

    @AfterAll
    static void stop() {
        MeterRegistry figures = service.getBean(MeterRegistry.class);
        service.close();
        requireThatPollsAddUp(figures);
        SERVER.close();
        WIRE.close();
    }

    @Test
    void eachItemIsPublishedOnceThoughTheFeedShowsItAgainAndAgain() {
        SERVER.set("/growing", Wire.feed("1|Một|" + TIME, "2|Hai|" + TIME));
        awaitHeadlines("growing", "Một", "Hai");
        SERVER.set("/growing", Wire.feed("3|Ba|" + TIME, "1|Một|" + TIME, "2|Hai|" + TIME));
        awaitHeadlines("growing", "Một", "Hai", "Ba");
        SERVER.set("/growing", Wire.feed("2|Hai mới|" + TIME, "3|Ba|" + TIME, "1|Một|" + TIME));

        awaitHeadlines("growing", "Một", "Hai", "Ba", "Hai mới");

        awaitMorePolls("growing");
        assertThat(WIRE.headlines("growing")).hasSize(4);
        assertThat(count("received", "growing"))
                .isEqualTo(4)
                .isEqualTo(count("accepted", "growing") + count("refused", "growing") + count("failed", "growing"));
        RawItem last = WIRE.items("growing").getLast();
        assertThat(WIRE.records(Topics.ORIGINAL))
                .anyMatch(original -> original.key().equals(last.original().sha256()));
    }

    @Test
    void serverIsAskedOnlyWhetherAnythingChanged() {
        SERVER.set("/conditional", exchange -> {
            boolean known = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            FeedServer.with(known ? 304 : 200, known ? new byte[0] : Wire.rss("1|Một|" + TIME), "ETag: \"1\"")
                    .to(exchange);
        });

        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> SERVER.asked("/conditional").stream()
                                .filter(asked -> asked.header("If-None-Match").equals("\"1\""))
                                .count()
                        > 2);
        assertThat(WIRE.headlines("conditional")).containsExactly("Một");
    }

    @Test
    void wordingThatIsTakenBackIsPublishedAgain() {
        for (String title : new String[] {"Trước", "Sau", "Trước"}) {
            int published = WIRE.headlines("reverted").size();
            SERVER.set("/reverted", Wire.feed("1|" + title + "|" + TIME));
            await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> WIRE.headlines("reverted").size() > published);
        }

        assertThat(WIRE.headlines("reverted")).containsExactly("Trước", "Sau", "Trước");
    }

    @Test
    void itemWithoutATimeIsPublishedOnce() {
        SERVER.set("/timeless", Wire.feed("1|Một"));
        awaitHeadlines("timeless", "Một");
        SERVER.set("/timeless", Wire.feed("2|Hai", "1|Một"));

        awaitHeadlines("timeless", "Một", "Hai");
        awaitMorePolls("timeless");
        assertThat(WIRE.headlines("timeless")).hasSize(2);
    }

    @Test
    void itemThatComesLateOrWithTheTimeOfAnotherIsNotLost() {
        SERVER.set("/late", Wire.feed("1|Một|" + TIME));
        awaitHeadlines("late", "Một");
        SERVER.set("/late", Wire.feed("1|Một|" + TIME, "2|Cùng giờ|" + TIME));
        awaitHeadlines("late", "Một", "Cùng giờ");
        SERVER.set("/late", Wire.feed("1|Một|" + TIME, "0|Muộn|Tue, 03 Nov 2026 07:00:00 +0700"));

        awaitHeadlines("late", "Một", "Cùng giờ", "Muộn");
    }

    @Test
    void messageThatCanNotBeReadIsFetchedAgainAndCountedOnce(CapturedOutput output) {
        byte[] page = "<!DOCTYPE html><html><body>Bảo trì</body></html>".getBytes(UTF_8);
        SERVER.set("/unreadable", FeedServer.with(200, page, "Content-Type: text/html", "ETag: \"page\""));
        await().atMost(30, TimeUnit.SECONDS).until(() -> {
            Pace pace = pace("unreadable");
            return pace != null && pace.failures() > 2 && pace.unreadable() != null;
        });

        assertThat(count("refused", "unreadable")).isEqualTo(1);
        assertThat(SERVER.asked("/unreadable"))
                .noneMatch(asked -> !asked.header("If-None-Match").isEmpty());
        assertThat(lines(output, "feed unreadable can not be polled: no format for text/html"))
                .isEqualTo(1);

        SERVER.set("/unreadable", Wire.feed("1|Một|" + TIME));
        awaitHeadlines("unreadable", "Một");
        await().atMost(30, TimeUnit.SECONDS).until(() -> lines(output, "feed unreadable is polled again after") == 1);
    }

    @Test
    void refusedItemIsToldOnceWhereverItStandsLater(CapturedOutput output) {
        String broken = "<item><guid>x</guid></item>";
        SERVER.set("/refusing", FeedServer.with(200, feedWith(broken, "1|Một"), "Content-Type: text/xml"));
        awaitHeadlines("refusing", "Một");
        SERVER.set("/refusing", FeedServer.with(200, feedWith(broken, "1|Một", "2|Hai"), "Content-Type: text/xml"));
        awaitHeadlines("refusing", "Một", "Hai");
        SERVER.set("/refusing", FeedServer.with(200, feedWith(broken + broken, "1|Một"), "Content-Type: text/xml"));

        await().atMost(30, TimeUnit.SECONDS).until(() -> count("refused", "refusing") == 2);
        awaitMorePolls("refusing");
        assertThat(lines(output, "an item of feed refusing is refused")).isEqualTo(2);
        assertThat(count("received", "refusing")).isEqualTo(4);
    }

    @Test
    void feedThatIsGoneIsAskedNoMore(CapturedOutput output) {
        SERVER.set("/gone", FeedServer.with(410, new byte[0]));

        await().atMost(30, TimeUnit.SECONDS).until(() -> {
            PolledFeed feed = poller().inHand().get("gone");
            return feed != null && feed.gone();
        });

        int asked = SERVER.asked("/gone").size();
        awaitMorePolls("empty");
        assertThat(SERVER.asked("/gone")).hasSize(asked);
        assertThat(lines(output, "feed gone is gone for good, says 127.0.0.1 (410)"))
                .isEqualTo(1);
        assertThat(service.getBean(PollHealth.class).health().getDetails().get("gone"))
                .asString()
                .contains("trouble=gone for good (410)")
                .doesNotContain("due=");
    }

    @Test
    void feedWhoseServerIsSilentKeepsNoOtherWaiting() {
        var over = new CountDownLatch(1);
        var waiting = new AtomicInteger();
        SERVER.set("/slow", exchange -> {
            waiting.incrementAndGet();
            try {
                over.await(25, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().atMost(30, TimeUnit.SECONDS).until(() -> waiting.get() == 1);

        SERVER.set("/quick", Wire.feed("1|Một|" + TIME));

        awaitHeadlines("quick", "Một");
        assertThat(waiting).hasValue(1); // the same request still
        over.countDown();
    }

    @Test
    void feedWithoutItemsIsInOrder() {
        SERVER.set("/empty", Wire.feed());

        await().atMost(30, TimeUnit.SECONDS).until(() -> {
            Pace pace = pace("empty");
            return pace != null && pace.lastSuccess() != null && pace.trouble() == null;
        });
    }

    @Test
    void feedThatHasMovedForGoodIsReadAndItsNewAddressTold(CapturedOutput output) {
        SERVER.set("/moved", FeedServer.with(301, new byte[0], "Location: /here"));
        SERVER.set("/here", Wire.feed("1|Một|" + TIME));

        awaitHeadlines("moved", "Một");
        awaitMorePolls("moved");
        assertThat(lines(output, "feed moved has moved for good to " + SERVER.at("/here")))
                .isEqualTo(1);
    }

    @Test
    void jsonFeedIsPolledTooWhateverItsServerCallsIt() {
        byte[] json = """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Mẫu",
                 "items": [{"id": "1", "title": "Một", "date_published": "2026-11-25T07:00:00+07:00"}]}
                """.getBytes(UTF_8);
        SERVER.set("/jsonfeed", FeedServer.with(200, json, "Content-Type: text/plain"));

        awaitHeadlines("jsonfeed", "Một");
    }

    @Test
    void serverThatWantsToBeLeftAloneIs() {
        SERVER.set("/waiting", FeedServer.with(503, new byte[0], "Retry-After: 3600"));

        await().atMost(30, TimeUnit.SECONDS).until(() -> {
            Pace pace = pace("waiting");
            return pace != null && "answered 503".equals(pace.trouble());
        });

        int asked = SERVER.asked("/waiting").size();
        awaitMorePolls("empty");
        assertThat(SERVER.asked("/waiting")).hasSize(asked);
    }

    private static byte[] feedWith(String more, String... items) {
        return new String(Wire.rss(items), UTF_8)
                .replace("</channel>", more + "</channel>")
                .getBytes(UTF_8);
    }

    /** After all that the tests did to the feeds. */
    private static void requireThatPollsAddUp(MeterRegistry figures) {
        assertThat(figures.get("wire.poll.asked").counters())
                .hasSizeGreaterThan(8)
                .allSatisfy(asked -> {
                    String feed = String.valueOf(asked.getId().getTag("feed"));
                    assertThat(Stream.of("fresh", "unchanged", "failed", "returned")
                                    .mapToDouble(fate -> figures.get("wire.poll." + fate)
                                            .tag("feed", feed)
                                            .counter()
                                            .count())
                                    .sum())
                            .as(feed)
                            .isEqualTo(asked.count());
                });
    }

    private static void awaitHeadlines(String feed, String... headlines) {
        await().atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(WIRE.headlines(feed)).containsExactlyInAnyOrder(headlines));
    }

    private static void awaitMorePolls(String feed) {
        int before = SERVER.asked("/" + feed).size();
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> SERVER.asked("/" + feed).size() > before + 2);
    }

    private static Poller poller() {
        return service.getBean(Poller.class);
    }

    private static @Nullable Pace pace(String feed) {
        PolledFeed polled = poller().inHand().get(feed);
        return polled == null ? null : polled.pace();
    }

    private static long lines(CapturedOutput output, String words) {
        return output.getOut().lines().filter(line -> line.contains(words)).count();
    }

    private static double count(String fate, String feed) {
        var counter = service.getBean(MeterRegistry.class)
                .find("wire.ingest." + fate)
                .tag("feed", feed)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}

package dongtin.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.feed.WebSubSettings;
import dongtin.ingest.poll.FeedLink;
import dongtin.ingest.poll.FeedPolled;
import dongtin.ingest.poll.Fetched;
import dongtin.ingest.poll.Terms;
import dongtin.ingest.poll.Validators;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubTests {

    private static final URI FEED = URI.create("https://example.org/news/feed");
    private static final Hub FOUND =
            new Hub(URI.create("https://hub.example.org/"), URI.create("https://example.org/f"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    application/atom+xml | <feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://hub.example.org/"/><link rel="self" href="/f"/><entry/></feed>
                    application/rss+xml  | <rss><channel><atom:link rel="hub" href="https://hub.example.org/"/><a10:link rel="self" href="https://example.org/f"/><item/></channel></rss>
                    application/feed+json| {"hubs": [{"type": "rssCloud", "url": "https://x.example"}, {"type": "WebSub", "url": "https://hub.example.org/"}], "feed_url": "https://example.org/f"}
                    """)
    void hubAndTopicAreFoundInTheFeed(String type, String body) {
        assertThat(Hub.of(settings(null, null), polled(type, body, List.of()), FEED))
                .isEqualTo(FOUND);
    }

    @Test
    void linksOfTheHeadersComeFirst() {
        String body = "<feed><link rel='hub' href='https://other.example/'/><link rel='self' href='/other'/></feed>";
        var links = List.of(new FeedLink("hub", FOUND.hub()), new FeedLink("self", FOUND.topic()));

        assertThat(Hub.of(settings(null, null), polled("application/xml", body, links), FEED))
                .isEqualTo(FOUND);
        assertThat(Hub.of(settings(null, null), new FeedPolled("f", null, links), FEED))
                .isEqualTo(FOUND);
    }

    @Test
    void linksOfItemsAndHubsThatAreNoneAreNotTaken() {
        for (String hub :
                List.of("mailto:x@example.org", "file:///f", "https://me:word@hub.example.org/", "http://[")) {
            String body = "<feed><link rel='hub' href='%s'/></feed>".formatted(hub);
            assertThat(Hub.of(settings(null, null), polled("text/xml", body, List.of()), FEED))
                    .isNull();
        }
        String item = "<rss><channel><item><link rel='hub' href='https://hub.example.org/'/></item></channel></rss>";
        assertThat(Hub.of(settings(null, null), polled("text/xml", item, List.of()), FEED))
                .isNull();
    }

    @Test
    void settingsOutrankTheFeedWhoseAddressIsTheTopicElse() {
        assertThat(Hub.of(settings(FOUND.hub(), FOUND.topic()), polled("text/xml", "<feed/>", List.of()), FEED))
                .isEqualTo(FOUND);
        assertThat(Hub.of(settings(FOUND.hub(), null), polled("text/xml", "<feed/>", List.of()), FEED))
                .isEqualTo(new Hub(FOUND.hub(), FEED));
    }

    private static WebSubSettings settings(@Nullable URI hub, @Nullable URI topic) {
        return new WebSubSettings(Duration.ofDays(5), hub, topic, false);
    }

    private static FeedPolled polled(String type, String body, List<FeedLink> links) {
        var message = new Fetched.Message(
                FEED, body.getBytes(UTF_8), type, new Terms(Validators.NONE, null, null, null, links));
        return new FeedPolled("f", message, links);
    }
}

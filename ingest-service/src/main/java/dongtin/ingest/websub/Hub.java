package dongtin.ingest.websub;

import dongtin.ingest.feed.WebSubSettings;
import dongtin.ingest.poll.FeedLink;
import dongtin.ingest.poll.FeedPolled;
import dongtin.ingest.poll.Fetched;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a feed's news are delivered from, as the feed itself says (W3C WebSub, 4): in the headers of its answer, else in the
 * feed. Kept under {@link #KIND} by whoever has the feed in hand.
 *
 * @param topic what to subscribe to: the feed's link to itself
 */
record Hub(URI hub, URI topic) {

    static final String KIND = "hub";

    /** The links stand before the items. */
    private static final int START = 1 << 16;

    /** What the settings and the answer to a poll say; null where there is no hub. */
    static @Nullable Hub of(WebSubSettings settings, FeedPolled polled, URI asked) {
        URI hub = settings.hub();
        URI topic = settings.topic();
        List<FeedLink> links = polled.links();
        Fetched.Message message = polled.message();
        if (message != null && (hub == null || topic == null) && find(links, "hub") == null) {
            links = new ArrayList<>(links);
            links.addAll(inside(message));
        }
        hub = hub != null ? hub : find(links, "hub");
        topic = topic != null ? topic : find(links, "self");
        return hub == null || !web(hub) ? null : new Hub(hub, topic != null && web(topic) ? topic : asked);
    }

    private static boolean web(URI address) {
        return address.getHost() != null
                && String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT).matches("https?")
                && address.getRawUserInfo() == null;
    }

    private static @Nullable URI find(List<FeedLink> links, String relation) {
        return links.stream()
                .filter(link -> link.relation().equals(relation))
                .map(FeedLink::target)
                .findFirst()
                .orElse(null);
    }

    private static List<FeedLink> inside(Fetched.Message message) {
        String type = String.valueOf(message.contentType()).toLowerCase(Locale.ROOT);
        return type.contains("json") ? insideJson(message) : insideXml(message);
    }

    private static List<FeedLink> insideXml(Fetched.Message message) {
        byte[] start = Arrays.copyOf(message.body(), Math.min(message.body().length, START));
        var links = new ArrayList<FeedLink>();
        try {
            for (Element element : Jsoup.parse(
                            new ByteArrayInputStream(start),
                            null,
                            message.from().toString(),
                            Parser.xmlParser())
                    .getAllElements()) {
                String name = element.tagName().substring(element.tagName().indexOf(':') + 1);
                if (name.equals("item") || name.equals("entry")) {
                    return links;
                }
                if (name.equals("link") && !element.attr("rel").isEmpty()) {
                    add(links, element.attr("rel"), message.from(), element.attr("href"));
                }
            }
        } catch (IOException e) {
            return links; // a charset that nobody knows
        }
        return links;
    }

    private static List<FeedLink> insideJson(Fetched.Message message) {
        var links = new ArrayList<FeedLink>();
        try {
            JsonNode feed = JsonMapper.shared().readTree(message.body());
            for (JsonNode hub : feed.path("hubs")) {
                if (hub.path("type").asString("").equalsIgnoreCase("websub")) {
                    add(links, "hub", message.from(), hub.path("url").asString(""));
                }
            }
            add(links, "self", message.from(), feed.path("feed_url").asString(""));
        } catch (JacksonException e) {
            return List.of();
        }
        return links;
    }

    private static void add(List<FeedLink> links, String relation, URI base, String address) {
        if (!address.isBlank()) {
            try {
                links.add(new FeedLink(relation.strip().toLowerCase(Locale.ROOT), base.resolve(address.strip())));
            } catch (IllegalArgumentException e) {
                // No address: as if it were not there.
            }
        }
    }
}

package dongtin.ingest.format;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * RSS 2.0, 0.9x and, in RDF, 0.90 and 1.0, with what feeds borrow from other vocabularies: Dublin Core, content, Media RSS, Atom.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 * @see <a href="https://web.resource.org/rss/1.0/spec">RSS 1.0</a>
 */
final class RssFormat implements WireFormat {

    private static final Set<String> TYPES = Set.of("application/rss+xml", "application/rdf+xml");
    private static final Set<String> ROOTS = Set.of("rss", "RDF");

    /** {@code desk@example.org (Lê Thử)}, as RSS has it. */
    private static final Pattern MAIL_AND_NAME = Pattern.compile("[^\\s@()]++@[^\\s@()]++\\s*+\\(([^()]++)\\)");

    @Override
    public String name() {
        return "rss";
    }

    @Override
    public boolean claims(WireContent content) {
        if (content.writtenIn() != WireContent.Notation.XML) {
            return false;
        }
        String root = content.root();
        return ROOTS.contains(root)
                || (TYPES.contains(content.type().name())
                        && !AtomFormat.ROOTS.contains(root)
                        && !XmlMessage.NEWS_ROOTS.contains(root));
    }

    @Override
    public List<Reading> read(WireContent content) {
        return content.xml(XmlMessage.FEED, xml -> {
            String language = xml.header().stream()
                    .filter(part ->
                            part.name().equals("language") || part.name().equals("dc:language"))
                    .map(part -> part.text().strip())
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse(null);
            return FeedItem.readings(
                    xml,
                    ROOTS.contains(content.root()),
                    item -> item(content, language, item),
                    draft -> draft.versionCreated);
        });
    }

    private ItemDraft item(WireContent content, @Nullable String language, XmlElement item) {
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        identity(item, draft);
        language(item, language, draft);
        times(item, draft);
        words(item, draft);
        people(item, draft);
        subjects(item, draft);
        media(item, draft);
        FeedItem.complete(draft, "guid", "pubDate");
        return draft;
    }

    private static void identity(XmlElement item, ItemDraft draft) {
        String guid = item.childText("guid");
        String link = item.childText("link");
        String about = item.attribute("rdf:about");
        if (link == null) {
            link = alternate(item);
        }
        draft.guid = guid != null ? WireText.line(guid) : about.isEmpty() ? null : about;
        if (link != null) {
            draft.link = FeedLinks.web("link", item.base(), link, draft);
        } else if (guid != null && isLink(item)) {
            // A guid is a link unless it says that it is none, and many that are none do not say so.
            draft.link = guid.startsWith("http") ? FeedLinks.web("guid", item.base(), guid, draft) : null;
        } else if (!about.isEmpty()) {
            draft.link = FeedLinks.web("rdf:about", item.base(), about, draft);
        }
    }

    private static boolean isLink(XmlElement item) {
        return item.all("guid").stream()
                .noneMatch(guid -> guid.attribute("isPermaLink").equals("false"));
    }

    private static @Nullable String alternate(XmlElement item) {
        return item.all("atom:link").stream()
                .filter(link ->
                        link.attribute("rel").isEmpty() || link.attribute("rel").equals("alternate"))
                .map(link -> link.attribute("href"))
                .filter(href -> !href.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static void language(XmlElement item, @Nullable String channel, ItemDraft draft) {
        String own = item.childText("dc:language", "language");
        String language = own != null ? own : item.language() != null ? item.language() : channel;
        if (language != null) {
            draft.language(language);
        }
    }

    private static void times(XmlElement item, ItemDraft draft) {
        String created = item.childText(
                "pubDate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "pubdate", "date");
        if (created != null) {
            draft.firstCreated = draft.timeOrDay("pubDate", created);
        }
        String updated = item.childText("atom:updated", "dcterms:modified");
        if (updated != null) {
            draft.versionCreated = draft.timeOrDay("updated", updated);
        }
    }

    private static void words(XmlElement item, ItemDraft draft) {
        String title = item.childText("title", "dc:title", "media:title");
        draft.headline = title == null ? "" : FeedItem.plain(title);
        XmlElement full = item.child("content:encoded", "xhtml:body", "atom:content");
        XmlElement description = item.child("description", "dc:description", "atom:summary", "itunes:summary");
        XmlElement body = full != null ? full : description;
        if (body != null) {
            FeedItem.body(html(body), base(body, draft.link), draft);
        }
        if (full != null && description != null) {
            FeedItem.summary(html(description), draft);
        }
    }

    /** The HTML in an element: escaped, as it should be, or as elements. */
    private static String html(XmlElement element) {
        return element.hasElements() ? element.html() : element.text();
    }

    private static @Nullable URI base(XmlElement element, @Nullable URI link) {
        return element.base() != null ? element.base() : link;
    }

    private static void people(XmlElement item, ItemDraft draft) {
        for (String name : List.of("dc:creator", "author", "atom:author", "itunes:author")) {
            if (!draft.bylines.isEmpty()) {
                return; // the others say the same once more
            }
            for (XmlElement author : item.all(name)) {
                String words = author.childText("atom:name");
                String text = words != null ? words : author.text();
                Matcher mail = MAIL_AND_NAME.matcher(text.strip());
                FeedItem.byline(mail.matches() ? mail.group(1) : text, draft);
            }
        }
    }

    private static void subjects(XmlElement item, ItemDraft draft) {
        item.all("category")
                .forEach(category -> FeedItem.subject(category.attribute("domain"), category.text(), "", draft));
        item.all("dc:subject").forEach(subject -> FeedItem.subject("", subject.text(), "", draft));
        item.all("media:category")
                .forEach(category -> FeedItem.subject(
                        category.attribute("scheme"), category.text(), category.attribute("label"), draft));
        item.all("dc:coverage").forEach(place -> draft.places.add(FeedItem.plain(place.text())));
    }

    private static void media(XmlElement item, ItemDraft draft) {
        for (XmlElement enclosure : item.all("enclosure")) {
            FeedItem.media(
                    "enclosure", enclosure.attribute("type"), item.base(), enclosure.attribute("url"), null, draft);
        }
        mediaRss(item, item, draft);
        for (XmlElement group : item.all("media:group")) {
            mediaRss(group, item, draft);
        }
        if (draft.media.isEmpty()) {
            for (XmlElement thumbnail : item.all("media:thumbnail")) {
                FeedItem.media("media:thumbnail", "image", item.base(), thumbnail.attribute("url"), null, draft);
            }
        }
    }

    private static void mediaRss(XmlElement parent, XmlElement item, ItemDraft draft) {
        for (XmlElement content : parent.all("media:content")) {
            String type = content.attribute("type");
            String caption = content.childText("media:description", "media:title");
            FeedItem.media(
                    "media:content",
                    type.isEmpty() ? content.attribute("medium") : type,
                    item.base(),
                    content.attribute("url"),
                    caption != null ? caption : parent.childText("media:description"),
                    draft);
        }
    }
}

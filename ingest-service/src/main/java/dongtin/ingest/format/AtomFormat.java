package dongtin.ingest.format;

import dongtin.message.Status;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Atom 1.0 (RFC 4287): a feed or a single entry; tombstones (RFC 6721) cancel, drafts (RFC 5023) are withheld. Atom 0.3 is read
 * as far as its names are the same or plainly renamed.
 */
final class AtomFormat implements WireFormat {

    static final Set<String> ROOTS = Set.of("feed", "entry");

    @Override
    public String name() {
        return "atom";
    }

    @Override
    public boolean claims(WireContent content) {
        if (content.writtenIn() != WireContent.Notation.XML) {
            return false;
        }
        String root = content.root();
        return ROOTS.contains(root)
                || (content.type().name().equals("application/atom+xml") && !XmlMessage.NEWS_ROOTS.contains(root));
    }

    @Override
    public List<Reading> read(WireContent content) {
        return content.xml(XmlMessage.FEED, xml -> {
            List<XmlElement> authors = xml.header().stream()
                    .filter(part -> part.name().equals("atom:author"))
                    .toList();
            return FeedItem.readings(
                    xml,
                    ROOTS.contains(content.root()),
                    entry -> entry(content, authors, entry),
                    draft -> draft.versionCreated);
        });
    }

    private ItemDraft entry(WireContent content, List<XmlElement> feedAuthors, XmlElement entry) {
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        if (entry.name().equals("at:deleted-entry")) {
            return tombstone(entry, draft);
        }
        String id = entry.childText("atom:id");
        draft.guid = id == null ? null : WireText.line(id);
        if (entry.language() != null) {
            draft.language(entry.language());
        }
        times(entry, draft);
        links(entry, draft);
        words(entry, draft);
        people(entry, feedAuthors, draft);
        for (XmlElement category : entry.all("atom:category")) {
            FeedItem.subject(
                    category.attribute("scheme"), category.attribute("term"), category.attribute("label"), draft);
        }
        for (XmlElement control : entry.all("app:control")) {
            if ("yes".equals(control.childText("app:draft"))) {
                draft.status = Status.WITHHELD;
            }
        }
        FeedItem.complete(draft, "id", "updated");
        return draft;
    }

    private static ItemDraft tombstone(XmlElement deleted, ItemDraft draft) {
        draft.guid = deleted.attribute("ref").isEmpty() ? null : WireText.line(deleted.attribute("ref"));
        draft.status = Status.CANCELED;
        draft.versionCreated = draft.timeOrDay("when", deleted.attribute("when"));
        return draft;
    }

    private static void times(XmlElement entry, ItemDraft draft) {
        String created = entry.childText("atom:published", "atom:issued", "atom:created");
        if (created != null) {
            draft.firstCreated = draft.timeOrDay("published", created);
        }
        String updated = entry.childText("atom:updated", "atom:modified");
        if (updated != null) {
            draft.versionCreated = draft.timeOrDay("updated", updated);
        }
    }

    private static void links(XmlElement entry, ItemDraft draft) {
        for (XmlElement link : entry.all("atom:link")) {
            String href = link.attribute("href");
            switch (link.attribute("rel")) {
                case "", "alternate", "http://www.iana.org/assignments/relation/alternate" -> {
                    if (draft.link == null || link.attribute("type").equals("text/html")) {
                        URI address = FeedLinks.web("link", link.base(), href, draft);
                        draft.link = address == null ? draft.link : address;
                    }
                }
                case "enclosure" ->
                    FeedItem.media("link", link.attribute("type"), link.base(), href, link.attribute("title"), draft);
                default -> {} // self, replies, related: about the feed, not of the story
            }
        }
    }

    private static void words(XmlElement entry, ItemDraft draft) {
        XmlElement title = entry.child("atom:title");
        draft.headline = title == null ? "" : line(title);
        XmlElement summary = entry.child("atom:summary");
        XmlElement content = entry.child("atom:content");
        for (XmlElement elsewhere : entry.all("atom:content")) {
            FeedItem.media(
                    "content", elsewhere.attribute("type"), elsewhere.base(), elsewhere.attribute("src"), null, draft);
        }
        if (content != null && encoded(content)) {
            draft.problem("content", content.attribute("type") + " in Base64");
            content = null;
        }
        XmlElement body = content != null ? content : summary;
        if (body != null && html(body)) {
            FeedItem.body(source(body), body.base() != null ? body.base() : draft.link, draft);
        } else if (body != null) {
            draft.body = WireText.paragraphs(body.text());
        }
        if (content != null && summary != null) {
            FeedItem.summary(html(summary) ? source(summary) : FeedItem.escaped(summary.text()), draft);
        }
    }

    private static String line(XmlElement title) {
        return html(title) ? WireText.line(HtmlText.of(source(title)).text()) : WireText.line(title.text());
    }

    /** Whether the words are HTML, escaped or not, by their type, or by what they are where the type is one that nobody writes. */
    private static boolean html(XmlElement element) {
        String type = element.attribute("type");
        return type.contains("html") || element.attribute("mode").equals("escaped") || element.hasElements();
    }

    private static String source(XmlElement element) {
        return element.hasElements() ? element.html() : element.text();
    }

    /** RFC 4287, section 4.1.3.3: what is neither text nor XML is in Base64. */
    private static boolean encoded(XmlElement content) {
        String type = content.attribute("type");
        return content.attribute("mode").equals("base64")
                || (type.contains("/") && !type.startsWith("text/") && !type.contains("xml") && !type.contains("html"));
    }

    private static void people(XmlElement entry, List<XmlElement> feedAuthors, ItemDraft draft) {
        List<XmlElement> authors = entry.all("atom:author");
        if (authors.isEmpty()) {
            authors = entry.all("atom:source").stream()
                    .flatMap(source -> source.all("atom:author").stream())
                    .toList();
        }
        for (XmlElement author : authors.isEmpty() ? feedAuthors : authors) {
            @Nullable String name = author.childText("atom:name");
            FeedItem.byline(name, draft);
        }
    }
}

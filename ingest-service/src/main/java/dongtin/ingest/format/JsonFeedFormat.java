package dongtin.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * JSON Feed 1.0 and 1.1, known by {@code "version": "https://jsonfeed.org/version/..."}.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeedFormat implements WireFormat {

    private static final Pattern VERSION = Pattern.compile("https?://(?:www\\.)?jsonfeed\\.org/.*+");

    @Override
    public String name() {
        return "jsonfeed";
    }

    @Override
    public boolean claims(WireContent content) {
        if (content.writtenIn() != WireContent.Notation.JSON) {
            return false;
        }
        JsonNode root = content.json();
        return content.type().name().equals("application/feed+json")
                || (root != null
                        && VERSION.matcher(root.path("version").asString("")).matches());
    }

    @Override
    public List<Reading> read(WireContent content) {
        return content.json(feed -> {
            JsonNode items = feed.path("items");
            return items.isArray() && !items.isEmpty()
                    ? readings(content, feed, items)
                    : List.of(new Reading.Malformed("/items", "a feed without items"));
        });
    }

    private List<Reading> readings(WireContent content, JsonNode feed, JsonNode items) {
        var drafts = new ArrayList<ItemDraft>();
        var readings = new ArrayList<Supplier<Reading>>();
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            String at = "/items/" + i;
            try {
                if (item.isObject()) {
                    ItemDraft draft = item(content, feed, item);
                    drafts.add(draft);
                    readings.add(() -> draft.finish(at));
                } else {
                    readings.add(() -> new Reading.Refused(at, "not an object"));
                }
            } catch (Excess e) {
                readings.add(() -> new Reading.Refused(at, e.reason()));
            }
        }
        FeedItem.keepApart(drafts, draft -> draft.versionCreated);
        return readings.stream().map(Supplier::get).toList();
    }

    private ItemDraft item(WireContent content, JsonNode feed, JsonNode item) {
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        String id = JsonMessage.raw(item, "id");
        String link = JsonMessage.raw(item, "url", "external_url");
        draft.guid = id == null ? null : WireText.line(id);
        draft.link = link == null ? null : FeedLinks.web("url", null, link, draft);
        String language = JsonMessage.raw(item, "language") != null
                ? JsonMessage.raw(item, "language")
                : JsonMessage.raw(feed, "language");
        if (language != null) {
            draft.language(language);
        }
        String published = JsonMessage.raw(item, "date_published");
        draft.firstCreated = published == null ? null : draft.timeOrDay("date_published", published);
        String modified = JsonMessage.raw(item, "date_modified");
        draft.versionCreated = modified == null ? null : draft.timeOrDay("date_modified", modified);
        words(item, draft);
        authors(item, feed, draft);
        for (JsonNode tag : item.path("tags")) {
            FeedItem.subject("", tag.isString() ? tag.asString() : "", "", draft);
        }
        media(item, draft);
        FeedItem.complete(draft, "id", "date_published");
        return draft;
    }

    private static void words(JsonNode item, ItemDraft draft) {
        String title = JsonMessage.raw(item, "title");
        draft.headline = title == null ? "" : WireText.line(title);
        String html = JsonMessage.raw(item, "content_html");
        String plain = JsonMessage.raw(item, "content_text");
        String summary = JsonMessage.raw(item, "summary");
        if (html != null) {
            HtmlText body = HtmlText.of(html, draft.link == null ? "" : draft.link.toString());
            draft.bodyHtml = body.html();
            draft.body = body.text();
        }
        if (draft.body.isEmpty() && plain != null) {
            draft.body = WireText.paragraphs(plain);
        }
        if (draft.body.isEmpty() && summary != null) {
            draft.body = WireText.paragraphs(summary);
        } else if (summary != null) {
            FeedItem.summary(summary.replace("&", "&amp;").replace("<", "&lt;"), draft);
        }
    }

    /** Version 1.1 has a list of authors, 1.0 one; without any, the feed's are meant. */
    private static void authors(JsonNode item, JsonNode feed, ItemDraft draft) {
        for (JsonNode source : List.of(item, feed)) {
            if (draft.bylines.isEmpty()) {
                source.path("authors").forEach(author -> FeedItem.byline(JsonMessage.raw(author, "name"), draft));
            }
            if (draft.bylines.isEmpty()) {
                FeedItem.byline(JsonMessage.raw(source.path("author"), "name"), draft);
            }
        }
    }

    private static void media(JsonNode item, ItemDraft draft) {
        for (String name : List.of("image", "banner_image")) {
            String address = JsonMessage.raw(item, name);
            FeedItem.media(name, "image", null, address == null ? "" : address, null, draft);
        }
        for (JsonNode attachment : item.path("attachments")) {
            String address = JsonMessage.raw(attachment, "url");
            String type = JsonMessage.raw(attachment, "mime_type");
            FeedItem.media(
                    "attachments",
                    type == null ? "" : type,
                    null,
                    address == null ? "" : address,
                    JsonMessage.raw(attachment, "title"),
                    draft);
        }
    }
}

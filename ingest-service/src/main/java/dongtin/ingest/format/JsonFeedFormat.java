package dongtin.ingest.format;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Feed 1.0 and 1.1, known by {@code "version": "https://jsonfeed.org/version/..."}.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeedFormat implements WireFormat {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "jsonfeed";
    }

    @Override
    public boolean claims(WireMessage message) {
        MediaType type = MediaType.of(message.contentType());
        return type.name().equals("application/feed+json") || (type.json() && saysSo(message));
    }

    private static boolean saysSo(WireMessage message) {
        try (JsonParser json = JSON.createParser(WireCharset.of(message).text())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean version = json.currentName().equals("version");
                JsonToken value = json.nextToken();
                if (version) {
                    return value == JsonToken.VALUE_STRING && isVersion(json.getString());
                }
                json.skipChildren();
            }
            return false;
        } catch (JacksonException | CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isVersion(String version) {
        return version.matches("https?://(?:www\\.)?jsonfeed\\.org/.*+");
    }

    @Override
    public List<Reading> read(WireMessage message) {
        WireCharset characters;
        JsonNode feed;
        try {
            characters = WireCharset.of(message);
            feed = JSON.readTree(characters.text());
        } catch (CharacterCodingException e) {
            return List.of(new Reading.Malformed("", String.valueOf(e.getMessage())));
        } catch (JacksonException e) {
            return List.of(
                    new Reading.Malformed(NinjsFormat.place(e.getLocation()), "no JSON: " + e.getOriginalMessage()));
        }
        JsonNode items = feed.path("items");
        if (!items.isArray() || items.isEmpty()) {
            return List.of(new Reading.Malformed("/items", "a feed" + Reading.Malformed.WITHOUT_ITEMS));
        }
        return readings(message, characters, feed, items);
    }

    private List<Reading> readings(WireMessage message, WireCharset characters, JsonNode feed, JsonNode items) {
        var drafts = new ArrayList<@Nullable ItemDraft>();
        var whole = new ArrayList<ItemDraft>();
        for (JsonNode item : items) {
            ItemDraft draft = item.isObject() ? item(message, characters, feed, item) : null;
            drafts.add(draft);
            if (draft != null) {
                whole.add(draft);
            }
        }
        FeedItem.keepApart(whole, draft -> draft.versionCreated);
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < drafts.size(); i++) {
            ItemDraft draft = drafts.get(i);
            String at = "/items/" + i;
            readings.add(draft == null ? new Reading.Refused(at, "not an object") : draft.finish(at));
        }
        return List.copyOf(readings);
    }

    private ItemDraft item(WireMessage message, WireCharset characters, JsonNode feed, JsonNode item) {
        var draft = new ItemDraft(message, name());
        draft.doubt(characters);
        String id = text(item, "id");
        String link = text(item, "url", "external_url");
        draft.guid = id == null ? null : WireText.line(id);
        draft.link = link == null ? null : FeedLinks.web("url", null, link, draft);
        String language = text(item, "language") != null ? text(item, "language") : text(feed, "language");
        if (language != null) {
            draft.language(language);
        }
        String published = text(item, "date_published");
        draft.firstCreated = published == null ? null : draft.timeOrDay("date_published", published);
        String modified = text(item, "date_modified");
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
        String title = text(item, "title");
        draft.headline = title == null ? "" : WireText.line(title);
        String html = text(item, "content_html");
        String plain = text(item, "content_text");
        String summary = text(item, "summary");
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
                source.path("authors").forEach(author -> FeedItem.byline(text(author, "name"), draft));
            }
            if (draft.bylines.isEmpty()) {
                FeedItem.byline(text(source.path("author"), "name"), draft);
            }
        }
    }

    private static void media(JsonNode item, ItemDraft draft) {
        for (String name : List.of("image", "banner_image")) {
            String address = text(item, name);
            FeedItem.media(name, "image", null, address == null ? "" : address, null, draft);
        }
        for (JsonNode attachment : item.path("attachments")) {
            String address = text(attachment, "url");
            String type = text(attachment, "mime_type");
            FeedItem.media(
                    "attachments",
                    type == null ? "" : type,
                    null,
                    address == null ? "" : address,
                    text(attachment, "title"),
                    draft);
        }
    }

    /** The first of these properties that holds text or, as ids sometimes do, a number. */
    private static @Nullable String text(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if ((value.isString() || value.isNumber()) && !value.asString().isBlank()) {
                return value.asString().strip();
            }
        }
        return null;
    }
}

package dongtin.ingest.format;

import dongtin.message.RawItem.Dateline;
import dongtin.message.RawItem.RelatedPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The JSON of AP's Media API, version 1 and 2: one item, or a page of a feed. The text of a story is a rendition in NITF, read
 * where it is in the message; where there is but a link to it, AP's summary is the text and the link is kept.
 *
 * @see <a href="https://developer.ap.org/ap-media-api/">the API</a>
 */
final class ApJsonFormat implements WireFormat {

    private static final Pattern MENDS =
            Pattern.compile("(?i)(?:.*\\b(?:\\d{1,2}(?:st|nd|rd|th)[ -]ld|writethru|correct(?:ion|ive|ed|s)?)\\b.*+)");
    private static final Pattern EDITORS = Pattern.compile("(?i)^eds[:.]\\s*+");

    @Override
    public String name() {
        return "ap-media-json";
    }

    @Override
    public boolean claims(WireContent content) {
        if (content.writtenIn() != WireContent.Notation.JSON) {
            return false;
        }
        JsonNode root = content.json();
        return root != null && !items(root).isEmpty();
    }

    /** An item and where it stands. */
    private record Found(String at, JsonNode item, JsonNode around) {}

    @Override
    public List<Reading> read(WireContent content) {
        return content.json(root -> items(root).stream()
                .map(found -> ItemDraft.alone(found.at(), () -> item(content, found)))
                .toList());
    }

    private static List<Found> items(JsonNode root) {
        JsonNode data = root.path("data");
        if (isItem(data.path("item"))) {
            return List.of(new Found("/data/item", data.path("item"), root));
        }
        if (data.path("items").isArray() && data.path("items").path(0).has("item")) {
            var found = new ArrayList<Found>();
            for (int i = 0; i < data.path("items").size(); i++) {
                JsonNode around = data.path("items").get(i);
                found.add(new Found("/data/items/" + i + "/item", around.path("item"), around));
            }
            return found;
        }
        if (isItem(root.path("item"))) {
            return List.of(new Found("/item", root.path("item"), root));
        }
        return isItem(root) ? List.of(new Found("", root, root)) : List.of();
    }

    private static boolean isItem(JsonNode item) {
        return item.path("altids").has("itemid");
    }

    private Reading item(WireContent content, Found found) {
        JsonNode json = found.item();
        String id = JsonMessage.line(json.path("altids"), "itemid");
        if (id == null) {
            return new Reading.Refused(found.at(), "no altids.itemid");
        }
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        draft.mayBeTextless = true;
        draft.guid = id;
        draft.versionNumber = JsonMessage.line(json, "version");
        JsonMessage.line(json, draft::language, "language");
        status(json, draft);
        JsonMessage.line(json, value -> draft.firstCreated = draft.time("firstcreated", value), "firstcreated");
        JsonMessage.line(json, value -> draft.versionCreated = draft.time("versioncreated", value), "versioncreated");
        JsonMessage.line(json, value -> draft.headline = value, "headline", "title");
        origin(json, draft);
        topics(json, draft);
        text(found, draft);
        media(json, draft);
        JsonMessage.line(json, draft.internal::add, "ednote");
        JsonMessage.line(json, draft.internal::add, "specialinstructions");
        correction(json, draft);
        return draft.finish(found.at());
    }

    private static void status(JsonNode json, ItemDraft draft) {
        JsonMessage.stated(json, value -> draft.restrict("pubstatus", value), "pubstatus");
        JsonMessage.stated(json, draft::embargo, "embargoed", "releasedate", "embargodate");
        JsonMessage.line(json, draft::urgency, "urgency");
        for (String type : words(json, "editorialtypes")) {
            Signals.obey(type, draft);
            if (type.equalsIgnoreCase("advance")) {
                draft.expectEmbargo();
            }
        }
    }

    /** The class is among the types or at the end of the slug line: {@code BC-XX--Slug, 3rd Ld-Writethru}. */
    private static void correction(JsonNode json, ItemDraft draft) {
        String slug = JsonMessage.line(json, "slugline");
        Stream<String> ofSlug =
                slug == null ? Stream.of() : Stream.of(slug.split(",", -1)).skip(1);
        String note = JsonMessage.line(json, "ednote");
        Stream.concat(words(json, "editorialtypes").stream(), ofSlug)
                .map(String::strip)
                .filter(type -> MENDS.matcher(type).matches())
                .distinct()
                .forEach(type -> draft.correct(
                        type, note == null ? null : EDITORS.matcher(note).replaceFirst("")));
    }

    private static List<String> words(JsonNode json, String name) {
        return JsonMessage.list(json, name).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static void origin(JsonNode json, ItemDraft draft) {
        for (JsonNode byline : JsonMessage.list(json, "bylines")) {
            JsonMessage.line(byline, draft.bylines::add, "by", "name");
        }
        if (draft.bylines.isEmpty()) {
            JsonMessage.line(json, draft.bylines::add, "byline");
            JsonMessage.line(json.path("photographer"), draft.bylines::add, "name");
        }
        String place = JsonMessage.line(json, "located", "locationline");
        String city = JsonMessage.line(json.path("datelinelocation"), "city");
        if (place != null || city != null) {
            draft.dateline = new Dateline(place != null ? place : city, null, null);
        }
        for (JsonNode link : JsonMessage.list(json, "links")) {
            if ("canonical".equals(JsonMessage.line(link, "rel"))) {
                JsonMessage.line(link, value -> draft.link = draft.uri("links", value), "href");
            }
        }
    }

    private static void topics(JsonNode json, ItemDraft draft) {
        for (String name : List.of("subject", "organisation", "company", "event", "product")) {
            for (JsonNode subject : JsonMessage.list(json, name)) {
                String scheme = JsonMessage.line(subject, "scheme");
                String code = JsonMessage.line(subject, "code", "symbol");
                draft.subject(code == null || scheme == null ? code : scheme + code, JsonMessage.line(subject, "name"));
            }
        }
        words(json, "keywords").forEach(keyword -> draft.subject(null, XmlElement.firstOf(WireText.line(keyword))));
        for (JsonNode place : JsonMessage.list(json, "place")) {
            JsonMessage.line(place, draft::place, "name");
        }
        for (JsonNode person : JsonMessage.list(json, "person")) {
            JsonMessage.line(
                    person, name -> draft.relatedPeople.add(new RelatedPerson(name, words(person, "titles"))), "name");
        }
    }

    private static void text(Found found, ItemDraft draft) {
        String inline = inline(found);
        if (inline != null) {
            JsonText.read(inline, draft);
        }
        String summary = JsonMessage.line(found.item(), "description_summary", "headline_extended");
        if (summary != null && "text".equals(JsonMessage.line(found.item(), "type"))) {
            if (draft.body.isEmpty()) {
                draft.body = summary;
            } else {
                FeedItem.summary(FeedItem.escaped(summary), draft);
            }
        }
    }

    /** The story itself, where senders put it that fetch the rendition before they pass the item on. */
    private static @Nullable String inline(Found found) {
        for (JsonNode rendition : found.item().path("renditions").values()) {
            String content = JsonMessage.raw(rendition, "content", "body", "text", "data", "value");
            if (content != null) {
                return content;
            }
        }
        for (JsonNode holder : List.of(found.item(), found.around())) {
            String content =
                    JsonMessage.raw(holder, "nitf", "body_nitf", "body_html", "body_xhtml", "body_text", "body");
            content = content != null ? content : JsonMessage.raw(holder.path("nitf"), "body_html", "content", "body");
            if (content != null) {
                return content;
            }
        }
        return null;
    }

    private static void media(JsonNode json, ItemDraft draft) {
        String caption = JsonMessage.line(json, "description_caption", "headline");
        for (JsonNode rendition : json.path("renditions").values()) {
            String type = JsonMessage.line(rendition, "type");
            String address = JsonMessage.line(rendition, "href");
            draft.media(type, address == null ? "" : address, caption);
            if (!draft.media.isEmpty()) {
                break; // the others are the same in other sizes
            }
        }
        for (JsonNode association : json.path("associations").values()) {
            JsonNode main = association.path("renditions").path("main");
            String address = main.has("href") ? JsonMessage.line(main, "href") : JsonMessage.line(association, "uri");
            draft.media(
                    JsonMessage.line(association, "type"),
                    address == null ? "" : address,
                    JsonMessage.line(association, "description_caption", "headline"));
        }
    }
}

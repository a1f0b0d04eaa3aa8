package dongtin.ingest.format;

import dongtin.message.RawItem.Dateline;
import dongtin.message.RawItem.RelatedPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * IPTC's ninjs, versions 1 to 3, and what Superdesk makes of it: one item, or an array of items. Version 2 renamed properties of
 * 1 ({@code body_text} became {@code bodies}), version 3 wrote them in camel case; each is read under all its names.
 *
 * @see <a href="https://iptc.org/std/ninjs/">the schemas</a>
 */
final class NinjsFormat implements WireFormat {

    private static final List<String> CONTAINERS = List.of("item", "items", "_items");

    @Override
    public String name() {
        return "ninjs";
    }

    @Override
    public boolean claims(WireContent content) {
        return content.writtenIn() == WireContent.Notation.JSON;
    }

    @Override
    public List<Reading> read(WireContent content) {
        return content.json(root -> {
            if (root.isArray()) {
                return items(content, root, "");
            }
            for (String container : CONTAINERS) {
                if (root.path(container).isArray() && !root.has("uri")) {
                    return items(content, root.path(container), "/" + container);
                }
            }
            return List.of(ItemDraft.alone("", () -> item(content, root, "")));
        });
    }

    private List<Reading> items(WireContent content, JsonNode array, String at) {
        var readings = new ArrayList<Reading>(array.size());
        for (int i = 0; i < array.size(); i++) {
            JsonNode one = array.get(i);
            String where = at + "/" + i;
            readings.add(ItemDraft.alone(where, () -> item(content, one, where)));
        }
        return readings.isEmpty()
                ? List.of(new Reading.Malformed(at, "an array without items"))
                : List.copyOf(readings);
    }

    private Reading item(WireContent content, JsonNode json, String at) {
        if (!json.isObject()) {
            return new Reading.Refused(at, "not an object");
        }
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        JsonMessage.line(json, draft::language, "language");
        JsonMessage.line(json, value -> draft.guid = value, "uri", "guid");
        JsonMessage.line(json, value -> draft.versionNumber = value, "version");
        status(json, draft);
        times(json, draft);
        headlines(json, draft);
        origin(json, draft);
        bodies(json, draft);
        descriptions(json, draft);
        topics(json, draft);
        media(json, draft);
        text(json, value -> draft.internal.add(WireText.paragraphs(value)), "ednote", "edNote");
        draft.noteMissingGuid();
        return draft.finish(at);
    }

    private static void status(JsonNode json, ItemDraft draft) {
        JsonMessage.stated(json, value -> draft.restrict("pubstatus", value), "pubstatus", "pubStatus");
        JsonMessage.stated(json, draft::embargo, "embargoed", "embargoedUntil", "embargoeduntil");
        JsonMessage.line(json, draft::urgency, "urgency");
        for (JsonNode signal : JsonMessage.list(json, "signal", "signals")) {
            String code =
                    signal.isString() ? signal.asString() : JsonMessage.line(signal, "code", "uri", "literal", "name");
            if (code != null) {
                Signals.obey(code, draft);
                if (Signals.mends(code)) {
                    draft.correct(code, JsonMessage.line(json, "ednote", "edNote"));
                }
            }
        }
    }

    private static void times(JsonNode json, ItemDraft draft) {
        JsonMessage.line(
                json,
                value -> draft.firstCreated = draft.time("firstcreated", value),
                "firstcreated",
                "firstCreated",
                "contentcreated",
                "contentCreated");
        JsonMessage.line(
                json,
                value -> draft.versionCreated = draft.time("versioncreated", value),
                "versioncreated",
                "versionCreated");
    }

    private static void headlines(JsonNode json, ItemDraft draft) {
        JsonMessage.line(json, value -> draft.headline = value, "headline", "title");
        for (JsonNode headline : JsonMessage.list(json, "headlines", "headline")) {
            String value = JsonMessage.line(headline, "value", "text");
            String role = kind(headline);
            if (value == null) {
                continue;
            }
            if (role.contains("sub")) {
                draft.subheadline = value;
            } else if (draft.headline.isEmpty() || role.equals("main")) {
                draft.headline = value;
            }
        }
    }

    /** The first of each kind: plain, HTML, and NITF where there is nothing else. The others are the same text for other uses. */
    private static void bodies(JsonNode json, ItemDraft draft) {
        String html = JsonMessage.raw(json, "body_xhtml", "body_html");
        String plain = JsonMessage.raw(json, "body_text", "body");
        String nitf = JsonMessage.raw(json, "body_nitf");
        for (JsonNode body : JsonMessage.list(json, "bodies", "body")) {
            String value = JsonMessage.raw(body, "value", "text");
            String type = XmlElement.firstOf(
                    words(body, "contentType", "contenttype", "mimetype", "mimeType"), kind(body), "plain");
            if (value == null) {
                continue;
            }
            switch (notation(String.valueOf(type))) {
                case HTML -> html = html == null ? value : html;
                case NITF -> nitf = nitf == null ? value : nitf;
                case PLAIN -> plain = plain == null ? value : plain;
                case OTHER -> {}
            }
        }
        if (html != null) {
            JsonText.html(html, draft);
        }
        plain(plain == null ? "" : plain, draft);
        if (nitf != null && draft.body.isEmpty()) {
            JsonText.read(nitf, draft);
        }
    }

    /** Beside HTML that says the same, and nothing else, plain words are but the same with less in it. */
    private static void plain(String plain, ItemDraft draft) {
        String text = WireText.paragraphs(plain);
        if (!text.isEmpty() && draft.body.isEmpty()) {
            JsonText.read(plain, draft);
        } else if (!text.isEmpty() && !sameText(draft.body, text)) {
            draft.body = text;
        }
    }

    private enum Notation {
        HTML,
        NITF,
        PLAIN,
        OTHER
    }

    /** By a type, or by the role where no type is stated. */
    private static Notation notation(String type) {
        String word = type.toLowerCase(Locale.ROOT);
        if (word.contains("html")) {
            return Notation.HTML;
        }
        if (word.endsWith("nitf") || word.contains("nitf+xml")) {
            return Notation.NITF;
        }
        return word.contains("xml") || word.contains("json") ? Notation.OTHER : Notation.PLAIN;
    }

    /** What one of several is for: version 2 began with {@code name}, and has {@code role}. */
    private static String kind(JsonNode one) {
        return words(one, "role", "name");
    }

    private static String words(JsonNode json, String... names) {
        String words = JsonMessage.line(json, names);
        return words == null ? "" : words;
    }

    /**
     * Whether the HTML says what the plain text says, and so is the better text, for its paragraphs. A little more in it are
     * captions and headlines that do not belong to the text; much more, and the plain text is but the beginning.
     */
    private static boolean sameText(String ofHtml, String plain) {
        double ratio = (double) ofHtml.length() / plain.length();
        return ratio > 1.5 || Math.abs(ratio - 1) <= 0.02;
    }

    /** A description beside a body is the subheadline; one of a picture is its caption. */
    private static void descriptions(JsonNode json, ItemDraft draft) {
        if (draft.subheadline == null && !"picture".equals(JsonMessage.line(json, "type"))) {
            String description = description(json);
            if (description != null) {
                FeedItem.summary(FeedItem.escaped(description), draft);
            }
        }
    }

    private static @Nullable String description(JsonNode json) {
        String description = JsonMessage.line(json, "description_text", "description_caption");
        for (JsonNode value : JsonMessage.list(json, "descriptions")) {
            description = description != null ? description : JsonMessage.line(value, "value");
        }
        return description;
    }

    private static void origin(JsonNode json, ItemDraft draft) {
        JsonMessage.line(json, draft.bylines::add, "byline", "by");
        if (draft.bylines.isEmpty()) {
            for (JsonNode author : JsonMessage.list(json, "authors")) {
                JsonMessage.line(author, draft.bylines::add, "name");
            }
        }
        JsonMessage.line(json, value -> draft.dateline = new Dateline(value, null, null), "located");
        JsonMessage.line(json, value -> draft.link = draft.uri("url", value), "url", "link");
    }

    private static void topics(JsonNode json, ItemDraft draft) {
        for (String name : List.of("subject", "subjects", "organisation", "organisations", "event", "events")) {
            for (JsonNode subject : JsonMessage.list(json, name)) {
                String code = JsonMessage.line(subject, "code", "uri", "literal");
                String scheme = JsonMessage.line(subject, "scheme");
                boolean address =
                        scheme != null && scheme.startsWith("http") && code != null && !code.startsWith("http");
                draft.subject(address ? scheme + code : code, JsonMessage.line(subject, "name"));
            }
        }
        for (JsonNode place : JsonMessage.list(json, "place", "places")) {
            JsonMessage.line(place, draft.places::add, "name", "literal");
        }
        for (JsonNode person : JsonMessage.list(json, "person", "people")) {
            JsonMessage.line(person, name -> draft.relatedPeople.add(new RelatedPerson(name, List.of())), "name");
        }
    }

    /** Version 1 has an object of named associations with an object of renditions, later ones have arrays of both. */
    private static void media(JsonNode json, ItemDraft draft) {
        rendition(json, draft);
        for (JsonNode association : json.path("associations").values()) {
            rendition(association, draft);
        }
    }

    private static void rendition(JsonNode item, ItemDraft draft) {
        for (JsonNode rendition : item.path("renditions").values()) {
            String address = JsonMessage.line(rendition, "href");
            if (address != null && draft.uri("renditions", address) != null) {
                String caption = description(item);
                for (JsonNode headline : JsonMessage.list(item, "headlines")) {
                    caption = caption != null ? caption : JsonMessage.line(headline, "value");
                }
                caption = caption != null ? caption : JsonMessage.line(item, "headline", "body_text");
                draft.media(JsonMessage.line(item, "type"), address, caption);
                break; // the others are the same picture in other sizes
            }
        }
    }

    private static void text(JsonNode json, Consumer<String> use, String... names) {
        String value = JsonMessage.raw(json, names);
        if (value != null) {
            use.accept(value);
        }
    }
}

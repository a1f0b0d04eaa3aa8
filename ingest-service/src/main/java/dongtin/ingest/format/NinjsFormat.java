package dongtin.ingest.format;

import dongtin.message.RawItem.Dateline;
import dongtin.message.RawItem.Media;
import dongtin.message.RawItem.RelatedPerson;
import dongtin.message.RawItem.Subject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * IPTC's ninjs, versions 1 to 3: one item, or an array of items. Version 2 renamed properties of 1 ({@code body_text} became
 * {@code bodies}), version 3 wrote them in camel case; each is read under all its names.
 *
 * @see <a href="https://iptc.org/std/ninjs/">the schemas</a>
 */
final class NinjsFormat implements WireFormat {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "ninjs";
    }

    @Override
    public boolean claims(WireMessage message) {
        return MediaType.of(message.contentType()).json();
    }

    @Override
    public List<Reading> read(WireMessage message) {
        WireCharset characters;
        JsonNode root;
        try {
            characters = WireCharset.of(message);
            root = JSON.readTree(characters.text());
        } catch (CharacterCodingException e) {
            return List.of(new Reading.Malformed("", String.valueOf(e.getMessage())));
        } catch (JacksonException e) {
            return List.of(new Reading.Malformed(place(e.getLocation()), "no JSON: " + e.getOriginalMessage()));
        }
        if (!root.isArray()) {
            return List.of(item(message, characters, root, ""));
        }
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < root.size(); i++) {
            readings.add(item(message, characters, root.get(i), "/" + i));
        }
        return readings.isEmpty()
                ? List.of(new Reading.Malformed("", "an array" + Reading.Malformed.WITHOUT_ITEMS))
                : List.copyOf(readings);
    }

    static String place(@Nullable TokenStreamLocation location) {
        return location == null
                ? "start"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private Reading item(WireMessage message, WireCharset characters, JsonNode json, String at) {
        if (!json.isObject()) {
            return new Reading.Refused(at, "not an object");
        }
        var draft = new ItemDraft(message, name());
        draft.doubt(characters);
        text(json, draft::language, "language");
        text(json, value -> draft.guid = value, "uri");
        text(json, value -> draft.versionNumber = value, "version");
        stated(json, value -> draft.restrict("pubstatus", value), "pubstatus", "pubStatus");
        text(json, draft::urgency, "urgency");
        times(json, draft);
        headlines(json, draft);
        bodies(json, draft);
        origin(json, draft);
        topics(json, draft);
        associations(json, draft);
        text(json, value -> draft.internal.add(WireText.paragraphs(value)), "ednote", "edNote");
        return draft.finish(at);
    }

    private static void times(JsonNode json, ItemDraft draft) {
        text(
                json,
                value -> draft.firstCreated = draft.time("firstcreated", value),
                "firstcreated",
                "firstCreated",
                "contentcreated",
                "contentCreated");
        text(
                json,
                value -> draft.versionCreated = draft.time("versioncreated", value),
                "versioncreated",
                "versionCreated");
        stated(json, draft::embargo, "embargoed", "embargoedUntil", "embargoeduntil");
    }

    private static void headlines(JsonNode json, ItemDraft draft) {
        text(json, value -> draft.headline = WireText.line(value), "headline", "title");
        for (JsonNode headline : list(json, "headlines")) {
            String value = WireText.line(headline.path("value").asString(""));
            String role = headline.path("role").asString("");
            if (role.contains("sub")) {
                draft.subheadline = value;
            } else if (draft.headline.isEmpty() || role.equals("main")) {
                draft.headline = value;
            }
        }
    }

    private static void bodies(JsonNode json, ItemDraft draft) {
        text(json, value -> html(value, draft), "body_xhtml", "body_html");
        text(json, value -> draft.body = WireText.paragraphs(value), "body_text");
        for (JsonNode body : list(json, "bodies")) {
            String value = body.path("value").asString("");
            String type =
                    body.path("contentType").asString(body.path("contenttype").asString(""));
            if (type.contains("html")) {
                html(value, draft);
            } else if (draft.body.isEmpty()) {
                draft.body = WireText.paragraphs(value);
            }
        }
    }

    private static void html(String value, ItemDraft draft) {
        HtmlText html = HtmlText.of(value);
        draft.bodyHtml = html.html();
        draft.body = html.text();
    }

    private static void origin(JsonNode json, ItemDraft draft) {
        text(json, value -> draft.bylines.add(WireText.line(value)), "byline", "by");
        text(json, value -> draft.dateline = new Dateline(WireText.line(value), null, null), "located");
        text(json, value -> draft.link = uri("url", value, draft), "url", "link");
    }

    private static void topics(JsonNode json, ItemDraft draft) {
        for (JsonNode subject : list(json, "subject", "subjects")) {
            String code = text(subject, "code", "uri");
            String name = text(subject, "name");
            if (code != null || name != null) {
                draft.subjects.add(new Subject(code, name));
            }
        }
        for (JsonNode place : list(json, "place", "places")) {
            text(place, value -> draft.places.add(WireText.line(value)), "name", "literal");
        }
        for (JsonNode person : list(json, "person", "people")) {
            text(person, value -> draft.relatedPeople.add(new RelatedPerson(WireText.line(value), List.of())), "name");
        }
    }

    /** Version 1 has an object of named associations with an object of renditions, later ones have arrays of both. */
    private static void associations(JsonNode json, ItemDraft draft) {
        for (JsonNode association : json.path("associations").values()) {
            for (JsonNode rendition : association.path("renditions").values()) {
                String address = text(rendition, "href");
                URI link = address == null ? null : uri("associations", address, draft);
                if (link != null) {
                    String caption = caption(association);
                    draft.media.add(new Media(
                            text(association, "type"), link, caption == null ? null : WireText.line(caption)));
                    break; // the others are the same picture in other sizes
                }
            }
        }
    }

    private static @Nullable String caption(JsonNode association) {
        String caption = text(association, "description_text", "headline", "body_text");
        for (JsonNode value : list(association, "descriptions", "headlines")) {
            caption = caption != null ? caption : text(value, "value");
        }
        return caption;
    }

    private static @Nullable URI uri(String field, String value, ItemDraft draft) {
        try {
            return new URI(value.strip());
        } catch (URISyntaxException e) {
            draft.problem(field, value);
            return null;
        }
    }

    private static Iterable<JsonNode> list(JsonNode json, String... names) {
        for (String name : names) {
            if (json.path(name).isArray()) {
                return json.path(name);
            }
        }
        return List.of();
    }

    private static void text(JsonNode json, Consumer<String> use, String... names) {
        String value = text(json, names);
        if (value != null) {
            use.accept(value);
        }
    }

    /** Also what is no text: what says whether an item is for everyone must not be passed over for its form. */
    private static void stated(JsonNode json, Consumer<String> use, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                use.accept(value.isString() ? value.asString() : value.toString());
            }
        }
    }

    /** The first of these properties that holds text or a number. */
    private static @Nullable String text(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if ((value.isString() || value.isNumber()) && !value.asString().isBlank()) {
                return WireText.clean(value.asString()).strip();
            }
        }
        return null;
    }
}

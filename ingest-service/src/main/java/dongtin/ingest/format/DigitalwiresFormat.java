package dongtin.ingest.format;

import dongtin.message.RawItem.RelatedPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * dpa's digitalwires: one entry, an array of entries, or the answer of a queue with {@code entries}. What the notepad marks as
 * not for publication, and all other notes to editors, are internal.
 *
 * @see <a href="https://api-portal.dpa-newslab.com/">the API</a>
 */
final class DigitalwiresFormat implements WireFormat {

    /** So many notes are looked through for the same words, and no more, so that a million notes take no million times a million steps. */
    private static final int ENOUGH = 100;

    @Override
    public String name() {
        return "dpa-digitalwires";
    }

    @Override
    public boolean claims(WireContent content) {
        if (content.writtenIn() != WireContent.Notation.JSON) {
            return false;
        }
        JsonNode root = content.json();
        if (root == null) {
            return false;
        }
        JsonNode entries = root.isArray() ? root : root.path("entries");
        return isEntry(root) || (entries.isArray() && isEntry(entries.path(0)));
    }

    private static boolean isEntry(JsonNode entry) {
        return entry.path("format").asString("").startsWith("digitalwires")
                || (entry.has("urn") && (entry.has("article_html") || entry.has("entry_id")));
    }

    @Override
    public List<Reading> read(WireContent content) {
        return content.json(root -> {
            if (isEntry(root)) {
                return List.of(ItemDraft.alone("", () -> item(content, root, "")));
            }
            JsonNode entries = root.isArray() ? root : root.path("entries");
            String at = root.isArray() ? "/" : "/entries/";
            var readings = new ArrayList<Reading>();
            for (int i = 0; i < entries.size(); i++) {
                JsonNode entry = entries.get(i);
                String where = at + i;
                readings.add(ItemDraft.alone(where, () -> item(content, entry, where)));
            }
            return List.copyOf(readings);
        });
    }

    private Reading item(WireContent content, JsonNode json, String at) {
        String urn = JsonMessage.line(json, "urn");
        if (!json.isObject() || urn == null) {
            return new Reading.Refused(at, json.isObject() ? "no urn" : "not an object");
        }
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        draft.mayBeTextless = true;
        draft.guid = urn;
        draft.versionNumber = JsonMessage.line(json, "version");
        JsonMessage.line(json, draft::language, "language");
        status(json, draft);
        JsonMessage.line(json, value -> draft.firstCreated = draft.time("content_created", value), "content_created");
        JsonMessage.line(json, value -> draft.versionCreated = draft.time("version_created", value), "version_created");
        origin(json, draft);
        categories(json, draft);
        words(json, draft);
        notes(json, draft);
        media(json, draft);
        return draft.finish(at);
    }

    private static void status(JsonNode json, ItemDraft draft) {
        JsonMessage.stated(json, value -> draft.restrict("pubstatus", value), "pubstatus");
        JsonMessage.stated(json, draft::embargo, "embargoed");
        JsonMessage.line(json, draft::urgency, "urgency");
        JsonMessage.stated(json, signal -> signal(signal, draft), "signal");
        for (JsonNode category : JsonMessage.list(json, "categories")) {
            if (category.path("type").asString("").endsWith(":signal")) {
                JsonMessage.line(category, signal -> signal(signal, draft), "qcode", "name");
            }
        }
    }

    private static void signal(String signal, ItemDraft draft) {
        Signals.obey(signal, draft);
        if (Signals.mends(signal) && (draft.correction == null || !signal.equals(draft.correction.type()))) {
            draft.correct(signal, null);
        }
    }

    private static void origin(JsonNode json, ItemDraft draft) {
        JsonMessage.line(json, draft.bylines::add, "byline");
        JsonMessage.line(json, value -> draft.dateline = Datelines.of(value), "dateline");
        JsonMessage.line(json, value -> draft.headline = value, "headline");
    }

    private static void categories(JsonNode json, ItemDraft draft) {
        var creators = new ArrayList<String>();
        for (JsonNode category : JsonMessage.list(json, "categories")) {
            String type =
                    category.path("type").asString("").replaceFirst("^.*:", "").toLowerCase(Locale.ROOT);
            @Nullable String name = JsonMessage.line(category, "name");
            @Nullable String code = JsonMessage.line(category, "qcode");
            switch (type) {
                case "creator" -> creators.add(name == null ? "" : name);
                case "geosubject", "poi" -> {
                    draft.place(name == null ? "" : name);
                    draft.subject(code, code == null ? null : name);
                }
                case "person" -> {
                    if (name != null) {
                        draft.relatedPeople.add(new RelatedPerson(name, List.of()));
                    }
                }
                case "dpasubject", "subject", "keyword", "desk", "organisation", "organization" ->
                    draft.subject(code, name);
                default -> {} // wires, scopes and providers say who gets it, not what it is about
            }
        }
        if (draft.bylines.isEmpty()) {
            creators.stream().filter(name -> !name.isEmpty()).forEach(draft.bylines::add);
        }
        JsonMessage.line(json, kicker -> draft.subject(null, kicker), "kicker");
    }

    private static void words(JsonNode json, ItemDraft draft) {
        String article = JsonMessage.raw(json, "article_html", "article_text");
        String infobox = JsonMessage.raw(json, "infobox_html");
        if (article != null || infobox != null) {
            JsonText.html((article == null ? "" : article) + (infobox == null ? "" : infobox), draft);
        }
        JsonMessage.line(json, value -> draft.subheadline = value, "subhead");
        String teaser = JsonMessage.line(json, "teaser");
        if (draft.subheadline == null && teaser != null) {
            FeedItem.summary(FeedItem.escaped(teaser), draft);
        }
    }

    private static void notes(JsonNode json, ItemDraft draft) {
        JsonNode notepad = json.path("notepad");
        for (String part : List.of("public_html", "nonpublic_html")) {
            String html = JsonMessage.raw(notepad, part);
            if (html != null) {
                internal(HtmlText.of(html).text(), draft);
            }
        }
        JsonMessage.line(json, note -> internal(note, draft), "autopublishnotice");
        for (JsonNode note : JsonMessage.list(json, "ednotes")) {
            String words = JsonMessage.line(note, "ednote", "note", "value");
            if (words == null) {
                continue;
            }
            String role = note.path("role").asString("").toLowerCase(Locale.ROOT);
            boolean publishable = note.path("is_publishable").asBoolean(false);
            if (role.contains("correct") && publishable) {
                draft.correct(null, words);
            }
            internal(words, draft);
        }
    }

    private static void internal(String note, ItemDraft draft) {
        boolean known =
                draft.internal.size() <= ENOUGH && draft.internal.stream().anyMatch(other -> other.contains(note));
        if (!note.isEmpty() && !known) {
            draft.internal.add(note);
        }
    }

    private static void media(JsonNode json, ItemDraft draft) {
        for (JsonNode association : JsonMessage.list(json, "associations")) {
            for (JsonNode rendition : JsonMessage.list(association, "renditions")) {
                String address = JsonMessage.line(rendition, "url", "href");
                if (address != null) {
                    String type = JsonMessage.line(association, "type");
                    draft.media(
                            "image".equals(type) ? "picture" : type,
                            address,
                            JsonMessage.line(association, "caption", "headline"));
                    break; // the others are the same in other sizes
                }
            }
        }
    }
}

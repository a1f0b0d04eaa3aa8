package dongtin.ingest.format;

import dongtin.message.RawItem.RelatedPerson;
import dongtin.message.Status;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An article in JSON of no standard: whatever content systems and news APIs call its headline, text, authors and dates, and
 * schema.org's {@code NewsArticle}. One object, an array, or an object that holds an array of articles.
 */
final class JsonArticleFormat implements WireFormat {

    private static final String[] ID = {
        "id", "guid", "_id", "uuid", "identifier", "article_id", "articleId", "@id", "uri"
    };
    private static final String[] LINK = {
        "url", "link", "canonical_url", "canonicalUrl", "permalink", "webUrl", "href", "mainEntityOfPage", "source_url"
    };
    private static final String[] HEADLINE = {"headline", "title", "name", "tieu_de"};
    private static final String[] SUBHEADLINE = {
        "subheadline",
        "subhead",
        "subtitle",
        "sub_title",
        "alternativeHeadline",
        "sapo",
        "standfirst",
        "summary",
        "description",
        "abstract",
        "excerpt",
        "teaser",
        "lead"
    };
    private static final String[] HTML = {"body_html", "bodyHtml", "content_html", "contentHtml", "html", "body_xhtml"};
    private static final String[] BODY = {
        "articleBody",
        "body",
        "content",
        "text",
        "body_text",
        "bodyText",
        "article",
        "fulltext",
        "full_text",
        "noi_dung"
    };
    private static final String[] AUTHORS = {
        "byline", "authors", "author", "bylines", "creator", "writer", "reporter", "by"
    };
    private static final String[] CREATED = {
        "datePublished",
        "date_published",
        "publishedAt",
        "published_at",
        "publishDate",
        "publish_date",
        "published",
        "publicationDate",
        "pubDate",
        "pub_date",
        "pubdate",
        "dateCreated",
        "createdAt",
        "created_at",
        "created",
        "firstCreated",
        "firstcreated",
        "date",
        "timestamp",
        "time"
    };
    private static final String[] MODIFIED = {
        "dateModified",
        "date_modified",
        "modifiedAt",
        "modified_at",
        "updatedAt",
        "updated_at",
        "updated",
        "modified",
        "lastModified",
        "last_modified"
    };
    private static final String[] LANGUAGE = {"language", "inLanguage", "lang", "locale"};
    private static final String[] EMBARGO = {
        "embargo",
        "embargoed",
        "embargoedUntil",
        "embargoed_until",
        "embargoUntil",
        "embargo_until",
        "embargoDate",
        "embargo_date"
    };
    private static final String[] TOPICS = {
        "subjects",
        "subject",
        "tags",
        "keywords",
        "categories",
        "category",
        "topics",
        "topic",
        "articleSection",
        "section",
        "about"
    };
    private static final String[] PLACES = {
        "places", "place", "locations", "location", "contentLocation", "locationCreated"
    };
    private static final String[] PEOPLE = {"people", "person", "persons", "relatedPeople", "related_people", "mentions"
    };
    private static final String[] MEDIA = {
        "images",
        "image",
        "imageUrl",
        "image_url",
        "urlToImage",
        "thumbnail",
        "media",
        "videos",
        "video",
        "attachments",
        "associatedMedia"
    };
    private static final String[] NOTES = {
        "internal",
        "notes",
        "note",
        "ednote",
        "editorNote",
        "editorsNote",
        "editor_note",
        "internalNote",
        "internal_note"
    };

    private static final List<String> CONTAINERS =
            List.of("articles", "items", "results", "entries", "news", "posts", "stories", "data", "@graph", "docs");

    /** Properties that ninjs has and no other JSON; an object with one of these is not for this format. */
    private static final String[] OF_NINJS = {
        "uri",
        "standard",
        "pubstatus",
        "pubStatus",
        "versioncreated",
        "versionCreated",
        "firstcreated",
        "body_xhtml",
        "bodies",
        "headlines",
        "altids",
        "altIds",
        "located",
        "copyrightholder",
        "copyrightHolder",
        "edNote",
        "embargoedUntil"
    };

    private static final Set<String> PUBLISHED = Set.of(
            "usable",
            "published",
            "publish",
            "public",
            "active",
            "live",
            "online",
            "final",
            "updated",
            "corrected",
            "ok");
    private static final Set<String> TAKEN_BACK = Set.of(
            "canceled",
            "cancelled",
            "killed",
            "kill",
            "deleted",
            "removed",
            "withdrawn",
            "retracted",
            "trash",
            "trashed",
            "unpublished",
            "revoked");

    private static final long FIRST_MILLIS = 100_000_000_000L;

    @Override
    public String name() {
        return "json-article";
    }

    @Override
    public boolean claims(WireContent content) {
        if (content.writtenIn() != WireContent.Notation.JSON) {
            return false;
        }
        JsonNode root = content.json();
        return root != null && articles(root).stream().anyMatch(found -> isArticle(found.json()));
    }

    /** An article and where it stands. */
    private record Found(String at, JsonNode json) {}

    private static List<Found> articles(JsonNode root) {
        if (root.isArray()) {
            return elements("", root);
        }
        if (!root.isObject() || isArticle(root)) {
            return List.of(new Found("", root));
        }
        for (String container : CONTAINERS) {
            JsonNode held = root.path(container);
            if (held.isArray()
                    && Stream.iterate(0, i -> i + 1).limit(held.size()).anyMatch(i -> isArticle(held.get(i)))) {
                return elements("/" + container, held);
            }
            if (held.isObject() && isArticle(held)) {
                return List.of(new Found("/" + container, held));
            }
        }
        return List.of(new Found("", root));
    }

    private static List<Found> elements(String at, JsonNode array) {
        var found = new ArrayList<Found>();
        for (int i = 0; i < array.size(); i++) {
            found.add(new Found(at + "/" + i, array.get(i)));
        }
        return found;
    }

    /** It needs words, and may not be ninjs, which has a name for nearly everything. */
    private static boolean isArticle(JsonNode json) {
        return json.isObject()
                && !hasAny(json, OF_NINJS)
                && (hasAny(json, BODY) || hasAny(json, HTML) || json.has("title") || json.has("tieu_de"));
    }

    private static boolean hasAny(JsonNode json, String... names) {
        for (String name : names) {
            if (json.has(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Reading> read(WireContent content) {
        return content.json(root -> articles(root).stream()
                .map(found -> found.json().isObject()
                        ? ItemDraft.alone(found.at(), () -> item(content, found))
                        : new Reading.Refused(found.at(), "not an object"))
                .toList());
    }

    private Reading item(WireContent content, Found found) {
        JsonNode json = found.json();
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        draft.guid = JsonMessage.line(json, ID);
        String link = first(json, LINK);
        draft.link = link == null ? null : FeedLinks.web("url", null, link, draft);
        JsonMessage.line(json, value -> draft.versionNumber = value.matches("\\d{1,15}") ? value : null, "version");
        JsonMessage.line(json, draft::language, LANGUAGE);
        status(json, draft);
        draft.firstCreated = time(json, CREATED, draft);
        draft.versionCreated = time(json, MODIFIED, draft);
        words(json, draft);
        lists(json, draft);
        media(json, draft);
        FeedItem.complete(draft, "id", "datePublished");
        return draft.finish(found.at());
    }

    private static void status(JsonNode json, ItemDraft draft) {
        JsonMessage.line(json, draft::urgency, "urgency");
        for (String name : EMBARGO) {
            JsonNode value = json.path(name);
            if (value.isBoolean()) {
                if (value.asBoolean()) {
                    draft.expectEmbargo();
                }
            } else if (!value.isMissingNode() && !value.isNull()) {
                draft.embargo(value.isString() ? value.asString() : value.toString());
            }
        }
        JsonMessage.stated(
                json,
                status -> {
                    String word = status.strip().toLowerCase(Locale.ROOT);
                    if (TAKEN_BACK.contains(word)) {
                        draft.restrict(Status.CANCELED);
                    } else if (!PUBLISHED.contains(word)) {
                        draft.restrict("status", word);
                    }
                },
                "status",
                "creativeWorkStatus");
        JsonMessage.line(
                json, note -> draft.correct("correction", note), "correction", "correctionNote", "correction_note");
    }

    /** A time in words, or in seconds or milliseconds since 1970. */
    private static @Nullable Instant time(JsonNode json, String[] names, ItemDraft draft) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (value.isIntegralNumber() && value.canConvertToLong() && value.asLong() > 0) {
                long number = value.asLong();
                return draft.time(
                        name,
                        Instant.ofEpochMilli(number >= FIRST_MILLIS ? number : number * 1000)
                                .toString());
            }
            String words = JsonMessage.line(value.isObject() ? value : json, value.isObject() ? "$date" : name);
            if (words != null) {
                return draft.timeOrDay(name, words);
            }
        }
        return null;
    }

    private static void words(JsonNode json, ItemDraft draft) {
        String headline = first(json, HEADLINE);
        draft.headline = headline == null ? "" : FeedItem.plain(headline);
        String html = text(json, HTML);
        if (html != null) {
            JsonText.html(html, draft);
        }
        String body = text(json, BODY);
        if (body != null) {
            JsonText.read(body, draft);
        }
        for (String name : SUBHEADLINE) {
            String summary = text(json, name);
            if (summary != null && draft.body.isEmpty()) {
                JsonText.read(summary, draft);
            } else if (summary != null && draft.subheadline == null) {
                FeedItem.summary(summary.contains("</") ? summary : FeedItem.escaped(summary), draft);
            }
        }
    }

    /** Words as such, as an object that holds them ({@code {"rendered": ...}}), or as a list of paragraphs. */
    private static @Nullable String text(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (value.isArray()) {
                var paragraphs = new ArrayList<String>();
                for (JsonNode part : value) {
                    String words = part.isString() ? part.asString() : words(part);
                    if (words != null && !words.isBlank()) {
                        paragraphs.add(words);
                    }
                }
                if (!paragraphs.isEmpty()) {
                    return String.join("\n\n", paragraphs);
                }
            }
            String words = value.isObject() ? words(value) : JsonMessage.raw(json, name);
            if (words != null) {
                return words;
            }
        }
        return null;
    }

    private static @Nullable String words(JsonNode json) {
        return JsonMessage.raw(json, "rendered", "html", "value", "text", "content", "#text", "name", "title");
    }

    /** The first of these that is words, or holds words. */
    private static @Nullable String first(JsonNode json, String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            String words = value.isObject()
                    ? JsonMessage.raw(value, "rendered", "@id", "url", "href", "value", "name", "text")
                    : JsonMessage.raw(json, name);
            if (words != null) {
                return words.strip();
            }
        }
        return null;
    }

    private static void lists(JsonNode json, ItemDraft draft) {
        for (String name : AUTHORS) {
            if (draft.bylines.isEmpty()) { // the others say the same once more
                named(json.path(name)).forEach(author -> FeedItem.byline(author, draft));
            }
        }
        for (String name : TOPICS) {
            for (JsonNode topic : each(json.path(name))) {
                String code = topic.isObject() ? JsonMessage.line(topic, "code", "qcode", "identifier") : null;
                if (code != null) {
                    draft.subject(code, JsonMessage.line(topic, "name", "label", "title"));
                } else {
                    Stream<String> names = topic.isString() && name.equals("keywords")
                            ? Stream.of(topic.asString().split(",", -1))
                            : named(topic).stream();
                    names.forEach(word -> FeedItem.subject("", word, "", draft));
                }
            }
        }
        for (String name : PLACES) {
            named(json.path(name)).forEach(place -> draft.place(WireText.line(place)));
        }
        for (String name : PEOPLE) {
            for (JsonNode person : each(json.path(name))) {
                List<String> titles = Stream.of("titles", "title", "jobTitle", "office", "offices")
                        .flatMap(title -> person.isObject() ? named(person.path(title)).stream() : Stream.of())
                        .map(WireText::line)
                        .toList();
                String who = person.isString() ? person.asString() : JsonMessage.line(person, "name", "fullName");
                if (who != null && !WireText.line(who).isEmpty()) {
                    draft.relatedPeople.add(new RelatedPerson(WireText.line(who), titles));
                }
            }
        }
        for (String name : NOTES) {
            named(json.path(name)).forEach(note -> draft.internal.add(WireText.paragraphs(note)));
        }
        String dateline = first(json, "dateline");
        draft.dateline = dateline == null ? null : Datelines.of(WireText.line(dateline));
    }

    private static List<JsonNode> each(JsonNode value) {
        return value.isArray()
                ? JsonMessage.values(value)
                : value.isMissingNode() || value.isNull() ? List.of() : List.of(value);
    }

    /** The words, or the names of the objects, of one or of a list. */
    private static List<String> named(JsonNode value) {
        return each(value).stream()
                .map(one -> one.isObject()
                        ? JsonMessage.raw(one, "name", "label", "title", "text", "value")
                        : one.asString(""))
                .flatMap(Stream::ofNullable)
                .filter(words -> !words.isBlank())
                .toList();
    }

    private static void media(JsonNode json, ItemDraft draft) {
        for (String name : MEDIA) {
            for (JsonNode one : each(json.path(name))) {
                String address = one.isObject()
                        ? JsonMessage.line(one, "url", "contentUrl", "href", "src", "link")
                        : one.isString() ? one.asString() : null;
                String type = one.isObject() ? JsonMessage.line(one, "type", "mimeType", "mime_type", "@type") : null;
                URI base = draft.link;
                FeedItem.media(
                        name,
                        type != null ? type.replaceFirst("Object$", "") : name.startsWith("video") ? "video" : "image",
                        base,
                        address == null ? "" : address,
                        one.isObject() ? JsonMessage.line(one, "caption", "description", "title", "alt", "name") : null,
                        draft);
            }
        }
    }
}

package dongtin.ingest.format;

import dongtin.message.ItemId;
import dongtin.message.RawItem;
import dongtin.message.RawItem.Correction;
import dongtin.message.RawItem.Dateline;
import dongtin.message.RawItem.Media;
import dongtin.message.RawItem.Original;
import dongtin.message.RawItem.RelatedPerson;
import dongtin.message.RawItem.Subject;
import dongtin.message.Status;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An item in the making. A format sets what the message says, in any order; {@link #finish} adds what follows from it the
 * same way for all formats: identity, version, the rules of embargo. Not thread-safe.
 */
final class ItemDraft {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}+");

    private final WireMessage message;
    private final String format;

    String provider;

    @Nullable String guid;

    /** What tells this item from another of the same message and guid; null where the guid alone does. */
    @Nullable String apart;

    @Nullable String versionNumber;

    Status status = Status.USABLE;

    @Nullable Integer urgency;

    @Nullable String language;

    String headline = "";

    @Nullable String subheadline;

    String body = "";

    @Nullable String bodyHtml;

    @Nullable Dateline dateline;

    @Nullable URI link;

    @Nullable Correction correction;

    @Nullable Instant firstCreated;

    @Nullable Instant versionCreated;

    /** When a version without a number or a time of its own is taken to be from; null: from the time of receipt. */
    @Nullable Instant versionAssumed;

    private @Nullable Instant embargoed;
    final List<String> bylines = new ArrayList<>();
    final List<Subject> subjects = new ArrayList<>();
    final List<String> places = new ArrayList<>();
    final List<RelatedPerson> relatedPeople = new ArrayList<>();
    final List<Media> media = new ArrayList<>();
    final List<String> internal = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    ItemDraft(WireMessage message, String format) {
        this.message = message;
        this.format = format;
        provider = message.feed().provider();
        language = message.feed().language();
    }

    /** Notes that the message says something which can not be read as the field it is for. */
    void problem(String field, String raw) {
        problems.add(field + ": " + WireText.line(raw));
    }

    /** Notes that the characters are not the declared ones, if so. */
    void doubt(WireCharset characters) {
        if (characters.doubt() != null) {
            problem("charset", characters.doubt());
        }
    }

    /** Reads a time of the message; what can not be read is noted. */
    @Nullable Instant time(String field, String raw) {
        Instant time = WireTime.read(raw, message.feed().zone());
        if (time == null) {
            problem(field, raw);
        }
        return time;
    }

    /** An embargo fails closed: one that can not be read means that the item is withheld. */
    void embargo(String raw) {
        embargoed = time("embargoed", raw);
        if (embargoed == null && status == Status.USABLE) {
            status = Status.WITHHELD;
        }
    }

    void language(String tag) {
        String known = Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag();
        if (known.equals("und")) {
            problem("language", tag);
        } else {
            // Wires write Vietnamese in one way: the region says nothing, and filters should not have to know both.
            language = known.equals("vi-VN") ? "vi" : known;
        }
    }

    /** @param at where the item stands in the message, for a refusal */
    Reading finish(String at) {
        if (headline.isEmpty() && body.isEmpty() && status == Status.USABLE) {
            return new Reading.Refused(at, "neither a headline nor a body");
        }
        if (guid == null && link == null && headline.isEmpty() && body.isEmpty()) {
            return new Reading.Refused(at, "nothing to know the item by: no identifier, no link, no headline, no body");
        }
        long version = version();
        return new Reading.Item(new RawItem(
                id(),
                guid,
                version,
                status,
                provider,
                message.feed().id(),
                urgency,
                language,
                headline,
                subheadline,
                body,
                bodyHtml,
                dateline,
                bylines,
                subjects,
                places,
                relatedPeople,
                link,
                media,
                correction,
                firstCreated,
                versionCreated,
                embargoed,
                message.received(),
                new Original(format, message.sha256()),
                internal,
                problems));
    }

    private String id() {
        if (guid != null && apart != null) {
            return ItemId.of(provider, "guid", guid, apart);
        }
        if (guid != null) {
            return ItemId.of(provider, "guid", guid);
        }
        if (link != null) {
            return ItemId.of(provider, "link", link.toString());
        }
        if (headline.isEmpty()) {
            return ItemId.of(provider, "body", body);
        }
        Instant created = firstCreated != null ? firstCreated : versionCreated;
        String when = created != null
                ? created.toString()
                : dateline != null && dateline.date() != null ? dateline.date().toString() : "";
        return ItemId.of(provider, "headline", headline, when);
    }

    private long version() {
        if (versionNumber != null) {
            if (NUMBER.matcher(versionNumber).matches()) {
                return Long.parseLong(versionNumber);
            }
            problem("version", versionNumber);
        }
        Instant time =
                versionCreated != null ? versionCreated : versionAssumed != null ? versionAssumed : message.received();
        return Math.max(0, time.toEpochMilli());
    }
}

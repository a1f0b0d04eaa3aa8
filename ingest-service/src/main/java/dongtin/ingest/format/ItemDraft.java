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
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An item in the making. A format sets what the message says, in any order; {@link #finish} adds what follows from it the
 * same way for all formats: identity, version, the rules of embargo. Not thread-safe.
 */
final class ItemDraft {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,15}+)(?:\\.0++)?+");

    /** Numbers and addresses of people, which no reader of a correction needs. */
    private static final Pattern CONTACT = Pattern.compile("\\p{L}@\\p{L}|\\+?\\d[\\d /()-]{7,30}\\d");

    private static final Pattern EMBARGO = Pattern.compile(
            "^\\W{0,5}(?:(?:under |strict(?:ly)? )?embargo(?:ed)?(?: ?:| (?:until|till|to|for)\\b)|(?:strictly |under )embargo(?:ed)?\\b|hold for release|for release (?:at|on)\\b"
                    + "|advance for\\b|sperrfrist\\b|cấm (?:đăng|phát|phát hành) trước\\b|chỉ (?:đăng|phát|phát hành) sau\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What tags were found to be, since the same ones come with every item. */
    private static final Map<String, String> LANGUAGES = new ConcurrentHashMap<>();

    private static final int MOST_LANGUAGES = 1_000;

    private final WireMessage message;
    private final String format;

    String provider;

    @Nullable String guid;

    /** What tells this item from another of the same message and guid; null where the guid alone does. */
    @Nullable String apart;

    /** What the item is known by where it has neither guid nor link; null where headline and time will do. */
    private String @Nullable [] derived;

    /** What all versions of the item share, where the guid names its version too; null where the guid itself is that. */
    @Nullable String identity;

    /** Whether the format lets an item be without a headline and a body: an item of its metadata alone. */
    boolean mayBeTextless;

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
    private boolean embargoUnknown;
    private boolean embargoExpected;
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

    /**
     * The tombstone of an item that another one names and takes back. Its version is the other's time, which outranks
     * every number that a provider counts.
     */
    static Reading takenBack(WireMessage message, String format, String guid, Status status, ItemDraft by) {
        var draft = new ItemDraft(message, format);
        draft.guid = guid;
        draft.status = status;
        draft.versionCreated = by.versionCreated;
        return draft.finish("");
    }

    /** The answer for one item: where it has too much of something it is refused, and its neighbours are read all the same. */
    static Reading alone(String at, Supplier<Reading> read) {
        try {
            return read.get();
        } catch (Excess e) {
            return new Reading.Refused(at, e.reason());
        }
    }

    /** Notes that the message says something which can not be read as the field it is for. */
    void problem(String field, String raw) {
        problems.add(field + ": " + WireText.line(raw));
    }

    /**
     * Notes that the message has no identifier, and what the item is known by instead.
     *
     * @param what for people
     * @param parts the same whenever the same message is read
     */
    void derivedFrom(String what, String... parts) {
        derived = parts;
        problem("guid", "absent, derived from " + what);
    }

    /** Notes what the item is known by, where the message has no identifier for it though its format has. */
    void noteMissingGuid() {
        if (guid == null) {
            String instead = link != null ? "the link" : headline.isEmpty() ? "the text" : "headline and time";
            problem("guid", "absent, derived from " + instead);
        }
    }

    /** Notes that this version mends an earlier one; what was noted before is added to. */
    void correct(@Nullable String type, @Nullable String note) {
        String known = correction == null ? null : correction.type();
        String types = known == null || type == null ? (type == null ? known : type) : known + ", " + type;
        String notes =
                note == null || CONTACT.matcher(note).find() ? (correction == null ? null : correction.note()) : note;
        correction = new Correction(types, notes);
    }

    /** Whether a line in words says that there is an embargo, not that the story is about one. */
    static boolean saysEmbargo(String line) {
        return EMBARGO.matcher(line).find();
    }

    /** Notes that the characters are not the declared ones, if so. */
    void doubt(WireCharset characters) {
        if (characters.doubt() != null) {
            problem("charset", characters.doubt());
        }
    }

    /** Reads a time of the message; what can not be read, as a day alone, is noted. */
    @Nullable Instant time(String field, String raw) {
        return noted(field, raw, WireTime.read(raw, message.feed().zone()));
    }

    /** Reads a time of the message, or of a day alone its beginning; what can not be read is noted. */
    @Nullable Instant timeOrDay(String field, String raw) {
        return noted(field, raw, WireTime.readOrDay(raw, message.feed().zone()));
    }

    private @Nullable Instant noted(String field, String raw, @Nullable Instant time) {
        if (time == null) {
            problem(field, raw);
        }
        return time;
    }

    /** An embargo fails closed: one that can not be read means that the item is withheld. */
    void embargo(String raw) {
        embargoed = time("embargoed", raw);
        embargoUnknown |= embargoed == null;
    }

    /** Notes that there is an embargo; without a time to it the item is withheld. */
    void expectEmbargo() {
        embargoExpected = true;
    }

    /** What the provider lets be done, as IPTC words it. Of several words the one that lets less be done holds. */
    void restrict(String field, String word) {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "usable" -> {}
            case "embargoed" -> expectEmbargo();
            case "withheld" -> restrict(Status.WITHHELD);
            case "canceled" -> restrict(Status.CANCELED);
            case "cancelled" -> {
                restrict(Status.CANCELED);
                problem(field, word);
            }
            default -> {
                // Whatever it means, it is not "usable".
                restrict(Status.WITHHELD);
                problem(field, word);
            }
        }
    }

    void restrict(Status least) {
        status = status.compareTo(least) < 0 ? least : status;
    }

    /** 1 to 9, as IPTC counts. */
    void urgency(String value) {
        if (value.length() == 1 && value.charAt(0) >= '1' && value.charAt(0) <= '9') {
            urgency = value.charAt(0) - '0';
        } else {
            problem("urgency", value);
        }
    }

    /** Notes what the item is about; nothing where neither is stated. */
    void subject(@Nullable String code, @Nullable String name) {
        if (code != null || name != null) {
            subjects.add(new Subject(code, name));
        }
    }

    /** Notes a place; nothing where it has no name. */
    void place(String name) {
        if (!name.isEmpty()) {
            places.add(name);
        }
    }

    /** An address of the message; what is none is noted. */
    @Nullable URI uri(String field, String raw) {
        try {
            return new URI(raw);
        } catch (URISyntaxException e) {
            problem(field, raw);
            return null;
        }
    }

    /** Notes a picture or what else goes with the text; nothing where no address is stated. */
    void media(@Nullable String type, String address, @Nullable String caption) {
        URI uri = address.isEmpty() ? null : uri("media", address);
        if (uri != null) {
            media.add(new Media(type == null ? null : kind(type), uri, caption));
        }
    }

    /** {@code picture} for what formats call image, photo or a MIME type of these; other kinds as they are, in small letters. */
    static String kind(String type) {
        String word = type.strip().toLowerCase(Locale.ROOT);
        String main = word.indexOf('/') > 0 ? word.substring(0, word.indexOf('/')) : word;
        return switch (main) {
            case "image", "photo", "picture" -> "picture";
            case "video", "audio", "text" -> main;
            default -> word;
        };
    }

    void language(String tag) {
        String known = LANGUAGES.get(tag);
        if (known == null) {
            known = Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag();
            if (LANGUAGES.size() < MOST_LANGUAGES) {
                LANGUAGES.put(tag, known);
            }
        }
        if (known.equals("und")) {
            problem("language", tag);
        } else {
            // Wires write Vietnamese in one way: the region says nothing, and filters should not have to know both.
            language = known.equals("vi-VN") ? "vi" : known;
        }
    }

    /** @param at where the item stands in the message, for a refusal */
    Reading finish(String at) {
        if (embargoUnknown || (embargoExpected && embargoed == null)) {
            restrict(Status.WITHHELD);
        }
        if (headline.isEmpty() && body.isEmpty() && status == Status.USABLE && !mayBeTextless) {
            return new Reading.Refused(at, "neither a headline nor a body");
        }
        if (guid == null && link == null && derived == null && headline.isEmpty() && body.isEmpty()) {
            return new Reading.Refused(at, "nothing to know the item by: no identifier, no link, no headline, no body");
        }
        Matcher number = NUMBER.matcher(versionNumber == null ? "" : versionNumber);
        if (versionNumber != null && !number.matches()) {
            // Any other order would be a guess, and a wrong one freezes the item at it.
            return new Reading.Refused(at, "version is no whole number: " + WireText.line(versionNumber));
        }
        if (language == null) {
            language = TextLanguage.of(headline + "\n" + body);
        }
        long version = versionNumber == null ? timeAsVersion() : Long.parseLong(number.group(1));
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
                once(bylines),
                subjects(),
                once(places),
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

    private static <T> List<T> once(List<T> values) {
        return values.size() < 2
                ? List.copyOf(values)
                : values.stream().distinct().toList();
    }

    /** Each once, and a code without a name not at all where the same code has one. */
    private List<Subject> subjects() {
        if (subjects.size() < 2) {
            return List.copyOf(subjects);
        }
        Set<String> named = subjects.stream()
                .filter(subject -> subject.name() != null)
                .map(subject -> String.valueOf(subject.code()))
                .collect(Collectors.toSet());
        return once(subjects).stream()
                .filter(subject -> subject.name() != null || !named.contains(String.valueOf(subject.code())))
                .toList();
    }

    private String id() {
        if (identity != null) {
            return ItemId.of(provider, "guid", identity);
        }
        if (guid != null && apart != null) {
            return ItemId.of(provider, "guid", guid, apart);
        }
        if (guid != null) {
            return ItemId.of(provider, "guid", guid);
        }
        if (link != null) {
            return ItemId.of(provider, "link", link.toString());
        }
        if (derived != null) {
            return ItemId.of(provider, derived);
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

    private long timeAsVersion() {
        Instant time =
                versionCreated != null ? versionCreated : versionAssumed != null ? versionAssumed : message.received();
        return Math.max(0, time.toEpochMilli());
    }
}

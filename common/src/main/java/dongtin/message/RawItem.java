package dongtin.message;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one story, as a provider sent it, whatever the format was. Text is in Unicode's form NFC.
 *
 * @param id short, URL-safe and the same for every version: {@link ItemId}
 * @param guid the provider's own identifier, without its version where the two can be told apart; null where it gave none
 * @param version only grows from one version of an item to the next: the provider's number, else the version's time, else
 *     the time of receipt, in milliseconds since 1970
 * @param urgency 1 (most urgent) to 9, as IPTC counts; null where not stated
 * @param language BCP 47 tag
 * @param body plain text, paragraphs parted by an empty line; empty where there is none
 * @param bodyHtml the same as sanitised HTML, if the provider sent HTML
 * @param dateline place, agency and day that stand before the text
 * @param relatedPeople people that the provider lists beside the text, with their offices
 * @param link where the provider publishes the story
 * @param embargoed not to be shown before this time
 * @param internal what the provider marks as not for publication (notes to editors, contacts); never indexed
 * @param problems what the message said that could not be read, such as a date, each as {@code field: raw text}
 */
public record RawItem(
        String id,
        @Nullable String guid,
        long version,
        Status status,
        String provider,
        String feed,
        @Nullable Integer urgency,
        @Nullable String language,
        String headline,
        @Nullable String subheadline,
        String body,
        @Nullable String bodyHtml,
        @Nullable Dateline dateline,
        List<String> bylines,
        List<Subject> subjects,
        List<String> places,
        List<RelatedPerson> relatedPeople,
        @Nullable URI link,
        List<Media> media,
        @Nullable Correction correction,
        @Nullable Instant firstCreated,
        @Nullable Instant versionCreated,
        @Nullable Instant embargoed,
        Instant received,
        Original original,
        List<String> internal,
        List<String> problems) {

    public RawItem {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(provider, "provider");
        requireNonNull(feed, "feed");
        requireNonNull(headline, "headline");
        requireNonNull(body, "body");
        requireNonNull(received, "received");
        requireNonNull(original, "original");
        bylines = List.copyOf(bylines);
        subjects = List.copyOf(subjects);
        places = List.copyOf(places);
        relatedPeople = List.copyOf(relatedPeople);
        media = List.copyOf(media);
        internal = List.copyOf(internal);
        problems = List.copyOf(problems);
        if (id.isBlank()) {
            throw new IllegalArgumentException("an item without an id");
        }
        if (version < 0 || version > MAX_VERSION) {
            throw new IllegalArgumentException("version %d is not between 0 and %d".formatted(version, MAX_VERSION));
        }
    }

    /** The greatest version for which {@link #order()} is still a {@code long}. */
    public static final long MAX_VERSION = Long.MAX_VALUE >> 2;

    /** The text that is tagged and that spans count in: headline, an empty line, body. */
    public String text() {
        return headline + "\n\n" + body;
    }

    /**
     * Which of two messages about an item is the newer one: the one whose order is greater. A withheld or cancelled
     * version outranks a usable one of the same number.
     */
    public long order() {
        return version << 2 | status.rank();
    }

    /** Where and when the story was filed, and by which agency. */
    public record Dateline(
            @Nullable String place,
            @Nullable String agency,
            @Nullable LocalDate date) {}

    /** What the story is about, by a code of a scheme ({@code medtop:11000000}), a name, or both. */
    public record Subject(@Nullable String code, @Nullable String name) {}

    /** Somebody whom the provider lists beside the text, each office on its own. */
    public record RelatedPerson(String name, List<String> titles) {
        public RelatedPerson {
            titles = List.copyOf(titles);
        }
    }

    /** A picture, film, sound or graphic that goes with the story. */
    public record Media(
            @Nullable String type, URI link, @Nullable String caption) {}

    /** This version mends an earlier one: the provider's class of correction and its note. */
    public record Correction(
            @Nullable String type, @Nullable String note) {}

    /** Where the message stands byte for byte: the format it was read as, and its key on {@link Topics#ORIGINAL}. */
    public record Original(String format, String sha256) {}
}

package dongtin.index.write;

import dongtin.message.EnrichedItem;
import dongtin.message.Person;
import dongtin.message.RawItem;
import dongtin.message.Status;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as the index holds it: the fields of the index template, by their names. An item that is not usable
 * becomes a tombstone, without anything that it says. What the provider marks as internal is never in it.
 *
 * @param published the time to sort and chart by; never absent
 * @param person the people flattened, for what cannot ask nested fields
 * @param document the documents flattened
 * @param age how long this version took to come here
 */
public record ArticleDocument(
        String id,
        @Nullable String guid,
        long version,
        Status status,
        String provider,
        String feed,
        @Nullable Integer urgency,
        @Nullable String language,
        @Nullable String headline,
        @Nullable String subheadline,
        @Nullable String body,
        @Nullable String bodyHtml,
        RawItem.@Nullable Dateline dateline,
        List<String> bylines,
        List<RawItem.Subject> subjects,
        List<String> places,
        @Nullable URI link,
        List<RawItem.Media> media,
        RawItem.@Nullable Correction correction,
        List<String> problems,
        List<Person> people,
        List<IndexedDocument> documents,
        FlatPeople person,
        FlatDocuments document,
        Instant published,
        @Nullable Instant firstCreated,
        @Nullable Instant versionCreated,
        @Nullable Instant embargoed,
        Instant received,
        Instant enriched,
        Instant indexed,
        Age age,
        RawItem.Original original) {

    private static final ZoneId NEWSROOM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The document of an item that is written at {@code indexed}. */
    public static ArticleDocument of(EnrichedItem enriched, Instant indexed) {
        return enriched.item().status() == Status.USABLE ? article(enriched, indexed) : tombstone(enriched, indexed);
    }

    private static ArticleDocument article(EnrichedItem enriched, Instant indexed) {
        RawItem item = enriched.item();
        List<Person> people = enriched.tags().people();
        List<IndexedDocument> documents =
                enriched.tags().documents().stream().map(IndexedDocument::of).toList();
        return new ArticleDocument(
                item.id(),
                item.guid(),
                item.version(),
                item.status(),
                item.provider(),
                item.feed(),
                item.urgency(),
                item.language(),
                item.headline(),
                item.subheadline(),
                item.body(),
                item.bodyHtml(),
                item.dateline(),
                item.bylines(),
                item.subjects(),
                item.places(),
                item.link(),
                item.media(),
                item.correction(),
                item.problems(),
                people,
                documents,
                FlatPeople.of(people),
                FlatDocuments.of(documents),
                published(item),
                item.firstCreated(),
                item.versionCreated(),
                item.embargoed(),
                item.received(),
                enriched.enriched(),
                indexed,
                Age.of(item, indexed),
                item.original());
    }

    private static ArticleDocument tombstone(EnrichedItem enriched, Instant indexed) {
        RawItem item = enriched.item();
        return new ArticleDocument(
                item.id(),
                null, // may be an address that holds the headline
                item.version(),
                item.status(),
                item.provider(),
                item.feed(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                FlatPeople.of(List.of()),
                FlatDocuments.of(List.of()),
                published(item),
                item.firstCreated(),
                item.versionCreated(),
                item.embargoed(),
                item.received(),
                enriched.enriched(),
                indexed,
                Age.of(item, indexed),
                item.original());
    }

    /** The time to sort and chart by: first creation, else the version's, else the dateline's day, else the receipt. */
    static Instant published(RawItem item) {
        if (item.firstCreated() != null) {
            return item.firstCreated();
        }
        if (item.versionCreated() != null) {
            return item.versionCreated();
        }
        RawItem.Dateline dateline = item.dateline();
        LocalDate day = dateline == null ? null : dateline.date();
        return day == null ? item.received() : day.atStartOfDay(NEWSROOM).toInstant();
    }
}

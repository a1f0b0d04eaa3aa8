package dongtin.desk.search;

import dongtin.message.Person;
import dongtin.message.RawItem;
import dongtin.message.Span;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An article as the index gives it to readers. The spans of people and documents count in {@link #text()}. */
public record Article(
        String id,
        long version,
        String provider,
        @Nullable Integer urgency,
        @Nullable String language,
        String headline,
        @Nullable String subheadline,
        String body,
        RawItem.@Nullable Dateline dateline,
        List<String> bylines,
        List<RawItem.Subject> subjects,
        List<String> places,
        @Nullable URI link,
        List<RawItem.Media> media,
        RawItem.@Nullable Correction correction,
        List<Person> people,
        List<Document> documents,
        Instant published,
        @Nullable Instant firstCreated,
        @Nullable Instant versionCreated,
        Instant received,
        Instant enriched,
        Instant indexed) {

    /** What was tagged: {@link RawItem#text()}. */
    public String text() {
        return headline + "\n\n" + body;
    }

    /** A document that the article refers to, with what to call it on a screen. */
    public record Document(
            String key,
            String label,
            String kind,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable String issuer,
            @Nullable LocalDate date,
            @Nullable String year,
            @Nullable String name,
            @Nullable String subject,
            @Nullable String basis,
            @Nullable List<Span> mentions) {}
}

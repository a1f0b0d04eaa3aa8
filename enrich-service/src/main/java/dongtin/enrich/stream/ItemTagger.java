package dongtin.enrich.stream;

import dongtin.enrich.Tagger;
import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Status;
import dongtin.message.Tags;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a raw item an enriched message. Whatever the item is, there is an outcome. Thread-safe. */
@Component
class ItemTagger {

    /** The days of Vietnamese news; a document's date is told from the article's, and hours do not matter for that. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Less than the 32 MiB that the topic takes, by more than headers need. */
    private static final int LONGEST = 30 * 1024 * 1024;

    private static final Tags NONE = new Tags(List.of(), List.of());

    private final Tagger tagger;
    private final Clock clock;

    ItemTagger(Tagger tagger, Clock clock) {
        this.tagger = tagger;
        this.clock = clock;
    }

    Outcome outcome(RawItem item) {
        try {
            byte[] json = MessageJson.write(new EnrichedItem(item, tags(item), clock.instant()));
            return json.length > LONGEST
                    ? new Outcome.Failed("%d bytes with its tags, longer than the topic takes".formatted(json.length))
                    : new Outcome.Enriched(json);
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of ours in one text must not stop the others: it is an outcome, kept with the message.
            return new Outcome.Failed("tagging failed: " + e + " at " + place(e));
        }
    }

    private Tags tags(RawItem item) {
        if (item.status() != Status.USABLE) {
            return NONE; // its text is not to be shown, so neither is what it says
        }
        Tags tags = tagger.tag(item.text(), day(item));
        return new Tags(RelatedPeople.addedTo(tags.people(), item.relatedPeople()), tags.documents());
    }

    private static @Nullable LocalDate day(RawItem item) {
        if (item.dateline() != null && item.dateline().date() != null) {
            return item.dateline().date();
        }
        Instant created = item.firstCreated() != null ? item.firstCreated() : item.versionCreated();
        return created == null ? null : LocalDate.ofInstant(created, ZONE);
    }

    private static String place(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .map(StackTraceElement::toString)
                .findFirst()
                .orElse("an unknown place");
    }
}

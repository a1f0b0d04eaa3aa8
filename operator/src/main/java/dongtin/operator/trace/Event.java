package dongtin.operator.trace;

import dongtin.message.Topics;
import dongtin.operator.kafka.Position;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an item: a message on a topic, or its document in the index.
 *
 * @param time when the message was written, or the document
 * @param where a topic, or an index
 * @param at the message; null for a document
 * @param order which of two versions is the newer one; null where it can not be told
 * @param note what else there is to say
 */
record Event(
        Instant time,
        String where,
        @Nullable Position at,
        @Nullable Long order,
        @Nullable Long version,
        @Nullable String status,
        @Nullable String feed,
        String note) {

    private static final List<String> FLOW = List.of(
            Topics.ORIGINAL,
            Topics.RAW,
            Topics.deadLetter(Topics.RAW),
            Topics.ENRICHED,
            Topics.deadLetter(Topics.ENRICHED));

    /** Of time; within a millisecond as they follow from each other, the index last. */
    static final Comparator<Event> ORDER = Comparator.comparing(
                    (Event event) -> event.time.truncatedTo(ChronoUnit.MILLIS))
            .thenComparing(event -> FLOW.contains(event.where) ? FLOW.indexOf(event.where) : FLOW.size());
}

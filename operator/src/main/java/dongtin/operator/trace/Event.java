package dongtin.operator.trace;

import dongtin.operator.kafka.Position;
import java.time.Instant;
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
        String note) {}

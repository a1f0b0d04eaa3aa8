package dongtin.operator.drift;

import com.fasterxml.jackson.annotation.JsonValue;
import dongtin.message.Status;
import dongtin.operator.index.Indexed;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.Stage;
import dongtin.operator.replay.Newest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item of which the index holds something else than the topic says.
 *
 * @param item its id; empty for a message that no item can be read from
 * @param at its newest message that the index should know; null where the topic has none
 * @param version of that message
 * @param indexed what the index has instead; empty where it has nothing
 */
record Drift(
        Kind kind,
        String item,
        @Nullable Position at,
        @Nullable Long version,
        @Nullable String status,
        List<Indexed> indexed) {

    /** How it differs; by the names that are printed. */
    enum Kind {
        /** The index does not have the item. */
        MISSING,
        /** The index has an older version, or another message of the same version. */
        STALE,
        /** Readers see what is killed or withheld. */
        ALIVE,
        /** The index has a version that the topic does not have. */
        NEWER,
        /** The index has the item in two months. */
        TWICE,
        /** No item can be read from the message, and no dead letter tells so. */
        UNREAD;

        /** Whether publishing the message again makes it right. */
        boolean mendable() {
            return this == MISSING || this == STALE || this == ALIVE;
        }

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What these documents of the item differ in; nothing if they are as the message says. Of a raw message it is only asked
     * that nothing older stands in the index: all else the enriched ones tell.
     */
    static @Nullable Kind between(Stage stage, Newest message, List<Indexed> documents) {
        if (documents.isEmpty()) {
            return Kind.MISSING;
        }
        if (stage == Stage.ENRICH && documents.stream().anyMatch(one -> one.order() >= message.order())) {
            return null;
        }
        if (documents.size() > 1) {
            return Kind.TWICE;
        }
        Indexed document = documents.getFirst();
        if (document.order() > message.order()) {
            return Kind.NEWER;
        }
        boolean usable = Status.ofOrder(message.order()) == Status.USABLE;
        if (!usable && document.status().equals(Status.USABLE.word())) {
            return Kind.ALIVE;
        }
        boolean same = document.order() == message.order()
                && document.status().equals(Status.ofOrder(message.order()).word())
                && Objects.equals(toTheMillisecond(document.enriched()), toTheMillisecond(message.enriched()));
        return same ? null : Kind.STALE;
    }

    // So far the index tells times without reading whole documents.
    private static @Nullable Instant toTheMillisecond(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }
}

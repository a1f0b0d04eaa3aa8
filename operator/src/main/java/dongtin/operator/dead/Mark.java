package dongtin.operator.dead;

import com.fasterxml.jackson.annotation.JsonValue;
import dongtin.operator.kafka.Position;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did with a dead letter.
 *
 * @param written when the letter was: where its topic is made anew, another one comes to stand in its place
 * @param by whom
 * @param why null where nobody said
 * @param as where the message stands that the letter was replayed as; null if it was discarded
 */
record Mark(
        State state,
        Instant written,
        Instant at,
        String by,
        @Nullable String why,
        @Nullable Position as) {

    /** How it is with a dead letter. */
    enum State {
        /** Nobody has done anything. */
        OPEN,
        /** It went back to where it failed. */
        REPLAYED,
        /** It was put aside, with a reason. */
        DISCARDED;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

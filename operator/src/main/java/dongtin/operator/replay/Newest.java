package dongtin.operator.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message of an item that decides: of those with its greatest order the last one.
 *
 * @param enriched null for a raw item
 */
public record Newest(long offset, long order, @Nullable Instant enriched) {

    /** The provider's version, as far as it can be told from the order. */
    public long version() {
        return order >> 2;
    }

    Newest or(Newest later) {
        return later.order >= order ? later : this;
    }
}

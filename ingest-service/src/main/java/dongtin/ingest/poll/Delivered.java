package dongtin.ingest.poll;

import dongtin.ingest.raw.RawMessage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Items of a polled feed that came by another way, so that the next poll does not publish them once more. Kept under
 * {@link #KIND}.
 *
 * @param items digests by item id
 */
public record Delivered(Instant at, Map<String, List<String>> items) {

    public static final String KIND = "delivered";

    public static Delivered of(Collection<RawMessage> items, Instant received) {
        return new Delivered(received, Cursor.digests(items));
    }
}

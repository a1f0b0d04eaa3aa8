package dongtin.operator.kafka;

import dongtin.message.RawItem;
import dongtin.message.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What operators need to know of an item's message.
 *
 * @param order which of two messages about the item is the newer one: {@link RawItem#order()}
 * @param sha256 the key of its original
 * @param enriched null for a raw item
 */
public record ItemVersion(
        String id,
        long order,
        long version,
        Status status,
        String feed,
        String headline,
        Instant received,
        String sha256,
        @Nullable Instant enriched) {

    static ItemVersion of(RawItem item, @Nullable Instant enriched) {
        return new ItemVersion(
                item.id(),
                item.order(),
                item.version(),
                item.status(),
                item.feed(),
                item.headline(),
                item.received(),
                item.original().sha256(),
                enriched);
    }
}

package dongtin.operator.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document of an item, as it stands in the index.
 *
 * @param index that of its month, and of the generation that serves
 * @param order the document's version for Elasticsearch, which is the item's order
 * @param version the provider's
 * @param embargoed until when no reader sees it
 */
public record Indexed(
        String id,
        String index,
        long order,
        long version,
        String status,
        @Nullable String feed,
        @Nullable String headline,
        @Nullable Instant embargoed,
        @Nullable Instant enriched,
        @Nullable Instant indexed) {

    /** Whether readers may see it now. */
    public boolean readable(Instant now) {
        return status.equals("usable") && (embargoed == null || !embargoed.isAfter(now));
    }
}

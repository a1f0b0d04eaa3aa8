package dongtin.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A raw item with its tags. The spans count in {@link RawItem#text()}. */
public record EnrichedItem(RawItem item, Tags tags, Instant enriched) {

    public EnrichedItem {
        requireNonNull(item, "item");
        requireNonNull(tags, "tags");
        requireNonNull(enriched, "enriched");
    }
}

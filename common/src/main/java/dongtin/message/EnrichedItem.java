package dongtin.message;

import java.time.Instant;

/** A raw item with its tags. The spans count in {@link RawItem#text()}. */
public record EnrichedItem(RawItem item, Tags tags, Instant enriched) {}

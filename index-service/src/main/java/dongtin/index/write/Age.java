package dongtin.index.write;

import dongtin.message.RawItem;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a version took to become searchable, in milliseconds. Negative where the provider's clock is ahead of ours; a version that is
 * indexed again counts to the last time.
 *
 * @param received from its creation to its receipt: the provider's share; null where it states no creation
 * @param handled from its receipt to the index: our share
 * @param searchable from its creation to the index: the whole; null where it states no creation
 */
record Age(@Nullable Long received, long handled, @Nullable Long searchable) {

    static Age of(RawItem item, Instant indexed) {
        // A correction is created long after its story.
        Instant created = item.versionCreated() != null ? item.versionCreated() : item.firstCreated();
        return new Age(
                created == null ? null : between(created, item.received()),
                between(item.received(), indexed),
                created == null ? null : between(created, indexed));
    }

    // Saturates: a creation in the year 1000000 is the index's to refuse, not a reason to stop.
    private static long between(Instant from, Instant until) {
        return TimeUnit.MILLISECONDS.convert(Duration.between(from, until));
    }
}

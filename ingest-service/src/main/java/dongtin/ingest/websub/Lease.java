package dongtin.ingest.websub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a hub last said of a subscription. Kept under {@link #KIND} by the instance that it said it to.
 *
 * @param until deliveries come until then; null where the hub denied the subscription
 * @param reason the hub's words for that
 */
record Lease(
        String topic,
        Instant from,
        @Nullable Instant until,
        @Nullable String reason) {

    static final String KIND = "lease";

    boolean holdsAt(Instant now) {
        return until != null && now.isBefore(until);
    }

    /** Two thirds into the lease: time to try more than once. */
    Instant renewal() {
        return until == null
                ? from
                : from.plus(Duration.between(from, until).multipliedBy(2).dividedBy(3));
    }
}

package dongtin.ingest.websub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The subscription of one feed that is in hand: what is known of it, and when the hub is to be asked. Guarded by itself.
 */
final class Subscription {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;

    private final Duration verifyWithin;
    private @Nullable Hub hub;
    private @Nullable Lease lease;
    private int failures;
    private boolean asking;
    private @Nullable String trouble;

    /** A feed that has just come in hand is subscribed anew: nobody knows what became of it before. */
    private Instant due = Instant.EPOCH;

    Subscription(Duration verifyWithin) {
        this.verifyWithin = verifyWithin;
    }

    /** What the feed says of its hub; whether that is new. */
    synchronized boolean hub(Hub now) {
        if (now.equals(hub)) {
            return false;
        }
        hub = now;
        due = Instant.EPOCH;
        failures = 0;
        return true;
    }

    /** What was kept before the feed came in hand: it holds, but is to be made anew. */
    synchronized void before(Lease known) {
        lease = known;
    }

    /** The hub has answered. */
    synchronized void lease(Lease now) {
        lease = now;
        failures = 0;
        trouble = null;
        due = now.until() == null ? now.from().plus(LONGEST_WAIT) : now.renewal();
    }

    /** Until when news are delivered; null where they are not. */
    synchronized @Nullable Instant pushedUntil() {
        return lease == null || hub == null || !lease.topic().equals(hub.topic().toString()) ? null : lease.until();
    }

    /** The hub to be asked now, if there is one; whoever is given it says what came of it. */
    synchronized @Nullable Hub toAsk(Instant now) {
        if (hub == null || asking || now.isBefore(due)) {
            return null;
        }
        asking = true;
        return hub;
    }

    /** The hub will ask whether the subscription is meant. */
    synchronized void asked(Instant now) {
        asking = false;
        wait(now, verifyWithin);
    }

    /** Whether there was no such trouble before. */
    synchronized boolean failed(Instant now, String reason) {
        asking = false;
        wait(now, FIRST_WAIT);
        boolean news = !reason.equals(trouble);
        trouble = reason;
        return news;
    }

    private void wait(Instant now, Duration first) {
        Instant next = now.plus(shorter(first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)), LONGEST_WAIT));
        failures++;
        // The hub may have asked before its own answer was here.
        due = lease != null && lease.from().isAfter(now) ? due : next;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

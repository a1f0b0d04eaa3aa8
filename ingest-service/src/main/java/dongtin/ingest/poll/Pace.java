package dongtin.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is getting on, and when it is asked next.
 *
 * @param url the address that is polled
 * @param revision grows with each change
 * @param interval between polls, as it has adapted itself, in milliseconds
 * @param failures in a row
 * @param due not asked again before
 * @param lastSuccess when the server last gave its message, or said that it has not changed
 * @param lastWhole when the message was last fetched as a whole
 * @param lastNew when something new was last in it
 * @param trouble why the last poll failed; null where it did not
 * @param unreadable SHA-256 of the message that could not be read, so that it is counted once
 * @param movedTo where the feed has moved to for good
 */
record Pace(
        URI url,
        long revision,
        long interval,
        int failures,
        Instant due,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastWhole,
        @Nullable Instant lastNew,
        @Nullable String trouble,
        @Nullable Instant troubleSince,
        @Nullable String unreadable,
        @Nullable URI movedTo) {

    /** For a feed that was never polled: it is due. */
    static Pace start(URI url, Duration interval) {
        return new Pace(url, 0, interval.toMillis(), 0, Instant.EPOCH, null, null, null, null, null, null, null);
    }

    Pace succeeded(Instant now, boolean whole, boolean news, @Nullable URI moved) {
        return new Pace(
                url,
                revision + 1,
                interval,
                0,
                due,
                now,
                whole ? now : lastWhole,
                news ? now : lastNew,
                null,
                null,
                null,
                moved);
    }

    Pace failed(Instant now, String reason, @Nullable String unreadableSha256) {
        return new Pace(
                url,
                revision + 1,
                interval,
                failures + 1,
                due,
                lastSuccess,
                lastWhole,
                lastNew,
                reason,
                troubleSince == null ? now : troubleSince,
                unreadableSha256,
                movedTo);
    }

    Pace next(Duration newInterval, Instant newDue) {
        return new Pace(
                url,
                revision,
                newInterval.toMillis(),
                failures,
                newDue,
                lastSuccess,
                lastWhole,
                lastNew,
                trouble,
                troubleSince,
                unreadable,
                movedTo);
    }
}

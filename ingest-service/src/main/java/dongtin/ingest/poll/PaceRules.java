package dongtin.ingest.poll;

import dongtin.ingest.feed.PollSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked next: sooner where news come in, later where none do, and never sooner than its server wishes, within
 * the bounds of the feed's settings. Thread-safe.
 */
final class PaceRules {

    /** A server that asks for more is asked once a day. */
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private static final double FASTER = 0.5;
    private static final double SLOWER = 1.5;
    private static final double JITTER = 0.1;
    private static final int MOST_DOUBLINGS = 30;

    private final Duration least;
    private final Duration most;
    private final RandomGenerator random;

    PaceRules(PollSettings settings, RandomGenerator random) {
        least = settings.minInterval();
        most = settings.maxInterval();
        this.random = random;
    }

    /** A new feed begins in the lower part of its bounds. */
    Duration first() {
        return bounded(least.multipliedBy(4));
    }

    /**
     * After a poll that went well.
     *
     * @param freshFor nothing new is to be had before, says the server
     * @param pushed whether news are delivered, so that polls are to catch only what deliveries miss
     */
    Pace afterSuccess(
            Pace pace,
            boolean news,
            boolean pushed,
            @Nullable Duration freshFor,
            @Nullable Duration retryAfter,
            Instant now) {
        Duration interval = bounded(times(Duration.ofMillis(pace.interval()), news ? FASTER : SLOWER));
        Duration wait = pushed ? most : interval;
        Duration wished = freshFor == null ? Duration.ZERO : smaller(freshFor, most);
        return pace.next(interval, due(now, larger(jittered(wait), later(wished)), retryAfter));
    }

    /** After a poll that failed; {@code pace} counts it already. */
    Pace afterFailure(Pace pace, @Nullable Duration retryAfter, Instant now) {
        return pace.next(Duration.ofMillis(pace.interval()), due(now, jittered(backOff(pace.failures())), retryAfter));
    }

    /** The wait after so many failures in a row. */
    Duration backOff(int failures) {
        double doubled = Math.scalb((double) least.toMillis(), Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        return doubled >= most.toMillis() ? most : Duration.ofMillis((long) doubled);
    }

    private Instant due(Instant now, Duration wait, @Nullable Duration retryAfter) {
        Duration wished = retryAfter == null ? Duration.ZERO : smaller(retryAfter, LONGEST_RETRY_AFTER);
        return now.plus(larger(wait, later(wished)));
    }

    /** Within a tenth of it, and within the bounds, so that feeds that began together part. */
    private Duration jittered(Duration wait) {
        return bounded(times(wait, 1 - JITTER + 2 * JITTER * random.nextDouble()));
    }

    /** At that time or a little later: nobody comes sooner than is wished. */
    private Duration later(Duration wait) {
        return times(wait, 1 + JITTER * random.nextDouble());
    }

    private static Duration times(Duration time, double factor) {
        return Duration.ofMillis((long) (time.toMillis() * factor));
    }

    private Duration bounded(Duration interval) {
        return larger(least, smaller(interval, most));
    }

    private static Duration smaller(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration larger(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}

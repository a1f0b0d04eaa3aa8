package dongtin.ingest.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How polls went, by feed, in {@code wire.poll.asked}. Always: asked = fresh + unchanged + failed + returned. {@code
 * wire.poll.silence} is the time since a feed's server last gave its message, in seconds, where the feed is in hand.
 */
@Component
class PollMetrics {

    private static final List<String> FATES = List.of("fresh", "unchanged", "failed", "returned");

    private final MeterRegistry registry;
    private final Clock clock;

    PollMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Something new is published. */
    void fresh(String feed) {
        count(feed, "fresh");
    }

    void unchanged(String feed) {
        count(feed, "unchanged");
    }

    /** The server gave no message, or one that can not be read. */
    void failed(String feed) {
        count(feed, "failed");
    }

    /** The broker did not take what is new: it is fetched again. */
    void returned(String feed) {
        count(feed, "returned");
    }

    /** @param since null while the feed is not in hand, or was never had */
    void watch(String feed, Supplier<@Nullable Instant> since) {
        FATES.forEach(fate -> registry.counter("wire.poll." + fate, "feed", feed));
        registry.counter("wire.poll.asked", "feed", feed);
        Gauge.builder("wire.poll.silence", () -> {
                    Instant last = since.get();
                    return last == null
                            ? Double.NaN
                            : Duration.between(last, clock.instant()).toMillis() / 1000.0;
                })
                .tag("feed", feed)
                .baseUnit("seconds")
                .register(registry);
    }

    private void count(String feed, String fate) {
        registry.counter("wire.poll.asked", "feed", feed).increment();
        registry.counter("wire.poll." + fate, "feed", feed).increment();
    }
}

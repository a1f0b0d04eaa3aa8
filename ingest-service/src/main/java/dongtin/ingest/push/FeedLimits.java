package dongtin.ingest.push;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.feed.PushSettings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Keeps each feed to its rate and to its messages in flight, so that none takes the others' place. Thread-safe. */
@Component
class FeedLimits {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Map<String, Gate> gates;

    FeedLimits(FeedProperties feeds) {
        var byFeed = new HashMap<String, Gate>();
        feeds.feeds().forEach((feed, source) -> {
            if (source.push() != null) {
                byFeed.put(feed, new Gate(source.push()));
            }
        });
        gates = Map.copyOf(byFeed);
    }

    /**
     * Takes a message of a feed that may push; the sender is known by now.
     *
     * @throws PushRefused if the feed sends too fast, or too many at once
     */
    <T> T within(String feed, Supplier<T> taking) {
        Gate gate = Objects.requireNonNull(gates.get(feed), feed);
        if (!gate.places.tryAcquire()) {
            throw PushRefused.tooManyAtOnce(SOON);
        }
        try {
            ConsumptionProbe probe = gate.rate.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw PushRefused.tooFast(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
            return taking.get();
        } finally {
            gate.places.release();
        }
    }

    private static final class Gate {
        private final Semaphore places;
        private final Bucket rate;

        Gate(PushSettings settings) {
            places = new Semaphore(settings.inFlight());
            rate = Bucket.builder()
                    .addLimit(limit ->
                            limit.capacity(settings.burst()).refillGreedy(settings.perSecond(), Duration.ofSeconds(1)))
                    .build();
        }
    }
}

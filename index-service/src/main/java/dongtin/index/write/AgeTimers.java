package dongtin.index.write;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How old items of a feed are when Elasticsearch has taken them, in buckets: {@code wire.index.age}, {@code from} their creation as
 * the provider states it, and {@code from} their receipt. Readers find them with the index's next refresh, half a second later at the
 * most. Thread-safe.
 */
final class AgeTimers {

    /** From what is good to what is a replay; 30 s is where the alert is. */
    private static final Duration[] BUCKETS = Stream.of(
                    "PT0.1S", "PT0.25S", "PT0.5S", "PT1S", "PT2S", "PT5S", "PT10S", "PT20S", "PT30S", "PT45S", "PT1M",
                    "PT2M", "PT5M", "PT15M", "PT1H", "PT6H", "PT24H")
            .map(Duration::parse)
            .toArray(Duration[]::new);

    private final Timer created;
    private final Timer received;

    AgeTimers(MeterRegistry registry, String feed) {
        created = timer(registry, feed, "created");
        received = timer(registry, feed, "received");
    }

    private static Timer timer(MeterRegistry registry, String feed, String from) {
        return Timer.builder("wire.index.age")
                .description("age of items when Elasticsearch has taken them")
                .tag("feed", feed)
                .tag("from", from)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    void record(Age age) {
        record(received, age.handled());
        record(created, age.searchable());
    }

    // A timer drops what is negative, and then the counts would not add up: a clock that is ahead makes it 0.
    private static void record(Timer timer, @Nullable Long milliseconds) {
        if (milliseconds != null) {
            timer.record(Duration.ofMillis(Math.max(0, milliseconds)));
        }
    }
}

package dongtin.ingest.push;

import dongtin.ingest.feed.FeedProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the metrics of intake do not tell of pushes, counted by feed: {@code wire.push.limited} those of the failed that were
 * turned away by a limit (tag {@code limit}: {@code rate}, {@code in-flight} or {@code bytes}), and {@code wire.push.repeated} those
 * that were answered as the first time and are no arrivals. Those of all feeds that may be pushed are there from the start.
 */
@Component
class PushMetrics {

    private static final List<String> LIMITS = List.of("rate", "in-flight", "bytes");

    private final MeterRegistry registry;

    PushMetrics(MeterRegistry registry, FeedProperties settings) {
        this.registry = registry;
        settings.feeds().forEach((feed, source) -> {
            if (source.push() != null) {
                LIMITS.forEach(limit -> registry.counter("wire.push.limited", "feed", feed, "limit", limit));
                registry.counter("wire.push.repeated", "feed", feed);
            }
        });
    }

    void limited(String feed, String limit) {
        registry.counter("wire.push.limited", "feed", feed, "limit", limit).increment();
    }

    void repeated(String feed) {
        registry.counter("wire.push.repeated", "feed", feed).increment();
    }
}

package dongtin.ingest.push;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * What the metrics of intake do not tell of pushes, counted by feed: {@code wire.push.limited} those of the failed that were
 * turned away by a limit (tag {@code limit}: {@code rate}, {@code in-flight} or {@code bytes}), and {@code wire.push.repeated} those
 * that were answered as the first time and are no arrivals.
 */
@Component
class PushMetrics {

    private final MeterRegistry registry;

    PushMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void limited(String feed, String limit) {
        registry.counter("wire.push.limited", "feed", feed, "limit", limit).increment();
    }

    void repeated(String feed) {
        registry.counter("wire.push.repeated", "feed", feed).increment();
    }
}

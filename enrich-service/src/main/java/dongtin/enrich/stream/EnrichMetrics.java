package dongtin.enrich.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * What became of the raw items: {@code wire.enrich.received}, {@code .enriched}, {@code .failed} (dead-lettered). Always:
 * received = enriched + failed. A batch that is rolled back and comes again is counted when its listener is through.
 */
@Component
class EnrichMetrics {

    private final Counter received;
    private final Counter enriched;
    private final Counter failed;

    EnrichMetrics(MeterRegistry registry) {
        received = registry.counter("wire.enrich.received");
        enriched = registry.counter("wire.enrich.enriched");
        failed = registry.counter("wire.enrich.failed");
    }

    void enriched(int items) {
        received.increment(items);
        enriched.increment(items);
    }

    void failed(int items) {
        received.increment(items);
        failed.increment(items);
    }
}

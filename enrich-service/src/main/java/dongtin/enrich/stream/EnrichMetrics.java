package dongtin.enrich.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * What became of the raw items that the broker delivered: {@code wire.enrich.received}, {@code .enriched}, {@code .failed}
 * (dead-lettered), {@code .returned} (the broker was away; they come again and count again). Always, but for the batches in
 * hand: received = enriched + failed + returned.
 */
@Component
class EnrichMetrics {

    private final Counter received;
    private final Counter enriched;
    private final Counter failed;
    private final Counter returned;

    EnrichMetrics(MeterRegistry registry) {
        received = registry.counter("wire.enrich.received");
        enriched = registry.counter("wire.enrich.enriched");
        failed = registry.counter("wire.enrich.failed");
        returned = registry.counter("wire.enrich.returned");
    }

    void received(int items) {
        received.increment(items);
    }

    void returned(int items) {
        returned.increment(items);
    }

    void enriched(int items) {
        enriched.increment(items);
    }

    void failed(int items) {
        failed.increment(items);
    }
}

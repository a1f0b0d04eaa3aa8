package dongtin.ingest.raw;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * What became of the items that feeds sent, counted by feed in {@code wire.ingest.received}, {@code .accepted},
 * {@code .refused} and {@code .failed}. Always, but for what is in hand: received = accepted + refused + failed. A message
 * that can not be told apart into items counts as one. Failed items were answered 503 or 429 and come again. A push that is
 * answered as its first time was is none of them.
 */
@Component
class IngestMetrics {

    private final MeterRegistry registry;

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void received(String feed, int items) {
        count(feed, "received", items);
    }

    void accepted(String feed, int items) {
        count(feed, "accepted", items);
    }

    void refused(String feed, int items) {
        count(feed, "refused", items);
    }

    void failed(String feed, int items) {
        count(feed, "failed", items);
    }

    private void count(String feed, String fate, int items) {
        registry.counter("wire.ingest." + fate, "feed", feed).increment(items);
    }
}

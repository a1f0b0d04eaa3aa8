package dongtin.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Deliveries of hubs, by feed, in {@code wire.websub.delivered}. Always: delivered = taken + dropped + returned. What is taken is
 * counted item by item in {@code wire.ingest.*}.
 */
@Component
class WebSubMetrics {

    private static final List<String> FATES = List.of("taken", "dropped", "returned");

    private final MeterRegistry registry;

    WebSubMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Signed by the hub, and read. */
    void taken(String feed) {
        count(feed, "taken");
    }

    /** Not signed as it should be, or too large: answered as if it were taken, and thrown away. */
    void dropped(String feed) {
        count(feed, "dropped");
    }

    /** The broker did not take it: the hub sends it again. */
    void returned(String feed) {
        count(feed, "returned");
    }

    private void count(String feed, String fate) {
        // All of them, so that those that have not happened are 0 and can be added.
        FATES.forEach(
                one -> registry.counter("wire.websub." + one, "feed", feed).increment(one.equals(fate) ? 1 : 0));
        registry.counter("wire.websub.delivered", "feed", feed).increment();
    }
}

package dongtin.ingest.websub;

import dongtin.ingest.feed.FeedProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Deliveries of hubs, by feed, in {@code wire.websub.delivered}. Always: delivered = taken + dropped + returned. What is taken is
 * counted item by item in {@code wire.ingest.*}. The counters of all feeds that have a hub are there from the start.
 */
@Component
class WebSubMetrics {

    private static final List<String> FATES = List.of("taken", "dropped", "returned");

    private final MeterRegistry registry;

    WebSubMetrics(MeterRegistry registry, FeedProperties settings) {
        this.registry = registry;
        settings.feeds().forEach((feed, source) -> {
            if (source.websub() != null) {
                FATES.forEach(fate -> registry.counter("wire.websub." + fate, "feed", feed));
                registry.counter("wire.websub.delivered", "feed", feed);
            }
        });
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
        registry.counter("wire.websub.delivered", "feed", feed).increment();
        registry.counter("wire.websub." + fate, "feed", feed).increment();
    }
}

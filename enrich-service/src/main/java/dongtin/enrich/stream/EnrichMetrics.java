package dongtin.enrich.stream;

import dongtin.watch.MetersByFeed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * What became of the raw items that the broker delivered, by the feed that an item says it came by. Always:
 *
 * <pre>wire.enrich.received = enriched + failed + returned + in.hand</pre>
 *
 * Enriched and failed (dead-lettered) items count when their transaction is committed; one that is rolled back counts all of its
 * items as returned: they come again, and count again. In hand is counted by itself, not made of the others: an item that falls
 * out of the flow leaves the sum short. Alert when it is for a minute, and on any that failed. All counters of a feed are there,
 * as 0, from its first item on. Thread-safe.
 */
@Component
class EnrichMetrics {

    private final MeterRegistry registry;
    private final MetersByFeed<Fates> feeds;

    EnrichMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.feeds = new MetersByFeed<>(this::made);
    }

    private record Fates(Counter received, Counter enriched, Counter failed, Counter returned, AtomicLong inHand) {}

    /** Counts the items of one delivery. */
    Delivery delivery() {
        return new Delivery(this);
    }

    void received(String feed) {
        Fates fates = feeds.of(feed);
        fates.inHand.incrementAndGet();
        fates.received.increment();
    }

    void enriched(String feed) {
        feeds.of(feed).enriched.increment();
    }

    void failed(String feed) {
        feeds.of(feed).failed.increment();
    }

    void returned(String feed) {
        feeds.of(feed).returned.increment();
    }

    void outOfHand(String feed) {
        feeds.of(feed).inHand.decrementAndGet();
    }

    private Fates made(String feed) {
        return new Fates(
                counter("received", feed),
                counter("enriched", feed),
                counter("failed", feed),
                counter("returned", feed),
                registry.gauge("wire.enrich.in.hand", Tags.of("feed", feed), new AtomicLong()));
    }

    private Counter counter(String fate, String feed) {
        return registry.counter("wire.enrich." + fate, "feed", feed);
    }
}

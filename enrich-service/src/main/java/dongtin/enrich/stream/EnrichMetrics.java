package dongtin.enrich.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** What can not be read tells no feed; no feed can have this name. */
    static final String UNREADABLE = "(unreadable)";

    private static final String OTHERS = "(others)";

    /** The names come out of messages: whatever is on the topic, there is no series for each. */
    private static final int MOST_FEEDS = 1_000;

    private static final int LONGEST_NAME = 64;

    private final MeterRegistry registry;
    private final Map<String, Fates> feeds = new ConcurrentHashMap<>();

    EnrichMetrics(MeterRegistry registry) {
        this.registry = registry;
        of(UNREADABLE);
    }

    private record Fates(Counter received, Counter enriched, Counter failed, Counter returned, AtomicLong inHand) {}

    /** Counts the items of one delivery. */
    Delivery delivery() {
        return new Delivery(this);
    }

    void received(String feed) {
        Fates fates = of(feed);
        fates.inHand.incrementAndGet();
        fates.received.increment();
    }

    void enriched(String feed) {
        of(feed).enriched.increment();
    }

    void failed(String feed) {
        of(feed).failed.increment();
    }

    void returned(String feed) {
        of(feed).returned.increment();
    }

    void outOfHand(String feed) {
        of(feed).inHand.decrementAndGet();
    }

    private Fates of(String feed) {
        boolean known = feeds.containsKey(feed) || (feeds.size() < MOST_FEEDS && feed.length() <= LONGEST_NAME);
        return feeds.computeIfAbsent(known ? feed : OTHERS, this::made);
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

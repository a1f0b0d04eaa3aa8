package dongtin.index.write;

import dongtin.message.EnrichedItem;
import dongtin.message.RawItem;
import dongtin.message.Status;
import dongtin.watch.MetersByFeed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * What became of every message that the broker delivered, by the feed that its item says it came by. Always:
 *
 * <pre>wire.index.received = stored + stale + refused + unreadable + waiting + in.hand
 * wire.index.stored   ≥ tombstones + embargoed
 * wire.index.age, count by from=received = stored</pre>
 *
 * A message that waits is delivered again, and counts again as received: the messages themselves are received − waiting. So does,
 * with a fate of its own, what another consumer gets because its partition moved before its offset was settled. In hand is
 * counted by itself, not made of the others: a message that falls out of the flow leaves the sum short. Alert when it is for a
 * minute: messages are being lost; alert on any growth of refused or unreadable: each is a dead letter. All meters of a feed are
 * there, as 0, from its first message on. Thread-safe.
 */
@Component
class WriteMetrics {

    private final MeterRegistry registry;
    private final Clock clock;
    private final MetersByFeed<Fates> feeds;

    WriteMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.feeds = new MetersByFeed<>(this::made);
    }

    private record Fates(
            Counter received,
            Counter stored,
            Counter stale,
            Counter refused,
            Counter unreadable,
            Counter waiting,
            AtomicLong inHand,
            Counter tombstones,
            Counter embargoed,
            Counter embargoUnread,
            AgeTimers ages) {}

    /** Delivered, and in hand. */
    void received(String feed) {
        Fates fates = feeds.of(feed);
        fates.inHand.incrementAndGet();
        fates.received.increment();
    }

    /** It is given back, and not settled. */
    void waiting(String feed) {
        feeds.of(feed).waiting.increment();
    }

    void unreadable() {
        feeds.of(MetersByFeed.UNREADABLE).unreadable.increment();
    }

    /** Only for outcomes that settle: a busy one is {@link #waiting}. */
    void settled(EnrichedItem item, Outcome outcome) {
        Fates fates = feeds.of(item.item().feed());
        switch (outcome) {
            case Outcome.Stored is -> stored(item.item(), fates);
            case Outcome.Stale is -> fates.stale.increment();
            case Outcome.Refused is -> fates.refused.increment();
            case Outcome.Busy busy -> throw new IllegalArgumentException("not settled: " + busy.reason());
        }
    }

    private void stored(RawItem item, Fates fates) {
        Instant now = clock.instant();
        fates.stored.increment();
        fates.ages.record(Age.of(item, now));
        if (item.status() != Status.USABLE) {
            fates.tombstones.increment();
        } else if (item.embargoed() != null && item.embargoed().isAfter(now)) {
            fates.embargoed.increment();
        }
        if (item.problems().stream().anyMatch(problem -> problem.startsWith("embargoed:"))) {
            fates.embargoUnread.increment();
        }
    }

    /** Whatever became of it. */
    void outOfHand(String feed) {
        feeds.of(feed).inHand.decrementAndGet();
    }

    private Fates made(String feed) {
        return new Fates(
                counter("received", feed),
                counter("stored", feed),
                counter("stale", feed),
                counter("refused", feed),
                counter("unreadable", feed),
                counter("waiting", feed),
                registry.gauge("wire.index.in.hand", Tags.of("feed", feed), new AtomicLong()),
                counter("tombstones", feed),
                counter("embargoed", feed),
                counter("embargo.unread", feed),
                new AgeTimers(registry, feed));
    }

    private Counter counter(String fate, String feed) {
        return registry.counter("wire.index." + fate, "feed", feed);
    }
}

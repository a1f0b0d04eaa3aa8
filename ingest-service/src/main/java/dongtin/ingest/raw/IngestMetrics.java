package dongtin.ingest.raw;

import dongtin.ingest.feed.FeedProperties;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What became of the items that feeds sent, by feed. Always:
 *
 * <pre>wire.ingest.received = accepted + refused + failed + in.hand</pre>
 *
 * A message that can not be told apart into items counts as one. Failed items were answered 503 or 429 and come again. A push that
 * is answered as its first time was is none of them. In hand is counted by itself, not made of the others: an item that falls out of
 * the flow leaves the sum short. Alert when it is for a minute.
 *
 * <p>{@code wire.ingest.last.accepted} is the time of receipt of the last item that was accepted, in seconds since 1970: NaN until
 * there is one. How long a feed may be silent is told by its own past (ops/prometheus). The meters of all feeds in the settings are
 * there from the start. Thread-safe.
 */
@Component
class IngestMetrics {

    private final MeterRegistry registry;
    private final Map<String, Fates> feeds = new ConcurrentHashMap<>();

    IngestMetrics(MeterRegistry registry, FeedProperties settings) {
        this.registry = registry;
        settings.feeds().keySet().forEach(this::of);
    }

    private record Fates(
            Counter received,
            Counter accepted,
            Counter refused,
            Counter failed,
            AtomicLong inHand,
            AtomicReference<@Nullable Instant> last) {}

    /** Items of which it is not known yet what becomes of them; closed when it should be. */
    InHand received(String feed, int items) {
        Fates fates = of(feed);
        fates.inHand.addAndGet(items);
        fates.received.increment(items);
        return new InHand(fates, items);
    }

    private Fates of(String feed) {
        return feeds.computeIfAbsent(feed, this::made);
    }

    private Fates made(String feed) {
        var inHand = registry.gauge("wire.ingest.in.hand", Tags.of("feed", feed), new AtomicLong());
        var last = new AtomicReference<@Nullable Instant>();
        TimeGauge.builder("wire.ingest.last.accepted", last, TimeUnit.SECONDS, IngestMetrics::seconds)
                .tag("feed", feed)
                .strongReference(true)
                .register(registry);
        return new Fates(
                counter("received", feed),
                counter("accepted", feed),
                counter("refused", feed),
                counter("failed", feed),
                inHand,
                last);
    }

    private Counter counter(String fate, String feed) {
        return registry.counter("wire.ingest." + fate, "feed", feed);
    }

    private static double seconds(AtomicReference<@Nullable Instant> last) {
        Instant time = last.get();
        return time == null ? Double.NaN : time.toEpochMilli() / 1000.0;
    }

    /** Some items of a feed on their way through the metrics. Thread-safe. */
    static final class InHand implements AutoCloseable {

        private final Fates fates;
        private final int items;

        private InHand(Fates fates, int items) {
            this.fates = fates;
            this.items = items;
        }

        void accepted(int some, Instant received) {
            fates.accepted.increment(some);
            fates.last.accumulateAndGet(
                    received, (before, now) -> before == null || now.isAfter(before) ? now : before);
        }

        void refused(int some) {
            fates.refused.increment(some);
        }

        void failed(int some) {
            fates.failed.increment(some);
        }

        @Override
        public void close() {
            fates.inHand.addAndGet(-items);
        }
    }
}

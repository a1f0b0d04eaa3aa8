package dongtin.index.write;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * What became of every message that the broker delivered. Always, but for the batches in hand:
 *
 * <pre>wire.index.received = stored + stale + refused + unreadable + waiting</pre>
 *
 * A message that waits is delivered again, and counts again as received: the messages themselves are received − waiting.
 * Alert when the sum is short for longer than a write takes: messages are being lost; alert on any growth of refused or
 * unreadable: each is a dead letter.
 */
@Component
class WriteMetrics {

    private final Counter received;
    private final Counter stored;
    private final Counter stale;
    private final Counter refused;
    private final Counter unreadable;
    private final Counter waiting;

    WriteMetrics(MeterRegistry registry) {
        received = registry.counter("wire.index.received");
        stored = registry.counter("wire.index.stored");
        stale = registry.counter("wire.index.stale");
        refused = registry.counter("wire.index.refused");
        unreadable = registry.counter("wire.index.unreadable");
        waiting = registry.counter("wire.index.waiting");
    }

    void received(int messages) {
        received.increment(messages);
    }

    /** A batch is given back, and these of its messages are not settled. */
    void waiting(int messages) {
        waiting.increment(messages);
    }

    void unreadable(int messages) {
        unreadable.increment(messages);
    }

    /** Only for outcomes that settle: a busy one is {@link #waiting}. */
    void settled(Outcome outcome) {
        switch (outcome) {
            case Outcome.Stored is -> stored.increment();
            case Outcome.Stale is -> stale.increment();
            case Outcome.Refused is -> refused.increment();
            case Outcome.Busy busy -> throw new IllegalArgumentException("not settled: " + busy.reason());
        }
    }
}

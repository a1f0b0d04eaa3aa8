package dongtin.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.watch.MetersByFeed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionSynchronization;

class EnrichMetricsTests {

    private static final List<Outcome> OUTCOMES =
            List.of(new Outcome.Enriched(new byte[0]), new Outcome.Failed("it can not be read"));

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final EnrichMetrics metrics = new EnrichMetrics(registry);

    @Test
    void committedItemsCountByTheirOutcome() {
        Delivery delivery = received("a", MetersByFeed.UNREADABLE);
        delivery.settled(OUTCOMES);
        assertThat(value("in.hand", "a")).isEqualTo(1);

        delivery.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);

        assertThat(value("enriched", "a")).isEqualTo(1);
        assertThat(value("failed", MetersByFeed.UNREADABLE)).isEqualTo(1);
        assertThat(missing("a")).isZero();
        assertThat(value("in.hand", "a")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {TransactionSynchronization.STATUS_ROLLED_BACK, TransactionSynchronization.STATUS_UNKNOWN})
    void itemsOfATransactionThatDidNotHoldAreReturned(int status) {
        Delivery delivery = received("a", "a");
        delivery.settled(OUTCOMES);

        delivery.afterCompletion(status);

        assertThat(value("returned", "a")).isEqualTo(2);
        assertThat(value("enriched", "a") + value("failed", "a")).isZero();
        assertThat(missing("a")).isZero();
    }

    @Test
    void itemWithoutAnOutcomeLeavesTheSumShort() {
        Delivery delivery = received("a", "a", "a");
        delivery.settled(OUTCOMES);

        delivery.afterCompletion(TransactionSynchronization.STATUS_COMMITTED);

        assertThat(missing("a")).isEqualTo(1);
    }

    @Test
    void feedsThatMessagesMakeUpDoNotMakeSeriesWithoutEnd() {
        for (int i = 0; i < 5_000; i++) {
            received("made-up-" + i).afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK);
        }
        received("x".repeat(65)).afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK);

        assertThat(registry.find("wire.enrich.received").counters()).hasSizeLessThan(1_100);
        assertThat(registry.find("wire.enrich.received").counters().stream()
                        .mapToDouble(io.micrometer.core.instrument.Counter::count)
                        .sum())
                .isEqualTo(5_001);
    }

    private Delivery received(String... feeds) {
        Delivery delivery = metrics.delivery();
        Stream.of(feeds).forEach(delivery::received);
        return delivery;
    }

    private double missing(String feed) {
        return value("received", feed)
                - Stream.of("enriched", "failed", "returned", "in.hand")
                        .mapToDouble(fate -> value(fate, feed))
                        .sum();
    }

    private double value(String fate, String feed) {
        return registry.get("wire.enrich." + fate)
                .tag("feed", feed)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }
}

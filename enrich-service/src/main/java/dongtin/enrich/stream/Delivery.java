package dongtin.enrich.stream;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The items of one delivery on their way through the metrics: counted as received one by one, and by what became of them when the
 * transaction has ended, for only then it is known. For one thread.
 */
final class Delivery implements TransactionSynchronization {

    private final EnrichMetrics metrics;
    private final List<String> feeds = new ArrayList<>();
    private List<Outcome> outcomes = List.of();

    Delivery(EnrichMetrics metrics) {
        this.metrics = metrics;
    }

    void received(String feed) {
        feeds.add(feed);
        metrics.received(feed);
    }

    /** What becomes of the items, in the order in which they were received, if the transaction is committed. */
    void settled(List<Outcome> itemsOutcomes) {
        outcomes = List.copyOf(itemsOutcomes);
    }

    @Override
    public void afterCompletion(int status) {
        boolean committed = status == STATUS_COMMITTED;
        for (int i = 0; i < feeds.size(); i++) {
            String feed = feeds.get(i);
            if (!committed) {
                metrics.returned(feed);
            } else if (i < outcomes.size()) {
                switch (outcomes.get(i)) {
                    case Outcome.Enriched enriched -> metrics.enriched(feed);
                    case Outcome.Failed failed -> metrics.failed(feed);
                }
            }
            metrics.outOfHand(feed);
        }
    }
}

package dongtin.index.write;

import dongtin.watch.ItemTraces;
import dongtin.watch.MetersByFeed;
import io.micrometer.observation.Observation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The messages of one delivery on their way through metrics and traces: received when it is made, out of hand when it is closed, and
 * settled or waiting in between. For one thread.
 */
final class Passage implements AutoCloseable {

    private final ReadBatch batch;
    private final WriteMetrics metrics;
    private final List<Observation> work = new ArrayList<>();
    private final BitSet settled = new BitSet(); // by position in the items
    private boolean unreadableSettled;

    Passage(ReadBatch batch, WriteMetrics metrics, ItemTraces traces) {
        this.batch = batch;
        this.metrics = metrics;
        batch.items().forEach(item -> metrics.received(item.item().feed()));
        batch.unreadable().forEach(letter -> metrics.received(MetersByFeed.UNREADABLE));
        batch.readable().forEach(message -> work.add(traces.continued("wire.index.item", message.headers())));
    }

    /** @param item its position among the items */
    void settled(int item, Outcome outcome) {
        settled.set(item);
        metrics.settled(batch.items().get(item), outcome);
        work.get(item).stop();
    }

    /** All that could not be read is among the dead letters. */
    void unreadableSettled() {
        unreadableSettled = true;
        batch.unreadable().forEach(letter -> metrics.unreadable());
    }

    /** Whatever is not settled is given back. */
    void waiting(RuntimeException reason) {
        for (int i = settled.nextClearBit(0); i < batch.items().size(); i = settled.nextClearBit(i + 1)) {
            metrics.waiting(batch.items().get(i).item().feed());
            work.get(i).error(reason).stop();
        }
        if (!unreadableSettled) {
            batch.unreadable().forEach(letter -> metrics.waiting(MetersByFeed.UNREADABLE));
        }
    }

    @Override
    public void close() {
        batch.items().forEach(item -> metrics.outOfHand(item.item().feed()));
        batch.unreadable().forEach(letter -> metrics.outOfHand(MetersByFeed.UNREADABLE));
    }
}

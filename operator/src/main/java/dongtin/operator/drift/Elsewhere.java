package dongtin.operator.drift;

import dongtin.message.MessageJson;
import dongtin.operator.kafka.ItemVersion;
import dongtin.operator.kafka.TopicReader;
import dongtin.operator.replay.Newest;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Items of which the index has more than their partition says. Where a topic was given more partitions, the rest of an item's
 * messages is on another one: then all are read for these items. For one thread.
 */
final class Elsewhere {

    private static final int MOST = 100_000;

    private final TopicReader reader;
    private final Settled settled;
    private final Map<String, Kept> kept = new HashMap<>();

    Elsewhere(TopicReader reader, Settled settled) {
        this.reader = reader;
        this.settled = settled;
    }

    /** A drift that may be explained yet. */
    record Kept(TopicPartition partition, Drift drift, Newest newest) {}

    /** Puts it aside until all partitions are read, if the index may be right by a message of another partition. */
    boolean keep(TopicPartition partition, Drift drift, Newest newest) {
        if (settled.offsets().size() == 1
                || kept.size() >= MOST
                || drift.indexed().size() != 1
                || drift.kind() == Drift.Kind.ALIVE
                || drift.indexed().getFirst().order() < newest.order()) {
            return false;
        }
        return kept.putIfAbsent(drift.item(), new Kept(partition, drift, newest)) == null;
    }

    /** Those that no message explains. */
    Collection<Kept> unexplained() {
        if (!kept.isEmpty()) {
            reader.read(settled.beginnings(), settled.offsets(), this::explain);
        }
        return List.copyOf(kept.values());
    }

    private void explain(ConsumerRecord<byte[], byte[]> message) {
        try {
            ItemVersion item = settled.stage().read(message.value());
            Kept one = kept.get(item.id());
            if (one != null && explains(message, item, one)) {
                kept.remove(item.id());
            }
        } catch (MessageJson.UnreadableMessage e) {
            return; // told already
        }
    }

    // Only another partition can: on their own one, the last message of a version decides.
    private static boolean explains(ConsumerRecord<?, ?> message, ItemVersion item, Kept kept) {
        var document = kept.drift().indexed().getFirst();
        return message.partition() != kept.partition().partition()
                && item.order() == document.order()
                && item.enriched() != null
                && Objects.equals(item.enriched().truncatedTo(ChronoUnit.MILLIS), document.enriched());
    }
}

package dongtin.operator.drift;

import dongtin.message.MessageJson;
import dongtin.operator.kafka.ItemVersion;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import java.time.temporal.ChronoUnit;
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
    private final Map<TopicPartition, Long> from;
    private final Map<TopicPartition, Long> to;
    private final Map<String, Drift> kept = new HashMap<>();

    Elsewhere(TopicReader reader, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        this.reader = reader;
        this.from = from;
        this.to = to;
    }

    /** Whether the index may be right, by a message of another partition. */
    boolean mayExplain(Drift drift) {
        return to.size() > 1
                && kept.size() < MOST
                && drift.indexed().size() == 1
                && drift.version() != null
                && drift.kind() != Drift.Kind.ALIVE
                && drift.indexed().getFirst().version() >= drift.version();
    }

    /** Puts it aside until all partitions are read. */
    boolean keep(Drift drift) {
        Drift other = kept.putIfAbsent(drift.item(), drift);
        return other == null || other.equals(drift);
    }

    /** Those that no message explains. */
    List<Drift> unexplained() {
        if (!kept.isEmpty()) {
            reader.read(from, to, this::explain);
        }
        return List.copyOf(kept.values());
    }

    private void explain(ConsumerRecord<byte[], byte[]> message) {
        try {
            ItemVersion item = Stage.INDEX.read(message.value());
            Drift drift = kept.get(item.id());
            if (drift != null && explains(item, drift)) {
                kept.remove(item.id());
            }
        } catch (MessageJson.UnreadableMessage e) {
            return; // told already
        }
    }

    private static boolean explains(ItemVersion item, Drift drift) {
        var document = drift.indexed().getFirst();
        return item.order() == document.order()
                && item.enriched() != null
                && Objects.equals(item.enriched().truncatedTo(ChronoUnit.MILLIS), document.enriched());
    }
}

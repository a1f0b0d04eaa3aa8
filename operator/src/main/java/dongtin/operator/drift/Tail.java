package dongtin.operator.drift;

import dongtin.message.MessageJson;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.ItemVersion;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import dongtin.operator.replay.Newest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What stands on a stage's topic from some offsets on, as far as it is about items in doubt. For one thread. */
final class Tail {

    private final Stage stage;
    private final Broker broker;
    private final TopicReader reader;
    private final Map<TopicPartition, Long> begin;
    private Map<TopicPartition, Long> end;

    Tail(Stage stage, Broker broker, TopicReader reader, Map<TopicPartition, Long> begin) {
        this.stage = stage;
        this.broker = broker;
        this.reader = reader;
        this.begin = begin;
        this.end = begin;
    }

    /**
     * Takes away those that have a message here of their newest version or a newer one; to be asked after the index, as what the
     * index has was on the topic before.
     */
    void explain(Set<String> ids, Map<String, Newest> newest) {
        end = broker.offsets().ends(begin.keySet());
        Map<String, Long> here = new HashMap<>();
        if (!ids.isEmpty()) {
            reader.read(begin, end, message -> add(message, ids, here));
        }
        ids.removeIf(id -> {
            Newest known = newest.get(id);
            return known != null && here.getOrDefault(id, -1L) >= known.order();
        });
    }

    /** Up to where it has looked. */
    Map<TopicPartition, Long> end() {
        return end;
    }

    /** How many messages there are now. */
    long messages() {
        long[] count = {0};
        reader.read(begin, broker.offsets().ends(begin.keySet()), message -> count[0]++);
        return count[0];
    }

    private void add(ConsumerRecord<byte[], byte[]> message, Set<String> ids, Map<String, Long> here) {
        try {
            ItemVersion item = stage.read(message.value());
            if (ids.contains(item.id())) {
                here.merge(item.id(), item.order(), Math::max);
            }
        } catch (MessageJson.UnreadableMessage e) {
            return; // the service will say so
        }
    }
}

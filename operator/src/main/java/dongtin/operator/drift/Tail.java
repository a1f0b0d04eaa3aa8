package dongtin.operator.drift;

import dongtin.message.MessageJson;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.ItemVersion;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import dongtin.operator.replay.Newest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What index-service has yet to settle, as far as it is about items in doubt. For one thread. */
final class Tail {

    private final Broker broker;
    private final TopicReader reader;
    private final Map<TopicPartition, Long> settled;
    private Map<TopicPartition, Long> end;

    Tail(Broker broker, TopicReader reader, Map<TopicPartition, Long> settled) {
        this.broker = broker;
        this.reader = reader;
        this.settled = settled;
        this.end = settled;
    }

    /**
     * Which of these items have a message to come that is of their version or a newer one; to be asked after the index, as what
     * the index has was on the topic before.
     */
    List<String> explained(Set<String> ids, Map<String, Newest> settledVersions) {
        end = broker.offsets().ends(settled.keySet());
        Map<String, Long> coming = new HashMap<>();
        if (!ids.isEmpty()) {
            reader.read(settled, end, message -> add(message, ids, coming));
        }
        return ids.stream()
                .filter(id -> {
                    Newest newest = settledVersions.get(id);
                    return newest != null && coming.getOrDefault(id, -1L) >= newest.order();
                })
                .toList();
    }

    /** Up to where it has looked. */
    Map<TopicPartition, Long> end() {
        return end;
    }

    private static void add(ConsumerRecord<byte[], byte[]> message, Set<String> ids, Map<String, Long> coming) {
        try {
            ItemVersion item = Stage.INDEX.read(message.value());
            if (ids.contains(item.id())) {
                coming.merge(item.id(), item.order(), Math::max);
            }
        } catch (MessageJson.UnreadableMessage e) {
            return; // index-service will say so
        }
    }
}

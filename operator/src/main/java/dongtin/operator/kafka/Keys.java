package dongtin.operator.kafka;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Where messages of a key are. */
public final class Keys {

    private Keys() {}

    /** The one among all partitions of a topic where Kafka's producers put messages of this key. */
    public static TopicPartition partition(byte[] key, List<TopicPartition> all) {
        return all.get(Utils.toPositive(Utils.murmur2(key)) % all.size());
    }
}

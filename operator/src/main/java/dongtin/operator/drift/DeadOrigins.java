package dongtin.operator.drift;

import dongtin.message.Topics;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.Headers;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.TopicReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Which messages are dead letters, by where they failed: a number each. */
final class DeadOrigins {

    private final Map<TopicPartition, long[]> offsets = new HashMap<>();

    private DeadOrigins() {}

    /** Of the messages of this topic that are dead letters by now. */
    static DeadOrigins of(String topic, Broker broker, TopicReader reader) {
        Map<TopicPartition, LongStream.Builder> found = new HashMap<>();
        List<TopicPartition> partitions = broker.partitionsIfAny(Topics.deadLetter(topic));
        if (!partitions.isEmpty()) {
            reader.read(
                    broker.offsets().beginnings(partitions), broker.offsets().ends(partitions), message -> {
                        String origin = Headers.text(message, Topics.ORIGIN_HEADER);
                        if (origin != null) {
                            Position.parse(origin)
                                    .ifPresent(position -> found.computeIfAbsent(
                                                    position.topicPartition(), one -> LongStream.builder())
                                            .add(position.offset()));
                        }
                    });
        }
        var origins = new DeadOrigins();
        found.forEach((partition, each) ->
                origins.offsets.put(partition, each.build().sorted().toArray()));
        return origins;
    }

    boolean hold(ConsumerRecord<?, ?> message) {
        long[] dead = offsets.get(new TopicPartition(message.topic(), message.partition()));
        return dead != null && Arrays.binarySearch(dead, message.offset()) >= 0;
    }
}

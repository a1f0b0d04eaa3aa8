package dongtin.operator.drift;

import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a stage has come by now on the topic that it reads.
 *
 * @param beginnings where the partitions begin
 * @param offsets up to where the stage has settled them: each message before is written further, or a dead letter
 * @param dead which of them are dead letters
 */
record Settled(Stage stage, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> offsets, DeadOrigins dead) {

    static Settled of(Stage stage, String group, Broker broker, TopicReader reader) {
        List<TopicPartition> partitions = broker.partitions(stage.topic());
        // The offsets before the dead letters: what is settled and dead is there when they are read.
        Map<TopicPartition, Long> committed = broker.offsets().committed(group);
        Map<TopicPartition, Long> beginnings = broker.offsets().beginnings(partitions);
        Map<TopicPartition, Long> offsets = partitions.stream()
                .collect(Collectors.toMap(
                        one -> one,
                        one -> Math.max(committed.getOrDefault(one, 0L), beginnings.getOrDefault(one, 0L))));
        return new Settled(stage, beginnings, offsets, DeadOrigins.of(stage.topic(), broker, reader));
    }

    long offset(TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }
}

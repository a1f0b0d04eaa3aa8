package dongtin.watch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How many messages of a topic a group has not settled, whichever instances it has and whether any of them lives. Messages of
 * transactions that are still open count, so that one that hangs is seen.
 */
public record Lag(String group, String topic) {

    /** Asks the broker. */
    long measured(Admin broker) throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = broker.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(description -> description.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toSet());
        Map<TopicPartition, OffsetAndMetadata> settled = broker.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var firsts = offsets(broker, partitions, OffsetSpec.earliest());
        var ends = offsets(broker, partitions, OffsetSpec.latest());
        return partitions.stream()
                .mapToLong(partition -> {
                    OffsetAndMetadata offset = settled.get(partition);
                    // What the topic has let go of is not waited for.
                    long next = Math.max(offset == null ? 0 : offset.offset(), offset(firsts, partition));
                    return Math.max(0, offset(ends, partition) - next);
                })
                .sum();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin broker, Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        return broker.listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which)))
                .all()
                .get();
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        ListOffsetsResultInfo found = offsets.get(partition);
        return found == null ? 0 : found.offset();
    }
}

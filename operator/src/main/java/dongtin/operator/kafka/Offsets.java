package dongtin.operator.kafka;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where things are on a topic. Offsets count ends of transactions, too, so their differences are no numbers of messages. */
public final class Offsets {

    private final Broker broker;

    Offsets(Broker broker) {
        this.broker = broker;
    }

    /** Where the partitions begin. */
    public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return offsets(list(partitions, OffsetSpec.earliest()));
    }

    /** Where what is committed by now ends. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(list(partitions, OffsetSpec.latest()));
    }

    /** The first message at the time or later; the end where there is none. */
    public Map<TopicPartition, Long> since(Collection<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> ends = ends(partitions);
        list(partitions, OffsetSpec.forTimestamp(Math.max(0, time.toEpochMilli())))
                .forEach((partition, found) -> {
                    if (found.offset() >= 0) {
                        ends.merge(partition, found.offset(), Math::min);
                    }
                });
        return ends;
    }

    /** When the first message of each partition was written; without those that are empty. */
    public Map<TopicPartition, Instant> oldest(Collection<TopicPartition> partitions) {
        return times(list(partitions, OffsetSpec.forTimestamp(0)));
    }

    /** When the last message of each partition was written; without those that are empty. */
    public Map<TopicPartition, Instant> newest(Collection<TopicPartition> partitions) {
        return times(list(partitions, OffsetSpec.maxTimestamp()));
    }

    /** How far a group has read; without what it has not begun to read. */
    public Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = committed(Set.of(group)).get(group);
        return committed == null ? Map.of() : committed;
    }

    /** The same of several groups. */
    public Map<String, Map<TopicPartition, Long>> committed(Collection<String> groups) {
        var answer = broker.admin()
                .listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec())));
        Map<String, Map<TopicPartition, Long>> committed = new TreeMap<>();
        for (String group : groups) {
            Map<TopicPartition, Long> own = new HashMap<>();
            broker.await(answer.partitionsToOffsetAndMetadata(group), "the offsets of group " + group)
                    .forEach((partition, found) -> {
                        @Nullable OffsetAndMetadata offset = found;
                        if (offset != null) {
                            own.put(partition, offset.offset());
                        }
                    });
            committed.put(group, own);
        }
        return committed;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> list(Collection<TopicPartition> partitions, OffsetSpec which) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        return broker.await(
                broker.admin()
                        .listOffsets(
                                partitions.stream().collect(Collectors.toMap(Function.identity(), one -> which)),
                                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all(),
                "the offsets of " + partitions.iterator().next().topic());
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> found) {
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset(), (a, b) -> b, HashMap::new));
    }

    private static Map<TopicPartition, Instant> times(Map<TopicPartition, ListOffsetsResultInfo> found) {
        return found.entrySet().stream()
                .filter(one -> one.getValue().offset() >= 0 && one.getValue().timestamp() >= 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> Instant.ofEpochMilli(one.getValue().timestamp())));
    }
}

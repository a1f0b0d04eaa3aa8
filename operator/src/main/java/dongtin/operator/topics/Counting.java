package dongtin.operator.topics;

import dongtin.operator.kafka.TopicReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How many messages of a topic stand behind some offsets. Offsets also count the ends of transactions, and what was taken back;
 * so the last offsets of each partition are read, and what stands before them is reckoned from these. For one thread.
 */
final class Counting {

    private static final long SAMPLE = 200;

    private final Map<TopicPartition, Long> starts = new HashMap<>();
    private final Map<TopicPartition, Long> ends;

    /** By partition, messages from one of the offsets that are asked for to the next. */
    private final Map<TopicPartition, TreeMap<Long, Long>> counts = new HashMap<>();

    /**
     * Reads what there is to read.
     *
     * @param marks the offsets that will be asked for
     * @param all whether to read all that is to be counted, however long it takes
     */
    Counting(
            TopicReader reader,
            Collection<Map<TopicPartition, Long>> marks,
            Map<TopicPartition, Long> ends,
            boolean all) {
        this.ends = ends;
        ends.forEach((partition, end) -> {
            var own = new TreeMap<Long, Long>();
            marks.forEach(one -> own.put(one.getOrDefault(partition, end), 0L));
            starts.put(partition, all ? own.firstKey() : Math.max(own.firstKey(), end - SAMPLE));
            own.putIfAbsent(start(partition), 0L);
            counts.put(partition, own);
        });
        reader.read(starts, ends, message -> {
            var partition = new TopicPartition(message.topic(), message.partition());
            TreeMap<Long, Long> own = counts.getOrDefault(partition, new TreeMap<>());
            own.merge(own.floorKey(message.offset()), 1L, Long::sum);
        });
    }

    /** A number of messages; reckoned where it is not exact. */
    record Count(long messages, boolean exact) {

        static final Count NONE = new Count(0, true);

        Count plus(Count other) {
            return new Count(messages + other.messages, exact && other.exact);
        }
    }

    /** From these offsets, which are of {@code marks}, to the ends of their partitions. */
    Count from(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .map(one -> from(one.getKey(), one.getValue()))
                .reduce(Count.NONE, Count::plus);
    }

    private Count from(TopicPartition partition, long offset) {
        long start = start(partition);
        long read = counts.getOrDefault(partition, new TreeMap<>()).tailMap(Math.max(offset, start)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (offset >= start) {
            return new Count(read, true);
        }
        long end = ends.getOrDefault(partition, 0L);
        return new Count(Math.round((double) read / (end - start) * (end - offset)), false);
    }

    private long start(TopicPartition partition) {
        return starts.getOrDefault(partition, 0L);
    }
}

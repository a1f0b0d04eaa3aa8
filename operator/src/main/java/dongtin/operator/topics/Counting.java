package dongtin.operator.topics;

import dongtin.operator.kafka.TopicReader;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How many messages stand between two offsets of a partition. Offsets also count the ends of transactions, and what was taken
 * back; so a stretch is read where that is cheap, and else reckoned from the messages of the partition's last offsets. For one
 * thread.
 */
final class Counting {

    private static final long SAMPLE = 200;

    private final TopicReader reader;
    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> ends;
    private final boolean all;
    private final Map<TopicPartition, Double> densities = new HashMap<>();

    /** @param all whether to read all that is to be counted, however long it takes */
    Counting(TopicReader reader, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends, boolean all) {
        this.reader = reader;
        this.beginnings = beginnings;
        this.ends = ends;
        this.all = all;
    }

    /** A number of messages; reckoned where it is not exact. */
    record Count(long messages, boolean exact) {

        static final Count NONE = new Count(0, true);

        Count plus(Count other) {
            return new Count(messages + other.messages, exact && other.exact);
        }
    }

    /** From this offset to the end of the partition. */
    Count from(TopicPartition partition, long offset) {
        long end = ends.getOrDefault(partition, 0L);
        long begin = Math.max(offset, beginnings.getOrDefault(partition, 0L));
        if (begin >= end) {
            return Count.NONE;
        }
        if (all || end - begin <= SAMPLE) {
            return new Count(read(partition, begin, end), true);
        }
        double density = densities.computeIfAbsent(partition, one -> (double) read(one, end - SAMPLE, end) / SAMPLE);
        return new Count(Math.round(density * (end - begin)), false);
    }

    private long read(TopicPartition partition, long begin, long end) {
        long[] count = {0};
        reader.read(partition, begin, end, message -> count[0]++);
        return count[0];
    }
}

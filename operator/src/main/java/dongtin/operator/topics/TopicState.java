package dongtin.operator.topics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topic and its readers.
 *
 * @param messages that it holds
 * @param exact whether they were counted, and not reckoned
 * @param perMinute messages, over the last minutes
 * @param oldest when its first message was written
 */
record TopicState(
        String topic,
        int partitions,
        long messages,
        boolean exact,
        double perMinute,
        @Nullable Instant oldest,
        @Nullable Instant newest,
        List<GroupLag> groups) {

    /**
     * A consumer group that has read of the topic.
     *
     * @param lag messages that it has not read
     * @param exact whether they were counted, and not reckoned
     * @param members that it has now
     */
    record GroupLag(String group, long lag, boolean exact, int members) {}
}

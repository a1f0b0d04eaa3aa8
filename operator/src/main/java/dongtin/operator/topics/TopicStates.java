package dongtin.operator.topics;

import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.Offsets;
import dongtin.operator.kafka.TopicReader;
import dongtin.operator.topics.Counting.Count;
import dongtin.operator.topics.TopicState.GroupLag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.TopicPartition;

/** Looks at topics. For one thread. */
final class TopicStates implements AutoCloseable {

    private final Broker broker;
    private final Offsets offsets;
    private final TopicReader reader;
    private final Duration window;
    private final boolean count;
    private final Map<String, Map<TopicPartition, Long>> committed;
    private final Map<String, Integer> members = new TreeMap<>();

    /**
     * Over all groups that there are.
     *
     * @param window over which the rate is taken
     * @param count whether to count all messages
     */
    TopicStates(Broker broker, Duration window, boolean count) {
        this.broker = broker;
        this.offsets = broker.offsets();
        this.reader = broker.reader();
        this.window = window;
        this.count = count;
        List<String> groups = broker
                .await(
                        broker.admin()
                                .listGroups(ListGroupsOptions.forConsumerGroups())
                                .all(),
                        "the consumer groups")
                .stream()
                .map(GroupListing::groupId)
                .toList();
        committed = offsets.committed(groups);
        broker.admin()
                .describeConsumerGroups(groups)
                .describedGroups()
                .forEach((group, described) -> members.put(
                        group,
                        broker.await(described, "the group " + group).members().size()));
    }

    TopicState look(String topic) {
        List<TopicPartition> partitions = broker.partitions(topic);
        Map<TopicPartition, Long> beginnings = offsets.beginnings(partitions);
        Map<TopicPartition, Long> recent =
                offsets.since(partitions, Instant.now().minus(window));
        Map<String, Map<TopicPartition, Long>> read = read(beginnings);
        var marks = new ArrayList<>(read.values());
        marks.add(beginnings);
        marks.add(recent);
        var counting = new Counting(reader, marks, offsets.ends(partitions), count);
        Count all = counting.from(beginnings);
        return new TopicState(
                topic,
                partitions.size(),
                all.messages(),
                all.exact(),
                counting.from(recent).messages() * 60_000.0 / window.toMillis(),
                offsets.oldest(partitions).values().stream()
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                offsets.newest(partitions).values().stream()
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                lags(read, counting));
    }

    /** How far each group has read that has read of the topic at all; what it has not begun, it reads from its beginning. */
    private Map<String, Map<TopicPartition, Long>> read(Map<TopicPartition, Long> beginnings) {
        Map<String, Map<TopicPartition, Long>> read = new TreeMap<>();
        committed.forEach((group, own) -> {
            if (beginnings.keySet().stream().anyMatch(own::containsKey)) {
                var all = new HashMap<>(beginnings);
                all.replaceAll((partition, begin) -> Math.max(begin, own.getOrDefault(partition, begin)));
                read.put(group, all);
            }
        });
        return read;
    }

    private List<GroupLag> lags(Map<String, Map<TopicPartition, Long>> read, Counting counting) {
        var lags = new ArrayList<GroupLag>();
        read.forEach((group, from) -> {
            Count lag = counting.from(from);
            lags.add(new GroupLag(group, lag.messages(), lag.exact(), members.getOrDefault(group, 0)));
        });
        return lags;
    }

    @Override
    public void close() {
        reader.close();
    }
}

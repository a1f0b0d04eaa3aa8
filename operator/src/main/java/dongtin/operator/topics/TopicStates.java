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
        Map<TopicPartition, Long> ends = offsets.ends(partitions);
        var counting = new Counting(reader, beginnings, ends, count);
        Count all = sum(counting, beginnings);
        Count recent = sum(counting, offsets.since(partitions, Instant.now().minus(window)));
        return new TopicState(
                topic,
                partitions.size(),
                all.messages(),
                all.exact(),
                recent.messages() * 60_000.0 / window.toMillis(),
                offsets.oldest(partitions).values().stream()
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                offsets.newest(partitions).values().stream()
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                lags(partitions, counting));
    }

    private List<GroupLag> lags(List<TopicPartition> partitions, Counting counting) {
        var lags = new ArrayList<GroupLag>();
        committed.forEach((group, read) -> {
            if (partitions.stream().anyMatch(read::containsKey)) {
                // What a group has not begun to read, it reads from its beginning.
                Count lag = partitions.stream()
                        .map(partition -> counting.from(partition, read.getOrDefault(partition, 0L)))
                        .reduce(Count.NONE, Count::plus);
                lags.add(new GroupLag(group, lag.messages(), lag.exact(), members.getOrDefault(group, 0)));
            }
        });
        return lags;
    }

    private static Count sum(Counting counting, Map<TopicPartition, Long> from) {
        return from.entrySet().stream()
                .map(one -> counting.from(one.getKey(), one.getValue()))
                .reduce(Count.NONE, Count::plus);
    }

    @Override
    public void close() {
        reader.close();
    }
}

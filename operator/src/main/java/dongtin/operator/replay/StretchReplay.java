package dongtin.operator.replay;

import dongtin.operator.console.Progress;
import dongtin.operator.kafka.Position;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The replay of a stretch of one partition. For one thread. */
final class StretchReplay implements NewestVersions.Visitor {

    private final TopicPartition partition;
    private final long from;
    private final long to;
    private final Map<TopicPartition, Long> ends;
    private final @Nullable Republication republication;
    private final Progress progress;
    private long last = -1;
    private long messages;
    private long unreadable;
    private long published;
    private long caughtUp;

    /**
     * Ready to visit the partition from {@code from} to its end.
     *
     * @param ends of all partitions, when it began
     * @param republication null in a dry run
     */
    StretchReplay(
            TopicPartition partition,
            long from,
            long to,
            Map<TopicPartition, Long> ends,
            @Nullable Republication republication,
            Progress progress) {
        this.partition = partition;
        this.from = from;
        this.to = to;
        this.ends = ends;
        this.republication = republication;
        this.progress = progress;
    }

    @Override
    public void passed(ConsumerRecord<byte[], byte[]> message) {
        if (message.offset() > last) {
            last = message.offset();
            messages += last < to ? 1 : 0;
        }
        progress.at(message.offset() - from, ends.getOrDefault(partition, 0L) - from);
    }

    @Override
    public void unreadable(ConsumerRecord<byte[], byte[]> message, String reason) {
        unreadable += message.offset() < to ? 1 : 0;
    }

    // An older version changes nothing in the index, so an item whose newest message is not here is left out.
    @Override
    public void share(Map<String, Newest> items) {
        items.values().removeIf(newest -> newest.offset() >= to);
        if (republication == null) {
            published += items.size();
        } else {
            caughtUp += republication.publish(partition, items, ends, this::published);
        }
    }

    private void published(Position position) {
        published++;
        progress.at(position.offset() - from, to - from);
    }

    Stretch result() {
        return new Stretch(
                partition.partition(),
                from,
                to,
                messages,
                published,
                messages - published - unreadable,
                unreadable,
                caughtUp);
    }
}

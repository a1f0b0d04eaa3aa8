package dongtin.operator.replay;

import dongtin.message.MessageJson;
import dongtin.operator.kafka.ItemVersion;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Finds the newest message of each item on a partition, with a bounded number of items in memory: where there are more, their
 * ids are parted by a hash into shares, and the partition is read once for each share. For one thread.
 */
public final class NewestVersions {

    /** About 50 MB. */
    public static final int AT_ONCE = 250_000;

    private static final long HASHES = 1L << 32;
    private static final int GOLDEN_RATIO = 0x9E3779B9; // Fibonacci hashing: ids of a kind have hashes of a kind

    private final TopicReader reader;
    private final Stage stage;
    private final int atOnce;

    /** @param atOnce how many items to have in memory at the most */
    public NewestVersions(TopicReader reader, Stage stage, int atOnce) {
        this.reader = reader;
        this.stage = stage;
        this.atOnce = atOnce;
    }

    /** Hears what is on the partition. */
    public interface Visitor {

        /** A message, whatever it is; once each, but for those that are read again for another share. */
        default void passed(ConsumerRecord<byte[], byte[]> message) {}

        /** Whether a message counts at all. */
        default boolean counts(ConsumerRecord<byte[], byte[]> message) {
            return true;
        }

        /** A message that counts and is no item; once each. */
        default void unreadable(ConsumerRecord<byte[], byte[]> message, String reason) {}

        /** The newest messages of some items, by id; every item is in one share. The map is the visitor's to change. */
        void share(Map<String, Newest> items);
    }

    /** Reads from one offset to another, as often as it takes. */
    public void visit(TopicPartition partition, long from, long to, Visitor visitor) {
        for (@Nullable Share share = new Share(0, HASHES); share != null; share = share.next()) {
            Share current = share;
            boolean first = share.low == 0;
            reader.read(partition, from, to, message -> {
                visitor.passed(message);
                if (visitor.counts(message)) {
                    add(current, message, first, visitor);
                }
            });
            visitor.share(current.items);
        }
    }

    private void add(Share share, ConsumerRecord<byte[], byte[]> message, boolean first, Visitor visitor) {
        try {
            ItemVersion item = stage.read(message.value());
            share.add(item.id(), new Newest(message.offset(), item.order(), item.enriched()), atOnce);
        } catch (MessageJson.UnreadableMessage e) {
            if (first) {
                visitor.unreadable(message, String.valueOf(e.getMessage()));
            }
        }
    }

    /** The items with hashes from {@code low} on and below {@code high}, which comes down as they become too many. */
    private static final class Share {

        private final long low;
        private final Map<String, Newest> items = new HashMap<>();
        private long high;

        Share(long low, long high) {
            this.low = low;
            this.high = high;
        }

        void add(String id, Newest newest, int atMost) {
            if (!holds(id)) {
                return;
            }
            items.merge(id, newest, Newest::or);
            while (items.size() > atMost && high - low > 1) {
                high = low + (high - low) / 2;
                items.keySet().removeIf(one -> !holds(one));
            }
        }

        private boolean holds(String id) {
            long hash = Integer.toUnsignedLong(id.hashCode() * GOLDEN_RATIO);
            return hash >= low && hash < high;
        }

        @Nullable Share next() {
            return high == HASHES ? null : new Share(high, Math.min(HASHES, high + (high - low)));
        }
    }
}

package dongtin.operator.replay;

import dongtin.message.MessageJson;
import dongtin.message.Topics;
import dongtin.operator.console.Trouble;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.Headers;
import dongtin.operator.kafka.ItemVersion;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Publishes messages of a topic on it again, byte for byte. An item's messages go where its key puts them, so in order with
 * its others. Of equal versions the last message wins in the index; so what came meanwhile of the same version is published
 * once more behind. Broken off at any instant, it may be done again. For one thread.
 */
public final class Republication implements AutoCloseable {

    /** Further apart than this, what stands between is not read. */
    private static final long NEAR = 1_000;

    private static final int FLUSH_EVERY = 500;

    private final Broker broker;
    private final TopicReader reader;
    private final Stage stage;
    private final int perSecond;
    private final Producer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private long due = System.nanoTime();

    /** @param perSecond how many messages to publish in a second; 0 for as many as the broker takes */
    public Republication(Broker broker, TopicReader reader, Stage stage, int perSecond) {
        this.broker = broker;
        this.reader = reader;
        this.stage = stage;
        this.perSecond = perSecond;
        this.producer = broker.producer();
    }

    /**
     * Publishes these, and returns when the broker has them.
     *
     * @param since where all partitions ended, or before, when it was found that these are the newest
     * @return how many were published once more because they came meanwhile
     * @throws Trouble if the broker does not take them; some may be published already
     */
    public long publish(
            TopicPartition partition,
            Map<String, Newest> items,
            Map<TopicPartition, Long> since,
            Consumer<Position> each) {
        if (items.isEmpty()) {
            return 0;
        }
        try {
            for (long[] run : runs(items.values())) {
                publish(partition, run, each);
            }
            flush();
            return catchUp(items, since);
        } catch (KafkaException e) {
            throw broker.trouble("publishing on " + stage.topic(), e);
        }
    }

    private void publish(TopicPartition partition, long[] offsets, Consumer<Position> each) {
        int[] next = {0};
        reader.read(partition, offsets[0], offsets[offsets.length - 1] + 1, message -> {
            if (message.offset() == offsets[next[0]]) {
                next[0]++;
                send(message);
                each.accept(Position.of(message));
            }
        });
        if (next[0] < offsets.length) {
            throw new Trouble("%s@%d is not on the topic any more".formatted(partition, offsets[next[0]]));
        }
    }

    /** The offsets in ascending order, parted where nothing between them is wanted for long. */
    private static List<long[]> runs(Collection<Newest> items) {
        long[] offsets = items.stream().mapToLong(Newest::offset).sorted().toArray();
        var runs = new ArrayList<long[]>();
        int begin = 0;
        for (int i = 1; i <= offsets.length; i++) {
            if (i == offsets.length || offsets[i] - offsets[i - 1] > NEAR) {
                runs.add(java.util.Arrays.copyOfRange(offsets, begin, i));
                begin = i;
            }
        }
        return runs;
    }

    // What was published behind the end that was read was published before what came behind that end.
    private long catchUp(Map<String, Newest> items, Map<TopicPartition, Long> since) {
        long all = 0;
        Map<TopicPartition, Long> start = since;
        for (long more = 1; more > 0; all += more) {
            Map<TopicPartition, Long> end = broker.offsets().ends(since.keySet());
            long[] count = {0};
            reader.read(start, end, message -> {
                if (sameVersion(message, items)) {
                    count[0]++;
                    send(message);
                }
            });
            flush();
            more = count[0];
            start = end;
        }
        return all;
    }

    private boolean sameVersion(ConsumerRecord<byte[], byte[]> message, Map<String, Newest> items) {
        if (isReplay(message)) {
            return false;
        }
        try {
            ItemVersion item = stage.read(message.value());
            Newest published = items.get(item.id());
            return published != null && published.order() == item.order();
        } catch (MessageJson.UnreadableMessage e) {
            return false; // the service will say so itself
        }
    }

    private boolean isReplay(ConsumerRecord<byte[], byte[]> message) {
        String from = Headers.text(message, Topics.REPLAYED_FROM_HEADER);
        return from != null
                && Position.parse(from)
                        .filter(position -> position.topic().equals(stage.topic()))
                        .isPresent();
    }

    private void send(ConsumerRecord<byte[], byte[]> message) {
        var headers = new RecordHeaders(message.headers());
        headers.remove(Topics.REPLAYED_FROM_HEADER)
                .add(
                        Topics.REPLAYED_FROM_HEADER,
                        MessageJson.header(Position.of(message).toString()));
        sent.add(producer.send(new ProducerRecord<>(
                message.topic(),
                message.key() == null ? message.partition() : null,
                message.key(),
                message.value(),
                headers)));
        if (sent.size() >= FLUSH_EVERY) {
            flush();
        }
        pace();
    }

    private void flush() {
        producer.flush();
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw broker.trouble("publishing on " + stage.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
        sent.clear();
    }

    // New messages queue up behind these: not more at once than the service handles beside its work.
    private void pace() {
        if (perSecond <= 0) {
            return;
        }
        due = Math.max(due, System.nanoTime() - 1_000_000_000L) + 1_000_000_000L / perSecond;
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
            if (Thread.currentThread().isInterrupted()) {
                throw new Trouble("interrupted");
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

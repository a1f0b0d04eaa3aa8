package dongtin.operator.kafka;

import dongtin.operator.console.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads messages between offsets, each partition in its order. Holds no more than a fetch. For one thread. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TIMEOUTS = 3;

    private final Broker broker;
    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicReader(Broker broker) {
        this.broker = broker;
        this.consumer = broker.consumer();
    }

    /**
     * Hands over the committed messages between these offsets, the second not included.
     *
     * @throws Trouble if the broker does not answer, or says no
     */
    public void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        List<TopicPartition> unread = from.keySet().stream()
                .filter(partition -> begin(from, partition) < end(to, partition))
                .toList();
        try {
            consumer.assign(unread);
            consumer.resume(unread); // a partition that was read before is still paused
            unread.forEach(partition -> consumer.seek(partition, begin(from, partition)));
            long heard = System.nanoTime();
            while (!unread.isEmpty()) {
                long before = positions(unread);
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    if (message.offset() < end(to, new TopicPartition(message.topic(), message.partition()))) {
                        each.accept(message);
                    }
                }
                long now = System.nanoTime();
                heard = positions(unread) == before ? heard : now;
                if (now - heard > TIMEOUTS * broker.timeout().toNanos()) {
                    throw new Trouble("the broker is silent about " + unread.getFirst());
                }
                unread = unread(unread, to);
            }
        } catch (KafkaException e) {
            throw broker.trouble("reading " + from.keySet().iterator().next().topic(), e);
        }
    }

    /** The same of one partition. */
    public void read(TopicPartition partition, long from, long to, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        read(Map.of(partition, from), Map.of(partition, to), each);
    }

    // What is read to its end is not fetched any more.
    private List<TopicPartition> unread(List<TopicPartition> partitions, Map<TopicPartition, Long> to) {
        List<TopicPartition> unread = partitions.stream()
                .filter(partition -> consumer.position(partition) < end(to, partition))
                .toList();
        if (unread.size() < partitions.size()) {
            consumer.pause(
                    partitions.stream().filter(one -> !unread.contains(one)).toList());
        }
        return unread;
    }

    private long positions(List<TopicPartition> partitions) {
        return partitions.stream().mapToLong(consumer::position).sum();
    }

    private static long begin(Map<TopicPartition, Long> from, TopicPartition partition) {
        return from.getOrDefault(partition, 0L);
    }

    private static long end(Map<TopicPartition, Long> to, TopicPartition partition) {
        return to.getOrDefault(partition, 0L);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

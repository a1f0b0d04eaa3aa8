package dongtin.index.write;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A consumer whose polls are bounded by bytes. Kafka itself bounds them by messages alone, and its fetches by bytes as the
 * broker keeps them, compressed: 500 messages of 30 MB come in one poll if they compress well. So the consumer is asked for
 * a few messages at a time, out of what it has fetched, until there are enough. For one thread, as every consumer.
 */
final class BoundedPolls implements InvocationHandler {

    private final Consumer<byte[], byte[]> consumer;
    private final long bytes;
    private final int count;

    private BoundedPolls(Consumer<byte[], byte[]> consumer, long bytes, int count) {
        this.consumer = consumer;
        this.bytes = bytes;
        this.count = count;
    }

    /**
     * The same consumer, but each poll ends with the few messages that reach one of the bounds.
     *
     * @param bytes of keys and values
     */
    @SuppressWarnings("unchecked")
    static Consumer<byte[], byte[]> over(Consumer<byte[], byte[]> consumer, long bytes, int count) {
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                new BoundedPolls(consumer, bytes, count));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("poll") && arguments != null) {
            return poll((Duration) arguments[0]);
        }
        try {
            return method.invoke(consumer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private ConsumerRecords<byte[], byte[]> poll(Duration longest) {
        ConsumerRecords<byte[], byte[]> few = consumer.poll(longest);
        var polled = new Polled();
        while (!few.isEmpty()) {
            polled.add(few);
            few = polled.reaches(bytes, count) ? ConsumerRecords.empty() : more();
        }
        return polled.of(consumer);
    }

    private ConsumerRecords<byte[], byte[]> more() {
        try {
            return consumer.poll(Duration.ZERO);
        } catch (KafkaException e) {
            // Thrown on, it would lose the messages that are polled already: the consumer's position is behind them.
            // What is still the matter is thrown by the next poll.
            return ConsumerRecords.empty();
        }
    }

    /** What several polls gave. */
    private static final class Polled {

        private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> messages = new LinkedHashMap<>();
        private final Map<TopicPartition, OffsetAndMetadata> next = new LinkedHashMap<>();
        private long bytes;
        private int count;

        void add(ConsumerRecords<byte[], byte[]> few) {
            for (TopicPartition partition : few.partitions()) {
                List<ConsumerRecord<byte[], byte[]>> more = few.records(partition);
                messages.computeIfAbsent(partition, p -> new ArrayList<>()).addAll(more);
                bytes += Held.bytes(more);
                count += more.size();
            }
            next.putAll(few.nextOffsets());
        }

        boolean reaches(long mostBytes, int mostMessages) {
            return bytes >= mostBytes || count >= mostMessages;
        }

        // A partition that another consumer got meanwhile begins there where this one has committed.
        ConsumerRecords<byte[], byte[]> of(Consumer<byte[], byte[]> consumer) {
            if (messages.isEmpty()) {
                return ConsumerRecords.empty();
            }
            messages.keySet().retainAll(consumer.assignment());
            next.keySet().retainAll(messages.keySet());
            return new ConsumerRecords<>(messages, next);
        }
    }
}

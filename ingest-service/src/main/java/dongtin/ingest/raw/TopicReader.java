package dongtin.ingest.raw;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * Reads what is committed on a topic, from one set of offsets up to another, all partitions in the order of writing.
 * Holds no more than one fetch of each partition. For one thread.
 */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final String topic;

    /** Hears of each record. */
    interface Each {
        void record(ConsumerRecord<String, byte[]> record);
    }

    TopicReader(ConsumerFactory<?, ?> factory, String topic) {
        this.topic = topic;
        this.consumer = new DefaultKafkaConsumerFactory<>(
                        settings(factory), new StringDeserializer(), new ByteArrayDeserializer())
                .createConsumer();
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** How the service would reach the broker, but for what matters to reading a topic from end to end. */
    private static Map<String, Object> settings(ConsumerFactory<?, ?> factory) {
        Map<String, Object> settings = new HashMap<>(factory.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "20000");
        // What is read is there: no question is to wait behind a fetch of what is not there yet.
        settings.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "20");
        return settings;
    }

    /** Where the topic begins. */
    Map<TopicPartition, Long> beginning() {
        return consumer.beginningOffsets(partitions);
    }

    /** Where the first records are that were written at the time or later. */
    Map<TopicPartition, Long> since(Instant time) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
        Map<TopicPartition, Long> offsets = new HashMap<>(end());
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            @Nullable OffsetAndTimestamp first = found;
            if (first != null) {
                offsets.put(partition, first.offset());
            }
        });
        return offsets;
    }

    /** Where what is committed by now ends. */
    Map<TopicPartition, Long> end() {
        return consumer.endOffsets(partitions);
    }

    /** Hands over each record between the offsets, the earliest first. */
    void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Each each) {
        Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> read = new HashMap<>();
        for (TopicPartition partition : partitions) {
            read.put(partition, new ArrayDeque<>());
            consumer.seek(partition, from.getOrDefault(partition, 0L));
        }
        long heard = System.nanoTime();
        while (true) {
            List<TopicPartition> awaited = partitions.stream()
                    .filter(partition -> queue(read, partition).isEmpty())
                    .filter(partition -> consumer.position(partition) < to.getOrDefault(partition, 0L))
                    .toList();
            if (awaited.isEmpty()) {
                if (!handOver(read, each)) {
                    return;
                }
                heard = System.nanoTime();
            } else if (fetch(read, awaited, to)) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
                throw new Unavailable("the broker is silent about " + topic);
            }
        }
    }

    /** The value at an offset. */
    byte[] at(TopicPartition partition, long offset) {
        var found = new ArrayList<byte[]>();
        read(Map.of(partition, offset), Map.of(partition, offset + 1), record -> found.add(record.value()));
        return found.isEmpty() ? new byte[0] : found.getFirst();
    }

    /** Whether something came, if only the end of a transaction. */
    private boolean fetch(
            Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> read,
            List<TopicPartition> awaited,
            Map<TopicPartition, Long> to) {
        consumer.pause(partitions);
        consumer.resume(awaited);
        long before = awaited.stream().mapToLong(consumer::position).sum();
        consumer.poll(POLL).forEach(record -> {
            var partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < to.getOrDefault(partition, 0L)) {
                queue(read, partition).add(record);
            }
        });
        return awaited.stream().mapToLong(consumer::position).sum() != before;
    }

    private static boolean handOver(Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> read, Each each) {
        List<Deque<ConsumerRecord<String, byte[]>>> waiting = new ArrayList<>(
                read.values().stream().filter(queue -> !queue.isEmpty()).toList());
        if (waiting.isEmpty()) {
            return false;
        }
        each.record(waiting.stream()
                .min(Comparator.comparingLong(queue -> queue.getFirst().timestamp()))
                .orElseThrow()
                .removeFirst());
        return true;
    }

    private static Deque<ConsumerRecord<String, byte[]>> queue(
            Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> read, TopicPartition partition) {
        return requireNonNull(read.get(partition));
    }

    @Override
    public void close() {
        consumer.close();
    }
}

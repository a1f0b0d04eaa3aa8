package dongtin.ingest;

import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What is committed on a broker's topics. Each look reads on from where the last one ended, and waits until every transaction is
 * decided that was open when it began: readers see what was committed a moment after its producer was told so. Thread-safe.
 */
public final class Committed implements AutoCloseable {

    /** Longer than any transaction may stay open. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String brokers;
    private @Nullable Consumer<String, byte[]> ends;
    private final Map<String, Consumer<String, byte[]>> consumers = new HashMap<>();
    private final Map<String, List<ConsumerRecord<String, byte[]>>> records = new HashMap<>();
    private final List<RawItem> items = new ArrayList<>();

    public Committed(String brokers) {
        this.brokers = brokers;
    }

    /** All that is committed on the topic by now. */
    public synchronized List<ConsumerRecord<String, byte[]>> records(String topic) {
        return List.copyOf(seen(topic));
    }

    /** The items of a feed that are committed by now, in the order of their partition. */
    public synchronized List<RawItem> items(String feed) {
        List<ConsumerRecord<String, byte[]>> raw = seen(Topics.RAW);
        raw.subList(items.size(), raw.size()).stream()
                .map(record -> MessageJson.read(record.value(), RawItem.class))
                .forEach(items::add);
        return items.stream().filter(item -> item.feed().equals(feed)).toList();
    }

    private List<ConsumerRecord<String, byte[]>> seen(String topic) {
        Consumer<String, byte[]> consumer = consumers.computeIfAbsent(topic, any -> client("read_committed"));
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        List<ConsumerRecord<String, byte[]>> seen = records.computeIfAbsent(topic, any -> new ArrayList<>());
        Map<TopicPartition, Long> ends = ends(consumer.assignment());
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("what stands on " + topic + " is neither committed nor given up");
            }
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        }
        return seen;
    }

    /** Where all that was written ends, committed or not. */
    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
        if (ends == null) {
            ends = client("read_uncommitted");
        }
        ends.assign(partitions);
        return ends.endOffsets(partitions);
    }

    private Consumer<String, byte[]> client(String isolation) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "isolation.level",
                isolation,
                // What is read is there: no question is to wait behind a fetch of what is not there yet.
                "fetch.max.wait.ms",
                10);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public synchronized void close() {
        consumers.values().forEach(Consumer::close);
        consumers.clear();
        if (ends != null) {
            ends.close();
        }
    }
}

package dongtin.index.reindex;

import dongtin.message.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads the topic of enriched items from its beginning, outside of any consumer group. For one thread. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    TopicReader(ConsumerFactory<byte[], byte[]> consumers) throws Unfinished {
        var own = new Properties();
        own.put("enable.auto.commit", "false"); // the offsets of the configured group are the service's
        consumer = consumers.createConsumer("reindex", "reindex", null, own);
        partitions = consumer.partitionsFor(Topics.ENRICHED).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new Unfinished("there is no topic " + Topics.ENRICHED);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Where each partition ends now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** Whether all that stands before these ends has been given. */
    boolean reached(Map<TopicPartition, Long> ends) {
        return behind(ends) == 0;
    }

    /** How many offsets there are still before these ends. */
    long behind(Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .mapToLong(partition -> Math.max(0, ends.getOrDefault(partition, 0L) - consumer.position(partition)))
                .sum();
    }

    ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(POLL);
    }

    @Override
    public void close() {
        consumer.close();
    }
}

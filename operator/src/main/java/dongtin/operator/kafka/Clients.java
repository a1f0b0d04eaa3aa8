package dongtin.operator.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka's clients with the settings that the commands rest on.
 *
 * @param settings of the operator: where the brokers are, how to sign in
 * @param timeout for a broker that does not answer
 */
record Clients(Properties settings, Duration timeout) {

    /** A message of 32 MiB and its headers. */
    private static final int LARGEST = 34_603_008;

    Admin admin() {
        return Admin.create(with(Map.of(
                "default.api.timeout.ms", milliseconds(), "request.timeout.ms", Math.max(500, milliseconds() / 2))));
    }

    /** Reads what is committed, and joins no group. */
    KafkaConsumer<byte[], byte[]> consumer() {
        Properties own = with(Map.of(
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest",
                "allow.auto.create.topics",
                "false",
                "default.api.timeout.ms",
                milliseconds(),
                // What is read ends where it is known to end: a fetch that waits for more only keeps the next one
                // waiting.
                "fetch.max.wait.ms",
                10,
                // Of batches as they are kept, compressed.
                "fetch.max.bytes",
                16 << 20,
                "max.partition.fetch.bytes",
                4 << 20));
        return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Producer<byte[], byte[]> producer() {
        return producer(Map.of("request.timeout.ms", 10_000, "delivery.timeout.ms", 30_000));
    }

    Producer<byte[], byte[]> transactions(String id) {
        return producer(Map.of(
                "transactional.id", id,
                // For so long at the most does a process that was killed hold up the readers of what it wrote to.
                "transaction.timeout.ms", 10_000,
                "request.timeout.ms", 4_000,
                "delivery.timeout.ms", 9_000));
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> more) {
        Properties own = with(Map.of(
                "acks",
                "all",
                "enable.idempotence",
                "true",
                "compression.type",
                "lz4",
                "max.request.size",
                LARGEST,
                "buffer.memory",
                2L * LARGEST,
                "linger.ms",
                5,
                "max.block.ms",
                milliseconds()));
        own.putAll(more);
        return new KafkaProducer<>(own, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private int milliseconds() {
        return Math.toIntExact(timeout.toMillis());
    }

    private Properties with(Map<String, Object> more) {
        var own = new Properties();
        own.putAll(settings);
        own.putAll(more);
        return own;
    }
}

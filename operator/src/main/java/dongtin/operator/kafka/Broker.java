package dongtin.operator.kafka;

import dongtin.operator.console.Trouble;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker and how to talk to it: no reader joins a group, and all read only what is committed. For one thread. */
public final class Broker implements AutoCloseable {

    /** A message of 32 MiB and its headers. */
    private static final int LARGEST = 34_603_008;

    private final String servers;
    private final Properties settings;
    private final Duration timeout;
    private final Admin admin;

    Broker(String servers, Properties settings, Duration timeout) {
        this.servers = servers;
        this.settings = settings;
        this.timeout = timeout;
        int milliseconds = Math.toIntExact(timeout.toMillis());
        var own = with("default.api.timeout.ms", milliseconds);
        own.put("request.timeout.ms", Math.max(500, milliseconds / 2));
        try {
            admin = Admin.create(own);
        } catch (KafkaException e) {
            throw new Trouble("--bootstrap-servers %s: %s".formatted(servers, deepest(e)), e);
        }
    }

    Broker answered() {
        try {
            admin.describeCluster().nodes().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return this;
        } catch (ExecutionException | TimeoutException e) {
            admin.close(Duration.ZERO);
            Throwable cause = e.getCause();
            boolean silent = cause == null || cause instanceof org.apache.kafka.common.errors.TimeoutException;
            throw new Trouble(
                    silent
                            ? "no broker answers at %s; waited %d s".formatted(servers, timeout.toSeconds())
                            : "the broker at %s: %s".formatted(servers, deepest(e)),
                    e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public Admin admin() {
        return admin;
    }

    public Duration timeout() {
        return timeout;
    }

    /** Which of these topics there are, with their partitions in order. */
    public Map<String, TopicDescription> topics(Collection<String> names) {
        var found = new TreeMap<String, TopicDescription>();
        admin.describeTopics(names).topicNameValues().forEach((name, described) -> {
            try {
                found.put(name, described.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw trouble("the topic " + name, e);
                }
            } catch (TimeoutException e) {
                throw trouble("the topic " + name, e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        });
        return found;
    }

    /**
     * The partitions of a topic, in order.
     *
     * @throws Trouble if there is no such topic
     */
    public List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = partitionsIfAny(topic);
        if (partitions.isEmpty()) {
            throw new Trouble("there is no topic %s at %s".formatted(topic, servers));
        }
        return partitions;
    }

    /** The same, but none if there is no such topic. */
    public List<TopicPartition> partitionsIfAny(String topic) {
        TopicDescription described = topics(List.of(topic)).get(topic);
        return described == null
                ? List.of()
                : described.partitions().stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
    }

    public Offsets offsets() {
        return new Offsets(this);
    }

    /** Reads what is committed. */
    public TopicReader reader() {
        return new TopicReader(this);
    }

    KafkaConsumer<byte[], byte[]> consumer() {
        int milliseconds = Math.toIntExact(timeout.toMillis());
        Properties own = with("isolation.level", "read_committed");
        own.put("enable.auto.commit", "false");
        own.put("auto.offset.reset", "earliest");
        own.put("allow.auto.create.topics", "false");
        own.put("default.api.timeout.ms", milliseconds);
        // What is read ends where it is known to end: a fetch that waits for more only keeps the next one waiting.
        own.put("fetch.max.wait.ms", 10);
        // Of batches as they are kept, compressed.
        own.put("fetch.max.bytes", 16 << 20);
        own.put("max.partition.fetch.bytes", 4 << 20);
        return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Writes such that nothing is doubled by the client's own repetitions. */
    public Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(producing(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Writes in transactions. Who begins with an id ends what others with the same id have open.
     *
     * @throws Trouble if the broker does not give the id
     */
    public Producer<byte[], byte[]> transactions(String id) {
        Properties own = producing();
        own.put("transactional.id", id);
        // For so long at the most does a process that was killed hold up the readers of what it wrote to.
        own.put("transaction.timeout.ms", 10_000);
        own.put("delivery.timeout.ms", 9_000);
        own.put("request.timeout.ms", 4_000);
        var producer = new KafkaProducer<byte[], byte[]>(own, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return producer;
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw trouble("transactions as " + id, e);
        }
    }

    private Properties producing() {
        Properties own = with("acks", "all");
        own.put("enable.idempotence", "true");
        own.put("compression.type", "lz4");
        own.put("max.request.size", LARGEST);
        own.put("buffer.memory", 2L * LARGEST);
        own.put("linger.ms", 5);
        own.put("max.block.ms", Math.toIntExact(timeout.toMillis()));
        own.put("request.timeout.ms", 10_000);
        own.put("delivery.timeout.ms", 30_000);
        return own;
    }

    private Properties with(String key, Object value) {
        var own = new Properties();
        own.putAll(settings);
        own.put(key, value);
        return own;
    }

    /** What the broker answers. */
    public <T> T await(Future<T> answer, String about) {
        try {
            return answer.get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw trouble(about, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** What became of it, as the operator is to read it. */
    public Trouble trouble(String about, Exception e) {
        return new Trouble("%s: the broker at %s: %s".formatted(about, servers, deepest(e)), e);
    }

    private static Trouble interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Trouble("interrupted", e);
    }

    private static String deepest(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }

    @Override
    public void close() {
        admin.close(timeout);
    }
}

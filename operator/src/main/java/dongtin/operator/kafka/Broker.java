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
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A broker and how to talk to it: no reader joins a group, and all read only what is committed. For one thread. */
public final class Broker implements AutoCloseable {

    private final String servers;
    private final Duration timeout;
    private final Clients clients;
    private final Admin admin;

    Broker(String servers, Properties settings, Duration timeout) {
        this.servers = servers;
        this.timeout = timeout;
        this.clients = new Clients(settings, timeout);
        try {
            admin = clients.admin();
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
        return clients.consumer();
    }

    /** Writes such that nothing is doubled by the client's own repetitions. */
    public Producer<byte[], byte[]> producer() {
        return clients.producer();
    }

    /**
     * Writes in transactions. Who begins with an id ends what others with the same id have open.
     *
     * @throws Trouble if the broker does not give the id
     */
    public Producer<byte[], byte[]> transactions(String id) {
        Producer<byte[], byte[]> producer = clients.transactions(id);
        try {
            producer.initTransactions();
            return producer;
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw trouble("transactions as " + id, e);
        }
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

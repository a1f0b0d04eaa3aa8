package dongtin.index;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker with a real index-service on it. */
public final class Wire implements AutoCloseable {

    public static final String DEAD_LETTERS = Topics.deadLetter(Topics.ENRICHED);

    /** The service as it is. */
    public static final String[] NO_SETTINGS = {};

    private static final int PARTITIONS = 2; // one for each consumer of the service
    private static final int LARGEST = 33 << 20; // as the topic of dead letters takes them

    private final EmbeddedKafkaBroker broker =
            new EmbeddedKafkaKraftBroker(1, PARTITIONS, Topics.ENRICHED, DEAD_LETTERS);
    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final Admin admin;
    public final ConfigurableApplicationContext service;

    /** With a service that does not wait long, and has its partitions: as long as its consumers join, messages may come twice. */
    public Wire(URI elasticsearch) {
        this(elasticsearch, "--dongtin.index.write.first-wait=50ms", "--dongtin.index.write.longest-wait=200ms");
        await().until(this::consumersHavePartitions);
    }

    /** With these settings of the service, and for the rest its own. */
    public Wire(URI elasticsearch, String... settings) {
        broker.brokerProperties(Map.of("message.max.bytes", String.valueOf(LARGEST)));
        broker.afterPropertiesSet();
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.getBrokersAsString(),
                        "linger.ms",
                        50,
                        "compression.type",
                        "lz4",
                        "buffer.memory",
                        2L * LARGEST,
                        "max.request.size",
                        LARGEST),
                new StringSerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()));
        service = service(elasticsearch, "index", settings);
    }

    private boolean consumersHavePartitions() {
        Collection<MessageListenerContainer> containers =
                service.getBean(KafkaListenerEndpointRegistry.class).getListenerContainers();
        return containers.stream()
                        .flatMap(container ->
                                Objects.requireNonNull(container.getAssignmentsByClientId()).values().stream())
                        .filter(partitions -> !partitions.isEmpty())
                        .count()
                == PARTITIONS;
    }

    /** Joins the service's group, and leaves it once it has some of its partitions, without having read or settled anything. */
    public void takePartitionsAndGiveThemBack() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.getBrokersAsString(),
                "group.id",
                "index",
                // The first in the order of their names gets partitions also where there are fewer of them than
                // members.
                "client.id",
                "a-member",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        try (var member = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            member.subscribe(List.of(Topics.ENRICHED));
            await().until(() -> {
                member.poll(Duration.ofMillis(100));
                return !member.assignment().isEmpty();
            });
        }
    }

    /** Another service on this broker, with the partitions of this group. */
    public ConfigurableApplicationContext service(URI elasticsearch, String group, String... settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "--spring.kafka.consumer.group-id=" + group,
                "--spring.elasticsearch.uris=" + elasticsearch,
                "--dongtin.index.topics.partitions=" + PARTITIONS));
        all.addAll(List.of(settings));
        return IndexApplication.start(all.toArray(String[]::new));
    }

    /** Where it listens, as Kafka's clients want it. */
    public String brokers() {
        return broker.getBrokersAsString();
    }

    /** To one partition, so that the order is kept and one poll may take them all. */
    public void push(String key, byte @Nullable [] value) {
        push(0, key, value);
    }

    /** To partition 0 or 1. */
    public void push(int partition, String key, byte @Nullable [] value) {
        sent.add(producer.send(new ProducerRecord<>(Topics.ENRICHED, partition, key, value)));
    }

    /** Waits until the broker has every message so far. */
    public void awaitSent() {
        producer.flush();
        assertThat(sent).allSatisfy(message -> assertThat(message).succeedsWithin(Duration.ZERO));
    }

    /** Waits until every message so far is settled. */
    public void awaitSettled() {
        awaitSettled("index");
    }

    /** Waits until this group has settled every message so far. */
    public void awaitSettled(String group) {
        awaitSent();
        long end = end(Topics.ENRICHED);
        await().until(() -> committed(group) == end);
    }

    private long committed(String group) throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /** How many messages had this fate. */
    public long count(String fate) {
        return (long) service.getBean(MeterRegistry.class).find("wire.index." + fate).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    public static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(20));
    }

    public long end(String topic) {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** All of them, from the beginning. */
    public List<ConsumerRecord<String, byte[]>> deadLetters() {
        try (var consumer = consumer()) {
            consumer.assign(partitions(DEAD_LETTERS));
            consumer.seekToBeginning(partitions(DEAD_LETTERS));
            long end = end(DEAD_LETTERS);
            Stream<ConsumerRecord<String, byte[]>> letters = Stream.of();
            for (long read = 0; read < end; ) {
                var polled = consumer.poll(Duration.ofSeconds(1));
                read += polled.count();
                letters = Stream.concat(letters, polled.partitions().stream().flatMap(p -> polled.records(p).stream()));
            }
            return letters.toList();
        }
    }

    private static List<TopicPartition> partitions(String topic) {
        return List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", broker.getBrokersAsString());
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        service.close();
        producer.close();
        admin.close();
        broker.destroy();
    }
}

package dongtin.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Messages that come well compressed, and so many at once. */
class BoundedPollsIntegrationTests {

    private static final TopicPartition PARTITION = new TopicPartition("compressed", 0);
    private static final int MESSAGES = 200;
    private static final int BYTES = 10_000;

    private static EmbeddedKafkaBroker broker;

    @BeforeAll
    static void fill() {
        broker = new EmbeddedKafkaKraftBroker(1, 1, PARTITION.topic());
        broker.afterPropertiesSet();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.getBrokersAsString(), "compression.type", "lz4", "linger.ms", 1_000);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            assertThat(IntStream.range(0, MESSAGES)
                            .mapToObj(i -> producer.send(new ProducerRecord<>(PARTITION.topic(), new byte[BYTES])))
                            .toList())
                    .allSatisfy(sent -> assertThat(sent).succeedsWithin(Duration.ofSeconds(20)));
        }
    }

    @AfterAll
    static void stop() {
        broker.destroy();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 50, 1",
        "95000, 50, 10",
        "100000, 50, 10",
        "100001, 50, 11",
        "100000000, 7, 7",
        "100000000, 500, 200"
    })
    void pollEndsWithTheMessageThatReachesABound(long bytes, int count, int polled) {
        List<ConsumerRecords<byte[], byte[]>> polls = polls(bytes, count);

        assertThat(polls.getFirst().count()).isLessThanOrEqualTo(polled);
        assertThat(polls).allSatisfy(poll -> assertThat(poll.count()).isLessThanOrEqualTo(polled));
        assertThat(polls).anySatisfy(poll -> assertThat(poll.count()).isEqualTo(polled));
    }

    @Test
    void everyMessageIsGivenOnceInItsOrder() {
        List<Long> offsets = polls(70_000, 50).stream()
                .flatMap(poll -> poll.records(PARTITION).stream())
                .map(ConsumerRecord::offset)
                .toList();

        assertThat(offsets)
                .containsExactlyElementsOf(
                        IntStream.range(0, MESSAGES).mapToObj(Long::valueOf).toList());
    }

    @Test
    void offsetsGoOnWhereThePollEnds() {
        assertThat(polls(70_000, 50))
                .allSatisfy(poll -> assertThat(
                                Objects.requireNonNull(poll.nextOffsets().get(PARTITION))
                                        .offset())
                        .isEqualTo(poll.records(PARTITION).getLast().offset() + 1));
    }

    private static List<ConsumerRecords<byte[], byte[]>> polls(long bytes, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.getBrokersAsString(), "max.poll.records", 1);
        var polls = new ArrayList<ConsumerRecords<byte[], byte[]>>();
        try (Consumer<byte[], byte[]> consumer = BoundedPolls.over(
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                bytes,
                count)) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            while (consumer.position(PARTITION) < MESSAGES) {
                ConsumerRecords<byte[], byte[]> poll = consumer.poll(Duration.ofSeconds(5));
                if (!poll.isEmpty()) {
                    polls.add(poll);
                }
            }
        }
        return polls;
    }
}

package dongtin.standalone.containers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of the broker in its container, written and read by hand. */
final class Wire {

    /** The item of the golden messages of {@code common}. */
    static final String GOLDEN_ID = "Qm9kW3xJt0yVb2n8RZsA";

    private Wire() {}

    /** Publishes a golden message of {@code common}, on a topic that is made if its owner does not run. */
    static void publishGolden(String topic, String file) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Containers.KAFKA.getBootstrapServers());
        try (var admin = Admin.create(settings);
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1)))
                        .all()
                        .get();
            }
            byte[] message = Files.readAllBytes(Path.of("../common/src/test/resources/golden/v1", file));
            producer.send(new ProducerRecord<>(topic, GOLDEN_ID, message)).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("not published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for committed messages of an item on a topic. */
    static List<byte[]> awaitMessages(String topic, String id) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", Containers.KAFKA.getBootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            consumer.seekToBeginning(List.of());
            List<byte[]> found = new ArrayList<>();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    if (id.equals(message.key())) {
                        found.add(message.value());
                    }
                }
                return !found.isEmpty();
            });
            return found;
        }
    }
}

package dongtin.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIntegrationTests {

    private static final String TOPIC = "wire.raw.v1";

    @TempDir
    Path directory;

    @Test
    void formatsOnceAndKeepsWhatWasCommitted() throws Exception {
        String cluster;
        try (var broker = KafkaBroker.started(directory, Ports.anyFree())) {
            cluster = cluster(broker);
            createTopic(broker);
            send(broker, "kept", true);
            send(broker, "aborted", false);
        }
        try (var broker = KafkaBroker.started(directory, Ports.anyFree())) {
            assertThat(cluster(broker)).isEqualTo(cluster);
            send(broker, "more", true);
            assertThat(committed(broker, 2)).containsExactly("kept", "more");
        }
    }

    @Test
    void messageOf32MebibytesPasses() throws Exception {
        String large = "ệ".repeat(32 * 1024 * 1024 / 3);
        try (var broker = KafkaBroker.started(directory, Ports.anyFree())) {
            createTopic(broker);
            send(broker, large, true);
            assertThat(committed(broker, 1)).containsExactly(large);
        }
    }

    @Test
    void startsAgainAfterSigkill() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Scanner said = new Scanner(process.getInputStream(), UTF_8)) {
            assertThat(said.findWithinHorizon("sent", 1_000_000)).isEqualTo("sent");
        } finally {
            process.destroyForcibly().onExit().get(10, SECONDS);
        }
        try (var broker = KafkaBroker.started(directory, Ports.anyFree())) {
            assertThat(committed(broker, 1)).containsExactly("before the kill");
        }
    }

    /** A process that has sent a message, and would go on for ever. */
    static final class Killed {

        private Killed() {}

        public static void main(String[] arguments) throws Exception {
            var broker = KafkaBroker.started(Path.of(arguments[0]), Ports.anyFree());
            createTopic(broker);
            send(broker, "before the kill", true);
            System.out.println("sent");
            Thread.currentThread().join();
        }
    }

    private static String cluster(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.describeCluster().clusterId().get(10, SECONDS);
        }
    }

    private static void createTopic(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get(10, SECONDS);
        }
    }

    private static void send(KafkaBroker broker, String text, boolean commit) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "transactional.id",
                "test",
                "max.request.size",
                34_000_000,
                "buffer.memory",
                68_000_000L);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "a", text)).get(10, SECONDS);
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static List<String> committed(KafkaBroker broker, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        var texts = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            for (int i = 0; i < 20 && texts.size() < count; i++) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofSeconds(1))) {
                    texts.add(each.value());
                }
            }
        }
        return texts;
    }
}

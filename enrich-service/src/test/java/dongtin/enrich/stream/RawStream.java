package dongtin.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dongtin.enrich.EnrichApplication;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Status;
import dongtin.message.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real broker with a raw topic, and services on it. */
final class RawStream implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 3, Topics.RAW);
    private final KafkaProducer<String, byte[]> producer;

    RawStream() {
        broker.brokerProperties(Map.of(
                        "auto.create.topics.enable", "false",
                        "group.initial.rebalance.delay.ms", "0",
                        "transaction.state.log.num.partitions", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1"))
                .afterPropertiesSet();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    ConfigurableApplicationContext service(String... settings) {
        return EnrichApplication.start(Stream.concat(
                        Stream.of("--server.port=0", "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString()),
                        Stream.of(settings))
                .toArray(String[]::new));
    }

    /** Sends a message, with headers as name, value, name, value. */
    void send(String key, byte @Nullable [] value, String... headers) {
        var message = new ProducerRecord<>(Topics.RAW, key, value);
        for (int i = 0; i < headers.length; i += 2) {
            message.headers().add(headers[i], headers[i + 1].getBytes(UTF_8));
        }
        try {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The broker goes, and does not come back. */
    void stopBroker() {
        broker.destroy();
    }

    /** The committed records with such keys, as soon as there are so many; and what came in the second after. */
    List<ConsumerRecord<String, byte[]>> records(String topic, String prefix, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.getBrokersAsString(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                take(consumer, prefix, found);
                return found.size() >= count;
            });
            take(consumer, prefix, found);
            return found;
        }
    }

    private static void take(
            KafkaConsumer<String, byte[]> consumer, String prefix, List<ConsumerRecord<String, byte[]>> found) {
        consumer.poll(Duration.ofMillis(500)).forEach(record -> {
            if (record.key().startsWith(prefix)) {
                found.add(record);
            }
        });
    }

    /** What a meter of the service says of a feed: a counter's count, a gauge's value. */
    static double meter(ConfigurableApplicationContext service, String name, String feed) {
        return service.getBean(MeterRegistry.class)
                .get(name)
                .tag("feed", feed)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    static JsonNode health(ConfigurableApplicationContext service, String group) {
        return JsonMapper.shared().readTree(get(service, "/actuator/health" + group));
    }

    static String get(ConfigurableApplicationContext service, String path) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    static byte[] item(String id, Status status, String feed) {
        return MessageJson.write(new RawItem(
                id,
                null,
                1,
                status,
                "Bản tin mẫu",
                feed,
                null,
                "vi",
                "Quán triệt Quy định 144-QĐ/TW",
                null,
                "Ông Trần Văn Mẫu, Chủ tịch UBND thành phố Huế, phát biểu.",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new RawItem.RelatedPerson("Trần Văn Mẫu", List.of("Đại biểu Quốc hội"))),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                new RawItem.Original("ninjs", "00"),
                List.of(),
                List.of()));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        broker.destroy();
    }
}

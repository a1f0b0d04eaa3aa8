package dongtin.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dongtin.enrich.EnrichApplication;
import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import dongtin.message.Person;
import dongtin.message.RawItem;
import dongtin.message.Status;
import dongtin.message.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class EnrichIntegrationTests {

    private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 3, Topics.RAW);
    private static ConfigurableApplicationContext service;
    private static KafkaProducer<String, byte[]> producer;

    @BeforeAll
    static void start() {
        BROKER.brokerProperties(Map.of(
                        "auto.create.topics.enable", "false",
                        "group.initial.rebalance.delay.ms", "0",
                        "transaction.state.log.num.partitions", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1"))
                .afterPropertiesSet();
        var settings = new Properties();
        settings.put("bootstrap.servers", BROKER.getBrokersAsString());
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        service = startService();
    }

    @AfterAll
    static void stop() {
        service.close();
        producer.close();
        BROKER.destroy();
    }

    @Test
    void everyRawItemIsEnrichedOnceOrDeadLetteredWithItsReason() throws Exception {
        send("good-1", MessageJson.write(item("good-1", Status.USABLE)));
        send("bad-1", "{\"id\": 7".getBytes(UTF_8));
        send("bad-2", null);
        send("bad-3", "{}".getBytes(UTF_8));
        send("good-2", MessageJson.write(item("good-2", Status.USABLE)));

        assertThat(keys(Topics.ENRICHED, "good", 2)).containsExactlyInAnyOrder("good-1", "good-2");
        var dead = records(Topics.deadLetter(Topics.RAW), "bad-1", 1).getFirst();
        assertThat(keys(Topics.deadLetter(Topics.RAW), "bad-", 3)).containsExactlyInAnyOrder("bad-1", "bad-2", "bad-3");
        assertThat(new String(dead.value(), UTF_8)).isEqualTo("{\"id\": 7");
        assertThat(header(dead, Topics.REASON_HEADER)).startsWith("no RawItem: Unexpected end-of-input");
        assertThat(header(dead, Topics.ORIGIN_HEADER)).matches("wire\\.raw\\.v1-\\d@\\d+");
    }

    @Test
    void rollbackIsFollowedByAPauseAndNeverGivenUp() {
        var factory = service.getBean(ConcurrentKafkaListenerContainerFactory.class);
        var container = factory.createContainer(Topics.RAW);

        assertThat(container.getAfterRollbackProcessor()).isSameAs(service.getBean(AfterRollbackProcessor.class));
    }

    @Test
    void peopleAndDocumentsAreTaggedAndThePanelsOfficesAreThePersons() throws Exception {
        send("tagged", MessageJson.write(item("tagged", Status.USABLE)));

        EnrichedItem enriched = enriched("tagged");

        assertThat(enriched.tags().people()).extracting(Person::name).containsExactly("Trần Văn Mẫu");
        assertThat(enriched.tags().people().getFirst().titles()).contains("Đại biểu Quốc hội");
        assertThat(enriched.tags().documents())
                .singleElement()
                .satisfies(document -> assertThat(document.symbol()).isEqualTo("144-QĐ/TW"));
    }

    @Test
    void withheldItemGoesOnWithoutTags() throws Exception {
        send("withheld", MessageJson.write(item("withheld", Status.WITHHELD)));

        assertThat(enriched("withheld").tags().people()).isEmpty();
    }

    @Test
    void restartInMidStreamLosesNothingAndDoublesNothing() throws Exception {
        for (int i = 0; i < 300; i++) {
            send("restart-" + i, MessageJson.write(item("restart-" + i, Status.USABLE)));
            if (i % 100 == 50) {
                service.close();
                service = startService();
            }
        }

        assertThat(keys(Topics.ENRICHED, "restart-", 300)).hasSize(300).doesNotHaveDuplicates();
    }

    private static ConfigurableApplicationContext startService() {
        return EnrichApplication.start(
                "--server.port=0", "--spring.kafka.bootstrap-servers=" + BROKER.getBrokersAsString());
    }

    private static void send(String key, byte @Nullable [] value) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(Topics.RAW, key, value)).get();
    }

    private static EnrichedItem enriched(String key) {
        return MessageJson.read(records(Topics.ENRICHED, key, 1).getFirst().value(), EnrichedItem.class);
    }

    private static List<String> keys(String topic, String prefix, int count) {
        return records(topic, prefix, count).stream().map(ConsumerRecord::key).toList();
    }

    /** The committed records with such keys, as soon as there are so many; and what came in the second after. */
    private static List<ConsumerRecord<String, byte[]>> records(String topic, String prefix, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                BROKER.getBrokersAsString(),
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

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static RawItem item(String id, Status status) {
        return new RawItem(
                id,
                null,
                1,
                status,
                "Bản tin mẫu",
                "demo",
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
                List.of());
    }
}

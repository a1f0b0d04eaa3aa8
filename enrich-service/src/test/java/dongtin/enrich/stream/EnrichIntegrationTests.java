package dongtin.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import dongtin.message.Person;
import dongtin.message.Status;
import dongtin.message.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.listener.AfterRollbackProcessor;

class EnrichIntegrationTests {

    private static final RawStream STREAM = new RawStream();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = STREAM.service();
    }

    @AfterAll
    static void stop() {
        service.close();
        STREAM.close();
    }

    @Test
    void everyRawItemIsEnrichedOnceOrDeadLetteredWithItsReason() {
        STREAM.send("good-1", item("good-1", Status.USABLE));
        STREAM.send("bad-1", "{\"id\": 7".getBytes(UTF_8));
        STREAM.send("bad-2", null);
        STREAM.send("bad-3", "{}".getBytes(UTF_8));
        STREAM.send("good-2", item("good-2", Status.USABLE));

        assertThat(keys(Topics.ENRICHED, "good", 2)).containsExactlyInAnyOrder("good-1", "good-2");
        var dead = STREAM.records(Topics.deadLetter(Topics.RAW), "bad-1", 1).getFirst();
        assertThat(keys(Topics.deadLetter(Topics.RAW), "bad-", 3)).containsExactlyInAnyOrder("bad-1", "bad-2", "bad-3");
        assertThat(new String(dead.value(), UTF_8)).isEqualTo("{\"id\": 7");
        assertThat(RawStream.header(dead, Topics.REASON_HEADER)).startsWith("no RawItem: Unexpected end-of-input");
        assertThat(RawStream.header(dead, Topics.ORIGIN_HEADER)).matches("wire\\.raw\\.v1-\\d@\\d+");
    }

    @Test
    void rollbackIsFollowedByAPauseAndNeverGivenUp() {
        var factory = service.getBean(ConcurrentKafkaListenerContainerFactory.class);
        var container = factory.createContainer(Topics.RAW);

        assertThat(container.getAfterRollbackProcessor()).isSameAs(service.getBean(AfterRollbackProcessor.class));
    }

    @Test
    void peopleAndDocumentsAreTaggedAndThePanelsOfficesAreThePersons() {
        STREAM.send("tagged", item("tagged", Status.USABLE));

        EnrichedItem enriched = enriched("tagged");

        assertThat(enriched.tags().people()).extracting(Person::name).containsExactly("Trần Văn Mẫu");
        assertThat(enriched.tags().people().getFirst().titles()).contains("Đại biểu Quốc hội");
        assertThat(enriched.tags().documents())
                .singleElement()
                .satisfies(document -> assertThat(document.symbol()).isEqualTo("144-QĐ/TW"));
    }

    @Test
    void withheldItemGoesOnWithoutTags() {
        STREAM.send("withheld", item("withheld", Status.WITHHELD));

        assertThat(enriched("withheld").tags().people()).isEmpty();
    }

    @Test
    void restartInMidStreamLosesNothingAndDoublesNothing() {
        for (int i = 0; i < 300; i++) {
            STREAM.send("restart-" + i, item("restart-" + i, Status.USABLE));
            if (i % 50 == 25) {
                service.close();
                service = STREAM.service();
            }
        }

        assertThat(keys(Topics.ENRICHED, "restart-", 300)).hasSize(300).doesNotHaveDuplicates();
    }

    private static EnrichedItem enriched(String key) {
        return MessageJson.read(
                STREAM.records(Topics.ENRICHED, key, 1).getFirst().value(), EnrichedItem.class);
    }

    private static List<String> keys(String topic, String prefix, int count) {
        return STREAM.records(topic, prefix, count).stream()
                .map(ConsumerRecord::key)
                .toList();
    }

    private static byte[] item(String id, Status status) {
        return RawStream.item(id, status, "demo");
    }
}

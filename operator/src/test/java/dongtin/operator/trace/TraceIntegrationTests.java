package dongtin.operator.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Status;
import dongtin.message.Topics;
import dongtin.operator.Items;
import dongtin.operator.Rig;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The command on a real broker and a real node. */
class TraceIntegrationTests {

    private static final String SHA256 = "c0ffee".repeat(10) + "c0ff";
    private static final long NINE = Instant.parse("2026-11-24T02:00:00Z").toEpochMilli();

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private RecordMetadata at(long second, String topic, String key, byte[] value) {
        var headers = new RecordHeaders();
        if (topic.equals(Topics.ORIGINAL)) {
            headers.add(Topics.FEED_HEADER, MessageJson.header("demo"));
            headers.add(Topics.CONTENT_TYPE_HEADER, MessageJson.header("application/json"));
        }
        return rig.send(new ProducerRecord<>(topic, null, NINE + second * 1_000, key, value, headers));
    }

    private static RawItem raw(String id, long version, Status status, @Nullable Instant embargoed) {
        return Items.raw(id, version, status, Instant.ofEpochMilli(NINE), embargoed, SHA256);
    }

    private static String at(RecordMetadata message) {
        return "%s-%d@%d".formatted(message.topic(), message.partition(), message.offset());
    }

    private String outcome(String item) {
        JsonNode last = rig.run("trace", item, "--json").lines().getLast();
        return last.path("outcome").asString();
    }

    @Test
    void allOfAnItemIsShownInOrder() {
        EnrichedItem item = Items.enriched(raw("a", 1, Status.USABLE, null));
        RecordMetadata original = at(0, Topics.ORIGINAL, SHA256, new byte[1_234]);
        at(0, Topics.ORIGINAL, "another", new byte[1]);
        RecordMetadata raw = at(1, Topics.RAW, "a", MessageJson.write(item.item()));
        at(1, Topics.RAW, "b", MessageJson.write(raw("b", 1, Status.USABLE, null)));
        RecordMetadata broken = at(2, Topics.RAW, "a", new byte[] {'{'});
        RecordMetadata dead = rig.dead(broken, "a", new byte[] {'{'}, "no RawItem");
        RecordMetadata enriched = at(3, Topics.ENRICHED, "a", MessageJson.write(item));
        rig.settled("enrich", Topics.RAW);
        rig.index(item);
        rig.settled("index", Topics.ENRICHED);

        Rig.Ran ran = rig.run("trace", "a");
        List<String> lines = ran.out()
                .lines()
                .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d (?!09:00)\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d", "NOW")
                        .replaceAll(" {2,}", " | ")
                        .replaceAll("unreadable: no RawItem: .*", "unreadable"))
                .toList();
        assertThat(lines.subList(1, 5))
                .containsExactly(
                        "2026-11-24 09:00:00.000 | %s | demo | 1,234 bytes of application/json, c0ffeec0ffee"
                                .formatted(at(original)),
                        "2026-11-24 09:00:01.000 | %s | 1 | usable | demo | Tin của a số 1".formatted(at(raw)),
                        "2026-11-24 09:00:02.000 | %s | unreadable".formatted(at(broken)),
                        "2026-11-24 09:00:03.000 | %s | 1 | usable | demo | Tin của a số 1".formatted(at(enriched)));
        assertThat(lines.subList(5, 9))
                .containsExactly(
                        "NOW | %s | open: no RawItem".formatted(at(dead)),
                        "NOW | news-2026.11 | 1 | usable | demo | Tin của a số 1",
                        "",
                        "a: in the index at version 1, its newest, for all readers");
        assertThat(ran.status()).isZero();
    }

    @Test
    void whatIsOfTheSameMillisecondFollowsTheFlow() {
        EnrichedItem item = Items.enriched(raw("a", 1, Status.USABLE, null));
        at(0, Topics.ENRICHED, "a", MessageJson.write(item));
        at(0, Topics.RAW, "a", MessageJson.write(item.item()));
        at(0, Topics.ORIGINAL, SHA256, new byte[1]);
        assertThat(rig.run("trace", "a", "--json").lines().stream()
                        .map(line -> line.path("where").asString())
                        .filter(where -> !where.isEmpty()))
                .containsExactly(Topics.ORIGINAL, Topics.RAW, Topics.ENRICHED);
    }

    @Test
    void killedItemIsATombstone() {
        rig.enriched(Items.enriched("a", 1, Status.USABLE));
        rig.enriched(Items.enriched("a", 2, Status.CANCELED));
        rig.indexAll();
        assertThat(rig.run("trace", "a").out()).containsPattern("2 +canceled +demo +a tombstone\n");
        assertThat(outcome("a"))
                .isEqualTo("in the index at version 2, its newest, hidden from readers: it is canceled");
    }

    @Test
    void embargoedItemIsHidden() {
        rig.enriched(Items.enriched(raw("a", 1, Status.USABLE, Instant.parse("2999-01-01T00:00:00Z"))));
        rig.indexAll();
        assertThat(outcome("a")).endsWith("hidden from readers until its embargo ends");
    }

    @Test
    void itemThatWaitsIsWell() {
        RecordMetadata raw = rig.raw(Items.raw("a", 1, Status.USABLE));
        assertThat(outcome("a"))
                .isEqualTo(
                        "version 1 (usable) waits at %s; group enrich is at 0; the index has none".formatted(at(raw)));
        rig.settled("enrich", Topics.RAW);
        RecordMetadata enriched = rig.enriched(Items.enriched("a", 1, Status.USABLE));
        assertThat(outcome("a"))
                .isEqualTo("version 1 (usable) waits at %s; group index is at 0; the index has none"
                        .formatted(at(enriched)));
        assertThat(rig.run("trace", "a").status()).isZero();
    }

    @Test
    void deadLetterIsNamed() {
        rig.enriched(Items.enriched("a", 1, Status.USABLE));
        rig.indexAll();
        EnrichedItem second = Items.enriched("a", 2, Status.USABLE);
        RecordMetadata dead =
                rig.dead(rig.enriched(second), "a", MessageJson.write(second), "mapper_parsing_exception");
        rig.settled("index", Topics.ENRICHED);
        assertThat(outcome("a"))
                .isEqualTo(
                        "version 2 (usable) is a dead letter, %s, open: mapper_parsing_exception; the index has version 1 (usable)"
                                .formatted(at(dead)));
        assertThat(rig.run("trace", "a").status()).isEqualTo(1);
    }

    @Test
    void itemThatWasReadAndIsNowhereIsTold() {
        RecordMetadata raw = rig.raw(Items.raw("a", 1, Status.USABLE));
        rig.settled("enrich", Topics.RAW);
        assertThat(outcome("a"))
                .isEqualTo(
                        "version 1 (usable) was read at %s and is nowhere; the index has none: operator replay --stage enrich"
                                .formatted(at(raw)));
        RecordMetadata enriched = rig.enriched(Items.enriched("a", 1, Status.USABLE));
        rig.settled("index", Topics.ENRICHED);
        assertThat(outcome("a"))
                .isEqualTo(
                        "version 1 (usable) was read at %s and is nowhere; the index has none: operator drift --repair"
                                .formatted(at(enriched)));
    }

    @Test
    void unknownItemIsNoSuccess() {
        Rig.Ran ran = rig.run("trace", "nobody");
        assertThat(ran.out()).isEqualTo("nobody: nothing is known of it\n");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void itemIsFoundByItsGuidAndWords() {
        rig.enriched(Items.enriched("a", 1, Status.USABLE));
        rig.enriched(Items.enriched("b", 1, Status.USABLE));
        rig.indexAll();
        rig.elastic("POST", "/news-all/_refresh", "");
        assertThat(rig.run("trace", "--guid", "urn:b").out()).contains("\nb: in the index");
        assertThat(rig.run("trace", "--words", "cua b so").out()).contains("\nb: in the index");
        Rig.Ran several = rig.run("trace", "--words", "tin cua");
        assertThat(several.status()).isEqualTo(2);
        assertThat(several.err()).contains("a  Tin của a số 1\n", "b  Tin của b số 1\n", "several items fit");
        assertThat(rig.run("trace", "--guid", "urn:z").err()).contains("the index has no such item");
    }

    @Test
    void messagesOffTheirPartitionAreFoundOnDemand() {
        for (int partition = 0; partition < Rig.PARTITIONS; partition++) {
            byte[] json = MessageJson.write(Items.raw("a", partition + 1, Status.USABLE));
            rig.send(new ProducerRecord<>(Topics.RAW, partition, "a", json));
        }
        assertThat(rig.run("trace", "a", "--json").lines()).hasSize(2);
        assertThat(rig.run("trace", "a", "--json", "--all-partitions").lines()).hasSize(4);
    }

    @Test
    void topicsAreToldAlsoWithoutTheIndex() {
        rig.raw(Items.raw("a", 1, Status.USABLE));
        Rig.Ran ran = rig.run("trace", "a", "--elasticsearch", "http://127.0.0.1:1");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).contains("Tin của a số 1");
        assertThat(ran.err()).startsWith("no Elasticsearch answers at http://127.0.0.1:1: ");
    }
}

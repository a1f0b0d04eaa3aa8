package dongtin.operator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Status;
import dongtin.message.Topics;
import dongtin.operator.Items;
import dongtin.operator.Rig;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The command on a real broker. */
class ReplayIntegrationTests {

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private List<ConsumerRecord<String, byte[]>> replayed(String topic) {
        return rig.messages(topic).stream()
                .filter(message -> message.headers().lastHeader(Topics.REPLAYED_FROM_HEADER) != null)
                .toList();
    }

    private static String from(ConsumerRecord<String, byte[]> message) {
        return new String(
                message.headers().lastHeader(Topics.REPLAYED_FROM_HEADER).value(), StandardCharsets.UTF_8);
    }

    private static String at(RecordMetadata message) {
        return "%s-%d@%d".formatted(message.topic(), message.partition(), message.offset());
    }

    private static RawItem raw(ConsumerRecord<String, byte[]> message) {
        return MessageJson.read(message.value(), RawItem.class);
    }

    @Test
    void newestMessageOfEachItemIsPublishedAgainByteForByte() {
        rig.raw(Items.raw("a", 1, Status.USABLE));
        RecordMetadata newest = rig.raw(Items.raw("a", 2, Status.USABLE));
        rig.raw(Items.raw("a", 1, Status.CANCELED)); // late
        RecordMetadata other = rig.raw(Items.raw("b", 7, Status.WITHHELD));
        rig.settled("enrich", Topics.RAW);
        assertThat(rig.run("replay", "--stage", "enrich", "--from", "1h").err())
                .isEqualTo("2 messages of wire.raw.v1 published again\n");
        assertThat(replayed(Topics.RAW).stream().map(ReplayIntegrationTests::from))
                .containsExactlyInAnyOrder(at(newest), at(other));
        ConsumerRecord<String, byte[]> again = replayed(Topics.RAW).stream()
                .filter(message -> message.key().equals("a"))
                .findFirst()
                .orElseThrow();
        assertThat(again.partition()).isEqualTo(newest.partition());
        assertThat(again.value()).isEqualTo(MessageJson.write(Items.raw("a", 2, Status.USABLE)));
    }

    @Test
    void itemWithALaterMessageOfItsVersionIsLeftOut() {
        rig.raw(Items.raw("a", 1, Status.USABLE));
        RecordMetadata last = rig.raw(Items.raw("b", 1, Status.USABLE));
        Map<TopicPartition, Long> middle = rig.ends(Topics.RAW);
        rig.raw(Items.raw("a", 1, Status.USABLE));
        rig.settled("enrich", Topics.RAW);
        int partition = last.partition();
        long offset = middle.getOrDefault(new TopicPartition(Topics.RAW, partition), 0L);
        Rig.Ran ran = rig.run(
                "replay",
                "--stage",
                "enrich",
                "--from",
                "0",
                "--to",
                "" + offset,
                "--partition",
                "" + partition,
                "--json");
        assertThat(ran.lines()).hasSize(1);
        assertThat(replayed(Topics.RAW).stream().map(ConsumerRecord::key)).containsExactly("b");
    }

    @Test
    void tableTellsWhatBecameOfAStretch() {
        for (long version : new long[] {1, 2, 3}) {
            rig.send(new ProducerRecord<>(
                    Topics.RAW, 1, "a", MessageJson.write(Items.raw("a", version, Status.USABLE))));
        }
        rig.send(new ProducerRecord<>(Topics.RAW, 1, "x", new byte[] {'{'}));
        rig.settled("enrich", Topics.RAW);
        assertThat(rig.run("replay", "--stage", "ENRICH", "--from", "beginning", "--partition", "1", "--dry-run")
                        .out())
                .isEqualTo("""
                        PARTITION  FROM  TO  MESSAGES  TO PUBLISH  SUPERSEDED  UNREADABLE  CAUGHT UP
                                1     0   4         4           1           2           1          0
                        """);
        assertThat(replayed(Topics.RAW)).isEmpty();
    }

    @Test
    void whatTheStageHasNotComeToIsLeftOut() {
        rig.raw(Items.raw("a", 1, Status.USABLE));
        rig.settled("enrich", Topics.RAW);
        rig.raw(Items.raw("b", 1, Status.USABLE));
        rig.run("replay", "--stage", "enrich", "--from", "1h");
        assertThat(replayed(Topics.RAW).stream().map(ConsumerRecord::key)).containsExactly("a");
    }

    @Test
    void timesChooseByWhenAMessageWasWritten() {
        long noon = Instant.parse("2026-11-24T05:00:00Z").toEpochMilli();
        for (int hour = 0; hour < 5; hour++) {
            byte[] json = MessageJson.write(Items.enriched("item-" + hour, 1, Status.USABLE));
            rig.send(new ProducerRecord<>(Topics.ENRICHED, 0, noon + hour * 3_600_000L, "item-" + hour, json));
        }
        rig.settled("index", Topics.ENRICHED);
        rig.run(
                "replay",
                "--stage",
                "index",
                "--from",
                "2026-11-24T13:00",
                "--to",
                "2026-11-24T15:00",
                "--per-second",
                "0");
        assertThat(replayed(Topics.ENRICHED).stream().map(ConsumerRecord::key))
                .containsExactlyInAnyOrder("item-1", "item-2");
    }

    @Test
    void offsetNeedsItsPartition() {
        Rig.Ran ran = rig.run("replay", "--stage", "index", "--from", "12");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("--from 12: an offset is of one partition: give --partition");
        assertThat(rig.run("replay", "--stage", "index", "--from", "1", "--partition", "3")
                        .err())
                .contains("wire.enriched.v1 has the partitions 0 to 2");
    }

    @Test
    void itemsBeyondWhatIsHeldAtOncePassInShares() {
        rig.raw(IntStream.range(0, 200)
                .boxed()
                .flatMap(i ->
                        Stream.of(Items.raw("item-" + i, 1, Status.USABLE), Items.raw("item-" + i, 2, Status.USABLE)))
                .toList());
        rig.settled("enrich", Topics.RAW);
        Rig.Ran ran = rig.run(
                "replay", "--stage", "enrich", "--from", "beginning", "--at-once", "7", "--per-second", "0", "--json");
        assertThat(sum(ran, "messages")).isEqualTo(400);
        assertThat(sum(ran, "published")).isEqualTo(200);
        assertThat(sum(ran, "superseded")).isEqualTo(200);
        assertThat(replayed(Topics.RAW).stream()
                        .collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.counting())))
                .hasSize(200)
                .allSatisfy((item, times) -> assertThat(times).isEqualTo(1L));
        assertThat(replayed(Topics.RAW)).allMatch(message -> raw(message).version() == 2);
    }

    private static long sum(Rig.Ran ran, String field) {
        return ran.lines().stream()
                .mapToLong((JsonNode line) -> line.path(field).asLong())
                .sum();
    }

    @Test
    void whatCameOfTheSameVersionMeanwhileStaysTheLast() {
        RecordMetadata old = rig.enriched(Items.enriched("a", 1, Status.USABLE));
        rig.enriched(Items.enriched("b", 1, Status.USABLE));
        Map<TopicPartition, Long> ends = rig.ends(Topics.ENRICHED);
        var mended = Items.enriched(Items.raw("a", 1, Status.USABLE), Instant.parse("2026-11-24T09:00:00Z"));
        rig.enriched(mended);
        try (var broker = TestBroker.of(rig.brokers());
                var reader = broker.reader();
                var republication = new Republication(broker, reader, Stage.INDEX, 0)) {
            long caughtUp = republication.publish(
                    new TopicPartition(old.topic(), old.partition()),
                    Map.of("a", new Newest(old.offset(), 4, null)),
                    ends,
                    position -> {});
            assertThat(caughtUp).isEqualTo(1);
        }
        Map<String, byte[]> last = new HashMap<>();
        rig.messages(Topics.ENRICHED).forEach(message -> last.put(message.key(), message.value()));
        assertThat(rig.messages(Topics.ENRICHED)).hasSize(5);
        assertThat(last.get("a")).isEqualTo(MessageJson.write(mended));
    }
}

package dongtin.operator.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.Status;
import dongtin.message.Topics;
import dongtin.operator.Items;
import dongtin.operator.Rig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The command on a real broker. */
class TopicsIntegrationTests {

    private static final long WRITTEN = Instant.parse("2026-11-24T01:00:00Z").toEpochMilli();

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void tableTellsMessagesTimesAndLag() {
        for (int i = 0; i < 4; i++) {
            rig.send(new ProducerRecord<>(Topics.RAW, 0, WRITTEN + 1000L * i, "item", new byte[] {1}));
        }
        rig.commit("enrich", Map.of(new TopicPartition(Topics.RAW, 0), 1L));
        rig.commit("audit", Map.of(new TopicPartition(Topics.RAW, 0), 4L));
        Rig.Ran ran = rig.run("topics", Topics.RAW, Topics.ENRICHED);
        assertThat(ran.out()).isEqualTo("""
                        TOPIC             MESSAGES  A MINUTE  OLDEST               NEWEST               LAG
                        wire.raw.v1              4       0.0  2026-11-24 08:00:00  2026-11-24 08:00:03  audit 0 (nobody reads), enrich 3 (nobody reads)
                        wire.enriched.v1         0       0.0  -                    -                    -
                        """);
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void endsOfTransactionsAreNoMessages() {
        rig.inTransactions(
                IntStream.range(0, 50).mapToObj(i -> new ProducerRecord<>(Topics.RAW, "item-" + i, new byte[] {1})));
        rig.settled("enrich", Topics.RAW);
        JsonNode raw = state("topics", Topics.RAW);
        assertThat(rig.ends(Topics.RAW).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(100);
        assertThat(raw.path("messages").asInt()).isEqualTo(50);
        assertThat(raw.path("exact").asBoolean()).isTrue();
        assertThat(raw.path("perMinute").asDouble()).isEqualTo(10);
        assertThat(raw.at("/groups/0/lag").asInt()).isZero();
    }

    // A group that has read all but the end of the last transaction stands one offset before the end.
    @Test
    void groupBeforeTheEndOfATransactionHasNoLag() {
        rig.inTransactions(
                IntStream.range(0, 3).mapToObj(i -> new ProducerRecord<>(Topics.RAW, 0, "item-" + i, new byte[] {1})));
        rig.commit("enrich", Map.of(new TopicPartition(Topics.RAW, 0), 5L));
        assertThat(state("topics", Topics.RAW).at("/groups/0/lag").asInt(-1)).isZero();
    }

    @Test
    void manyAreReckonedAndCountedOnDemand() {
        rig.inTransactions(IntStream.range(0, 300)
                .mapToObj(i -> new ProducerRecord<>(Topics.RAW, 0, "item-" + i, new byte[] {1})));
        JsonNode reckoned = state("topics", Topics.RAW);
        assertThat(reckoned.path("exact").asBoolean()).isFalse();
        assertThat(reckoned.path("messages").asInt()).isBetween(280, 320);
        assertThat(rig.run("topics", Topics.RAW).out()).contains("~3");
        JsonNode counted = state("topics", Topics.RAW, "--count");
        assertThat(counted.path("messages").asInt()).isEqualTo(300);
        assertThat(counted.path("exact").asBoolean()).isTrue();
    }

    @Test
    void allOfOursAreShownAndMissingOnesTold() throws Exception {
        rig.raw(Items.raw("a", 1, Status.USABLE));
        rig.admin.deleteTopics(List.of(Topics.ORIGINAL)).all().get();
        Rig.Ran ran = rig.run("topics", "--json");
        assertThat(ran.lines().stream().map(line -> line.path("topic").asString()))
                .containsExactly("wire.raw.v1", "wire.raw.v1-dlt", "wire.enriched.v1", "wire.enriched.v1-dlt");
        assertThat(ran.err()).isEqualTo("there is no topic wire.original.v1\nthere is no topic ingest.cursors.v1\n");
    }

    @Test
    void unknownTopicIsTold() {
        Rig.Ran ran = rig.run("topics", "wire.row.v1");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("there is no topic wire.row.v1 at %s\n".formatted(rig.brokers()));
    }

    private JsonNode state(String... arguments) {
        var all = new java.util.ArrayList<>(List.of(arguments));
        all.add("--json");
        Rig.Ran ran = rig.run(all.toArray(String[]::new));
        assertThat(ran.status()).isZero();
        return ran.lines().getFirst();
    }
}

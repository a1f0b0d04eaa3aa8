package dongtin.operator.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Status;
import dongtin.message.Topics;
import dongtin.operator.Items;
import dongtin.operator.Rig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command on a real broker and a real node, written as index-service writes it. */
class DriftIntegrationTests {

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private RecordMetadata push(String id, long version, Status status) {
        return rig.enriched(Items.enriched(id, version, status));
    }

    private void settled() {
        rig.settled("index", Topics.ENRICHED);
    }

    private void delete(String id) {
        rig.elastic("POST", "/news-all/_refresh", "");
        String index = rig.elastic("GET", "/news-all/_search?q=id:" + id, "")
                .at("/hits/hits/0/_index")
                .asString();
        assertThat(rig.elastic("DELETE", "/%s/_doc/%s?refresh=true".formatted(index, id), "")
                        .path("result")
                        .asString())
                .isEqualTo("deleted");
    }

    private static String at(RecordMetadata message) {
        return "%s-%d@%d".formatted(message.topic(), message.partition(), message.offset());
    }

    /** As {@code stale a}. */
    private List<String> drifts(String... options) {
        var arguments = new ArrayList<>(List.of("drift", "--json"));
        arguments.addAll(List.of(options));
        return rig.run(arguments.toArray(String[]::new)).lines().stream()
                .map(line -> "%s %s"
                        .formatted(
                                line.path("kind").asString(), line.path("item").asString()))
                .toList();
    }

    @Test
    void nothingIsPrintedWhereNothingDiffers() {
        push("a", 1, Status.USABLE);
        push("a", 2, Status.USABLE);
        push("a", 1, Status.CANCELED); // late
        push("b", 1, Status.CANCELED);
        rig.indexAll();
        Rig.Ran ran = rig.run("drift");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("""
                wire.raw.v1: 0 items compared, 0 drifts; 0 dead letters; 0 messages on the way to enrich-service
                wire.enriched.v1: 2 items compared, 0 drifts; 0 dead letters; 0 messages on the way to index-service
                """);
        assertThat(ran.status()).isZero();
    }

    @Test
    void missingAndStaleItemsAreTold() {
        RecordMetadata missing = push("missing", 1, Status.USABLE);
        push("stale", 1, Status.USABLE);
        push("fine", 1, Status.USABLE);
        rig.indexAll();
        delete("missing");
        RecordMetadata stale = push("stale", 2, Status.USABLE);
        settled();
        Rig.Ran ran = rig.run("drift");
        assertThat(ran.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .containsExactlyInAnyOrder(
                        "DRIFT | ITEM | MESSAGE | ON THE TOPIC | IN THE INDEX",
                        "missing | missing | %s | 1 usable | -".formatted(at(missing)),
                        "stale | stale | %s | 2 usable | 1 usable in news-2026.11".formatted(at(stale)));
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void killedItemThatIsAliveInTheIndexIsTold() {
        push("a", 1, Status.USABLE);
        rig.indexAll();
        push("a", 1, Status.CANCELED);
        settled();
        assertThat(drifts()).containsExactly("alive a");
    }

    @Test
    void versionThatTheTopicDoesNotHaveIsToldAndNotRepaired() {
        push("a", 1, Status.USABLE);
        rig.indexAll();
        rig.index(Items.enriched("a", 2, Status.USABLE));
        assertThat(drifts()).containsExactly("newer a");
        assertThat(rig.run("drift", "--repair").status()).isEqualTo(1);
        assertThat(rig.messages(Topics.ENRICHED)).hasSize(1);
    }

    @Test
    void itemInTwoMonthsIsTold() {
        push("a", 1, Status.USABLE);
        rig.indexAll();
        rig.elastic("PUT", "/news-2026.09", "{\"aliases\":{\"news-all\":{}}}");
        rig.elastic(
                "PUT",
                "/news-2026.09/_doc/a?version=4&version_type=external_gte&refresh=true",
                "{\"id\":\"a\",\"version\":1,\"status\":\"usable\",\"published\":\"2026-09-01T00:00:00Z\"}");
        assertThat(drifts()).containsExactly("twice a");
    }

    @Test
    void unreadableMessageIsADriftUnlessItIsADeadLetter() {
        RecordMetadata told = rig.send(new ProducerRecord<>(Topics.ENRICHED, "a", new byte[] {'{'}));
        rig.send(new ProducerRecord<>(Topics.ENRICHED, "b", new byte[] {'{'}));
        rig.dead(told, "a", new byte[] {'{'}, "no EnrichedItem");
        settled();
        Rig.Ran ran = rig.run("drift", "--json");
        assertThat(ran.lines()).hasSize(1);
        assertThat(ran.out()).contains("\"kind\":\"unread\"");
        assertThat(ran.err()).contains("1 dead letter;");
    }

    @Test
    void whatIndexServiceHasNotComeToIsLag() {
        push("a", 1, Status.USABLE);
        Rig.Ran ran = rig.run("drift");
        assertThat(ran.status()).isZero();
        assertThat(ran.err())
                .endsWith("v1: 0 items compared, 0 drifts; 0 dead letters; 1 message on the way to index-service\n");
    }

    @Test
    void differenceThatAMessageToComeExplainsIsLag() {
        push("a", 1, Status.USABLE);
        push("b", 1, Status.USABLE);
        rig.indexAll();
        delete("a");
        push("a", 2, Status.USABLE);
        push("b", 2, Status.USABLE);
        rig.index(Items.enriched("b", 2, Status.USABLE)); // written, offsets not yet moved
        assertThat(drifts()).isEmpty();
    }

    @Test
    void rawItemThatIsNeitherTaggedNorExplainedIsToldAndRepaired() {
        RecordMetadata lost = rig.raw(Items.raw("lost", 1, Status.USABLE));
        rig.raw(Items.raw("fine", 1, Status.USABLE));
        rig.raw(Items.raw("late", 1, Status.USABLE)); // a newer one is tagged
        rig.raw(Items.raw("tagged", 1, Status.USABLE));
        rig.dead(rig.raw(Items.raw("dead", 1, Status.USABLE)), "dead", new byte[] {'{'}, "timeout");
        rig.settled("enrich", Topics.RAW);
        rig.raw(Items.raw("waiting", 1, Status.USABLE));
        push("fine", 1, Status.USABLE);
        push("late", 2, Status.USABLE);
        rig.indexAll();
        push("tagged", 1, Status.USABLE); // index-service has not come to it

        Rig.Ran ran = rig.run("drift", "--json");
        assertThat(ran.lines()).hasSize(1);
        assertThat(ran.lines().getFirst().path("kind").asString()).isEqualTo("missing");
        assertThat(ran.lines().getFirst().path("at").asString()).isEqualTo(at(lost));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("""
                wire.raw.v1: 4 items compared, 1 drift; 1 dead letter; 1 message on the way to enrich-service
                wire.enriched.v1: 2 items compared, 0 drifts; 0 dead letters; 1 message on the way to index-service
                """);

        assertThat(rig.run("drift", "--repair").status()).isZero();
        assertThat(rig.messages(Topics.RAW))
                .filteredOn(message -> message.headers().lastHeader(Topics.REPLAYED_FROM_HEADER) != null)
                .extracting(message -> message.key())
                .containsExactly("lost");
    }

    @Test
    void killThatWasNeverTaggedIsAlive() {
        rig.raw(Items.raw("a", 1, Status.USABLE));
        push("a", 1, Status.USABLE);
        rig.indexAll();
        rig.raw(Items.raw("a", 1, Status.CANCELED));
        rig.settled("enrich", Topics.RAW);
        assertThat(drifts()).containsExactly("alive a");
    }

    @Test
    void deadLetterIsExplainedAndTheVersionBeforeItIsNot() {
        push("a", 1, Status.USABLE);
        push("b", 1, Status.USABLE);
        rig.indexAll();
        rig.dead(push("a", 2, Status.USABLE), "a", new byte[] {'{'}, "refused");
        rig.dead(push("b", 2, Status.USABLE), "b", new byte[] {'{'}, "refused");
        settled();
        assertThat(drifts()).isEmpty();
        delete("b");
        assertThat(drifts()).containsExactly("missing b");
    }

    @Test
    void otherMessageOfTheSameVersionIsStale() {
        RawItem raw = Items.raw("a", 1, Status.USABLE);
        EnrichedItem first = Items.enriched(raw);
        rig.enriched(first);
        rig.indexAll();
        rig.enriched(Items.enriched(raw, Instant.parse("2026-11-24T09:00:00.123456Z")));
        settled();
        assertThat(drifts()).containsExactly("stale a");
        assertThat(rig.run("drift", "--repair").status()).isZero();
        rig.indexAll();
        assertThat(drifts()).isEmpty();
    }

    @Test
    void messageOnAnotherPartitionExplains() {
        var older = Items.enriched("a", 1, Status.USABLE);
        var newer = Items.enriched("a", 2, Status.USABLE);
        rig.send(new ProducerRecord<>(Topics.ENRICHED, 0, "a", MessageJson.write(older)));
        rig.send(new ProducerRecord<>(Topics.ENRICHED, 1, "a", MessageJson.write(newer)));
        rig.index(newer);
        settled();
        assertThat(drifts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void repairPublishesWhatIsMissingOrStaleAndNothingElse(long seed) {
        var random = new Random(seed);
        int items = 150;
        Set<String> harmed = new HashSet<>();
        var messages = new ArrayList<EnrichedItem>();
        var indexed = new ArrayList<EnrichedItem>();
        for (int i = 0; i < items; i++) {
            String id = "item-" + i;
            EnrichedItem first = Items.enriched(id, 1, Status.USABLE);
            EnrichedItem newest = Items.enriched(id, 2, random.nextInt(10) == 0 ? Status.CANCELED : Status.USABLE);
            messages.addAll(List.of(first, newest));
            if (random.nextInt(8) > 0) {
                indexed.add(newest);
            } else {
                harmed.add(id);
                if (random.nextBoolean()) {
                    indexed.add(first);
                }
            }
        }
        rig.enriched(messages);
        rig.index(indexed.toArray(EnrichedItem[]::new));
        settled();
        Rig.Ran found = rig.run("drift", "--json", "--at-once", "40");
        assertThat(found.lines().stream().map(line -> line.path("item").asString()))
                .containsExactlyInAnyOrderElementsOf(harmed);
        assertThat(found.err()).contains("enriched.v1: 150 items compared, %d drifts".formatted(harmed.size()));

        assertThat(rig.run("drift", "--repair", "--per-second", "0", "--at-once", "40")
                        .status())
                .isZero();
        Set<String> again = rig.messages(Topics.ENRICHED).stream()
                .filter(message -> message.headers().lastHeader(Topics.REPLAYED_FROM_HEADER) != null)
                .map(message -> message.key())
                .collect(Collectors.toSet());
        assertThat(again).isEqualTo(harmed);
        assertThat(rig.messages(Topics.ENRICHED)).hasSize(2 * items + harmed.size());
        rig.indexAll();
        assertThat(rig.run("drift").status()).isZero();
    }

    @Test
    void emptyIndexIsAllMissing() {
        rig.enriched(IntStream.range(0, 300)
                .mapToObj(i -> Items.enriched("item-" + i, 1, Status.USABLE))
                .toList());
        settled();
        assertThat(drifts("--at-once", "50")).hasSize(300).allMatch(drift -> drift.startsWith("missing item-"));
    }

    @Test
    void indexThatIsNotThereIsTold() {
        assertThat(rig.run("drift").status()).isZero();
        for (var row : rig.elastic("GET", "/_cat/indices/news-2*?h=index&format=json", "")) {
            rig.elastic("DELETE", "/" + row.path("index").asString(), "");
        }
        Rig.Ran ran = rig.run("drift");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith("there is no index behind news-all at ");
    }
}

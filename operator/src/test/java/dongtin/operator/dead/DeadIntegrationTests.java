package dongtin.operator.dead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dongtin.message.MessageJson;
import dongtin.message.Status;
import dongtin.message.Topics;
import dongtin.operator.Items;
import dongtin.operator.Rig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands on a real broker. */
class DeadIntegrationTests {

    private static final String RAW_DEAD = Topics.deadLetter(Topics.RAW);

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** A raw item that failed to be tagged. */
    private RecordMetadata dead(String id, String reason) {
        var item = Items.raw(id, 1, Status.USABLE);
        return rig.dead(rig.raw(item), id, MessageJson.write(item), reason);
    }

    private static String at(RecordMetadata letter) {
        return "%s-%d@%d".formatted(letter.topic(), letter.partition(), letter.offset());
    }

    private List<String> listed(String... options) {
        var arguments = new ArrayList<>(List.of("dead", "list", "--json"));
        arguments.addAll(List.of(options));
        return rig.run(arguments.toArray(String[]::new)).lines().stream()
                .map(line -> line.path("letter").asString())
                .toList();
    }

    @Test
    void listIsATableOfWhatIsOpen() {
        RecordMetadata letter = dead("a", "the tagger ran out of time");
        Rig.Ran ran = rig.run("dead", "list");
        assertThat(ran.out()
                        .lines()
                        .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME") + "|"))
                .containsExactly(
                        "LETTER               WRITTEN              ITEM  STATE  REASON|",
                        at(letter) + "  TIME  a     open   the tagger ran out of time|");
        assertThat(ran.err()).isEqualTo("1 dead letter, open\n");
        assertThat(ran.status()).isZero();
    }

    @Test
    void lettersAreChosenByReasonTimeItemAndPlace() {
        RecordMetadata slow = dead("a", "the tagger ran out of time");
        RecordMetadata broken = dead("b", "no RawItem: Unexpected end");
        RecordMetadata refused = rig.dead(
                rig.enriched(Items.enriched("c", 1, Status.USABLE)), "c", new byte[] {'{'}, "mapper_parsing_exception");
        assertThat(listed()).containsExactlyInAnyOrder(at(slow), at(broken), at(refused));
        assertThat(listed("--reason", "OUT OF TIME")).containsExactly(at(slow));
        assertThat(listed("--item", "b")).containsExactly(at(broken));
        assertThat(listed("--topic", "enriched")).containsExactly(at(refused));
        assertThat(listed(
                        "--topic",
                        "raw",
                        "--partition",
                        "" + slow.partition(),
                        "--offset",
                        "" + slow.offset(),
                        "--item",
                        "a"))
                .containsExactly(at(slow));
        assertThat(listed("--from", "1h")).hasSize(3);
        assertThat(listed("--to", "1h")).isEmpty();
        assertThat(listed(at(broken), at(refused))).containsExactly(at(broken), at(refused));
    }

    @Test
    void showTellsHeadersAndMessage() {
        RecordMetadata letter = dead("a", "the tagger ran out of time");
        Rig.Ran ran = rig.run("dead", "show", at(letter));
        assertThat(ran.out())
                .contains("letter               " + at(letter))
                .contains("item                 a\nstate                open\n")
                .contains("dead-letter-reason   the tagger ran out of time\n")
                .contains("dead-letter-origin   wire.raw.v1-")
                .contains("dead-letter-digest   5eed\n")
                .contains("  \"headline\" : \"Tin của a số 1\",\n");
        assertThat(rig.run("dead", "show", at(letter), "--value").out())
                .isEqualTo(
                        new String(MessageJson.write(Items.raw("a", 1, Status.USABLE)), StandardCharsets.UTF_8) + "\n");
        assertThat(rig.run("dead", "show", RAW_DEAD + "-0@77").status()).isEqualTo(1);
    }

    @Test
    void messagesThatAreNoJsonOrNothingAreShown() {
        RecordMetadata origin = rig.raw(Items.raw("a", 1, Status.USABLE));
        rig.dead(origin, "a", "\u001b[2Jrubbish".getBytes(StandardCharsets.UTF_8), "no RawItem");
        rig.dead(origin, null, null, "a message without a value");
        assertThat(rig.run("dead", "show", "--reason", "no RawItem").out())
                .contains("?[2Jrubbish")
                .doesNotContain("\u001b");
        assertThat(rig.run("dead", "show", "--reason", "without a value").out())
                .contains("none: a message without a key", "(a message without a value)");
    }

    @Test
    void replayedLetterIsTheMessageAsItWasOnItsOwnTopic() {
        RecordMetadata letter = dead("a", "the tagger ran out of time");
        Rig.Ran ran = rig.run("dead", "replay", at(letter), "--by", "lan");
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEqualTo("1 replayed, 0 were settled before\n");
        List<ConsumerRecord<String, byte[]>> raw = rig.messages(Topics.RAW);
        assertThat(raw).hasSize(2);
        ConsumerRecord<String, byte[]> first = raw.getFirst();
        ConsumerRecord<String, byte[]> again = raw.getLast();
        assertThat(again.partition()).isEqualTo(first.partition());
        assertThat(again.key()).isEqualTo("a");
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(java.util.Arrays.stream(again.headers().toArray())
                        .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8)))
                .containsExactly("schema-version=1", "replayed-from=" + at(letter));
        assertThat(ran.out())
                .startsWith(at(letter) + "  as wire.raw.v1-%d@%d  a  ".formatted(again.partition(), again.offset()));
        assertThat(rig.run("dead", "show", at(letter)).out())
                .containsPattern("state +replayed by lan at 20.*, as wire.raw.v1-%d@%d\n"
                        .formatted(again.partition(), again.offset()));
    }

    @Test
    void secondReplayChangesNothing() {
        dead("a", "x");
        dead("b", "x");
        assertThat(rig.run("dead", "replay", "--all").err()).isEqualTo("2 replayed, 0 were settled before\n");
        Rig.Ran second = rig.run("dead", "replay", "--all");
        assertThat(second.err()).isEqualTo("0 replayed, 2 were settled before\n");
        assertThat(second.status()).isZero();
        assertThat(rig.messages(Topics.RAW)).hasSize(4);
        assertThat(listed()).isEmpty();
        assertThat(listed("--state", "replayed")).hasSize(2);
    }

    @Test
    void letterInThePlaceOfASettledOneIsOpen() {
        RecordMetadata first = dead("a", "x");
        assertThat(rig.run("dead", "replay", "--all").status()).isZero();
        rig.makeAnew(RAW_DEAD);
        RecordMetadata second = dead("a", "x");
        assertThat(at(second)).isEqualTo(at(first));
        assertThat(listed()).containsExactly(at(second));
        assertThat(rig.run("dead", "replay", "--all").err()).isEqualTo("1 replayed, 0 were settled before\n");
        assertThat(listed()).isEmpty();
    }

    @Test
    void whatNoOptionChoosesIsNoSuccess() {
        dead("a", "x");
        assertThat(rig.run("dead", "replay", "--item", "b").status()).isEqualTo(1);
    }

    @Test
    void messageWithoutAKeyGoesBackToItsPartition() {
        RecordMetadata origin = rig.send(new ProducerRecord<>(Topics.RAW, 2, null, new byte[] {'{'}));
        rig.dead(origin, null, new byte[] {'{'}, "no RawItem");
        rig.run("dead", "replay", "--all");
        assertThat(rig.messages(Topics.RAW)).hasSize(2).allMatch(message -> message.partition() == 2);
    }

    @Test
    void dryRunChangesNothing() {
        RecordMetadata letter = dead("a", "x");
        assertThat(rig.run("dead", "replay", "--all", "--dry-run").out())
                .isEqualTo(at(letter) + "  to wire.raw.v1  a  x\n");
        assertThat(rig.run("dead", "discard", "--all", "--why", "test", "--dry-run")
                        .out())
                .isEqualTo(at(letter) + "  to discard  a  x\n");
        assertThat(rig.messages(Topics.RAW)).hasSize(1);
        assertThat(listed()).containsExactly(at(letter));
    }

    @Test
    void discardedLetterStaysAndIsReplayedOnlyOnDemand() {
        RecordMetadata letter = dead("a", "x");
        assertThat(rig.run("dead", "discard", at(letter), "--why", "test của ban", "--by", "lan")
                        .status())
                .isZero();
        assertThat(listed()).isEmpty();
        assertThat(rig.run("dead", "show", at(letter)).out())
                .containsPattern("state +discarded by lan at 20.*: test của ban\n");
        assertThat(rig.run("dead", "replay", "--all").err()).isEqualTo("0 replayed, 1 was settled before\n");
        assertThat(rig.messages(RAW_DEAD)).hasSize(1);
        assertThat(rig.run("dead", "replay", at(letter), "--discarded-too").err())
                .isEqualTo("1 replayed, 0 were settled before\n");
        assertThat(listed("--state", "replayed")).containsExactly(at(letter));
    }

    @Test
    void summaryCountsByReason() {
        dead("a", "x");
        dead("b", "y");
        dead("c", "y");
        rig.run("dead", "discard", "--item", "c", "--why", "test");
        assertThat(rig.run("dead", "list", "--summary", "--state", "all").out()).isEqualTo("""
                        TOPIC            STATE      LETTERS  REASON
                        wire.raw.v1-dlt  open             1  x
                        wire.raw.v1-dlt  open             1  y
                        wire.raw.v1-dlt  discarded        1  y
                        """);
    }

    /** As an operator's process that dies between the message and the commit. */
    @Test
    void replayThatDiedInMidTransactionIsTakenBackAndDoneOnce() {
        RecordMetadata letter = dead("a", "x");
        rig.run("dead", "list");
        try (var dying = rig.producer(Map.of("transactional.id", Ledger.TRANSACTIONAL_ID))) {
            dying.initTransactions();
            dying.beginTransaction();
            var sent = dying.send(new ProducerRecord<>(Topics.RAW, "a", new byte[] {1}));
            dying.flush();
            assertThat(sent).isDone();
            assertThat(rig.run("dead", "replay", "--all").err()).isEqualTo("1 replayed, 0 were settled before\n");
            assertThatThrownBy(dying::commitTransaction).isInstanceOf(KafkaException.class);
        }
        assertThat(rig.messages(Topics.RAW)).hasSize(2).allMatch(message -> message.value().length > 1);
        assertThat(listed("--state", "replayed")).containsExactly(at(letter));
    }

    @Test
    void replaysAtTheSameTimeSendEachLetterOnce() {
        int letters = 400;
        rig.dead(IntStream.range(0, letters).mapToObj(i -> "item-" + i).toList(), "x");
        List<CompletableFuture<Rig.Ran>> both = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> rig.run("dead", "replay", "--all"), Thread::startVirtualThread))
                .toList();
        List<Integer> statuses = both.stream().map(one -> one.join().status()).toList();
        assertThat(statuses).contains(0).allMatch(status -> status == 0 || status == 2);
        assertThat(rig.run("dead", "replay", "--all").status()).isZero();
        assertThat(replays())
                .hasSize(letters)
                .allSatisfy((item, times) -> assertThat(times).isEqualTo(1L));
    }

    @Test
    void killedReplaySendsEachLetterOnceWhenRepeated() throws Exception {
        int letters = 3_000;
        rig.dead(IntStream.range(0, letters).mapToObj(i -> "item-" + i).toList(), "x");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dongtin.operator.OperatorApplication",
                        "dead",
                        "replay",
                        "--all",
                        "--bootstrap-servers",
                        rig.brokers())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .pollDelay(1, TimeUnit.MILLISECONDS)
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(() -> rig.ends(Topics.RAW).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        > letters + 50);
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(replays().size()).as("it was killed in the middle").isLessThan(letters);
        assertThat(rig.run("dead", "replay", "--all").status()).isZero();
        assertThat(replays())
                .hasSize(letters)
                .allSatisfy((item, times) -> assertThat(times).isEqualTo(1L));
        assertThat(listed()).isEmpty();
    }

    /** How often each letter went back. */
    private Map<String, Long> replays() {
        return rig.messages(Topics.RAW).stream()
                .filter(message -> message.headers().lastHeader(Topics.REPLAYED_FROM_HEADER) != null)
                .collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.counting()));
    }
}

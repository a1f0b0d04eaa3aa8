package dongtin.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.Elastic;
import dongtin.index.Wire;
import dongtin.message.EnrichedItem;
import dongtin.message.Status;
import dongtin.message.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no feed should send, between two good articles: it is stored or a dead letter, and the good ones are stored. */
class BadInputIntegrationTests {

    private static Elastic elastic;
    private static Wire wire;

    private String neighbour;

    @BeforeAll
    static void start() {
        elastic = new Elastic(SharedElasticsearch.node().uri());
        elastic.reset();
        wire = new Wire(elastic.uri());
    }

    @AfterAll
    static void stop() {
        wire.close();
    }

    @BeforeEach
    void nameNeighbours(TestInfo test) {
        neighbour = "neighbour-of-" + Integer.toHexString(test.getDisplayName().hashCode());
    }

    @AfterEach
    void neighboursAreStored() {
        assertThat(elastic.count("news", neighbour + "-1")).isEqualTo(1);
        assertThat(elastic.count("news", neighbour + "-2")).isEqualTo(1);
    }

    @Test
    void bodyOf9MegabytesIsStoredAndFound() {
        push(Items.large("large", body(9) + "Câu cuối cùng.", 0));

        assertThat(letter("large")).isEqualTo("no letter");
        String query = "{\"_source\": false, \"query\": {\"match_phrase\": {\"body\": \"câu cuối cùng\"}}}";
        assertThat(elastic.send("POST", "/news/_search", query).findValuesAsString("_id"))
                .containsExactly("large");
    }

    /** A node takes documents of up to a fiftieth of its heap, which is 512 MB here, and says to others that it is busy. */
    @ParameterizedTest
    @ValueSource(ints = {11, 30})
    void bodyThatIsTooLargeForElasticsearchsHeapIsADeadLetter(int megabytes) {
        push(Items.large("larger-" + megabytes, body(megabytes), 0));

        assertThat(letter("larger-" + megabytes)).contains("es_rejected_execution_exception", "max_primary_bytes");
    }

    @Test
    void articleWith10_000PeopleIsStoredAndFoundByTheLast() {
        push(Items.large("crowded", "Danh sách đại biểu.", 10_000));

        assertThat(letter("crowded")).isEqualTo("no letter");
        String query = "{\"_source\": false, \"query\": {\"nested\": {\"path\": \"people\", \"query\":"
                + " {\"term\": {\"people.key\": \"nguoi-9999\"}}}}}";
        assertThat(elastic.send("POST", "/news/_search", query).findValuesAsString("_id"))
                .containsExactly("crowded");
    }

    @Test
    void articleWithMorePeopleThanTheIndexTakesIsADeadLetter() {
        push(Items.large("too-crowded", "Danh sách cử tri.", 100_001));

        assertThat(letter("too-crowded")).contains("document_parsing_exception", "exceeded the allowed limit");
    }

    @ParameterizedTest
    @CsvSource({
        "+12026-01-01T00:00:00Z, published",
        "-12026-01-01T00:00:00Z, published",
        "+1000000000-12-31T23:59:59.999999999Z, published"
    })
    void timeThatTheIndexDoesNotTakeIsADeadLetterThatNamesIt(Instant created, String field) {
        String id = "time-" + created.getEpochSecond();
        push(Items.created(id, 1, Status.USABLE, created));

        assertThat(letter(id)).contains("document_parsing_exception", "[" + field + "]");
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01T00:00:00Z", "-0044-03-15T00:00:00Z", "9999-12-31T23:59:59Z"})
    void anyTimeThatTheIndexTakesIsStored(Instant created) {
        String id = "time-" + created.getEpochSecond();
        push(Items.created(id, 1, Status.USABLE, created));

        assertThat(elastic.document(id).at("/_source/published").asString()).isEqualTo(created.toString());
    }

    @Test
    void embargoThatTheIndexDoesNotTakeIsADeadLetterAndNotSeen() {
        push(Items.embargoed("embargoed-for-ever", Instant.parse("+12026-01-01T00:00:00Z")));

        assertThat(letter("embargoed-for-ever")).contains("[embargoed]");
        assertThat(elastic.count("news-all", "embargoed-for-ever")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 40_000})
    void idThatTheIndexDoesNotTakeIsADeadLetter(int length) {
        String id = "i".repeat(length);
        push(Items.item(id, 1, Status.USABLE));

        assertThat(letter(id)).contains("is too long", String.valueOf(length));
    }

    @Test
    void lettersThatAreNoneHoldNothingUp() {
        push("half", Items.json(Items.item("half", 1, Status.USABLE)), "\"half\"", "\"half-\\\\ud800\"");
        push("text", Items.json(Items.item("text", 1, Status.USABLE)), "Tin số 1", "Tin \\\\ud800 1");

        assertThat(elastic.document("text").at("/_source/headline").asString()).startsWith("Tin ");
    }

    private static String body(int megabytes) {
        String sentence = "Nước sông Hồng lên nhanh, nhiều tuyến đường ngập sâu. ";
        return sentence.repeat((megabytes << 20) / sentence.getBytes(StandardCharsets.UTF_8).length);
    }

    private void push(EnrichedItem item) {
        push(item.item().id(), Items.json(item));
    }

    private void push(String key, byte[] json, String part, String by) {
        String text = new String(json, StandardCharsets.UTF_8);
        push(key, text.replaceFirst(part, by).getBytes(StandardCharsets.UTF_8));
    }

    private void push(String key, byte[] value) {
        wire.push(neighbour + "-1", Items.json(Items.item(neighbour + "-1", 1, Status.USABLE)));
        wire.push(key, value);
        wire.push(neighbour + "-2", Items.json(Items.item(neighbour + "-2", 1, Status.USABLE)));
        wire.awaitSettled();
    }

    /** The reason of the dead letter with this key. */
    private static String letter(String key) {
        return wire.deadLetters().stream()
                .filter(letter -> letter.key().equals(key))
                .map(letter -> new String(
                        letter.headers().lastHeader(Topics.REASON_HEADER).value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("no letter");
    }
}

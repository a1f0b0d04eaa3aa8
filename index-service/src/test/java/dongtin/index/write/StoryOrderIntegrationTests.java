package dongtin.index.write;

import static dongtin.message.Status.CANCELED;
import static dongtin.message.Status.USABLE;
import static dongtin.message.Status.WITHHELD;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.Elastic;
import dongtin.index.Wire;
import dongtin.message.EnrichedItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Five messages of a story in each of their 120 orders, each order a story of its own, on the real node. */
class StoryOrderIntegrationTests {

    private static final Instant OCTOBER = Instant.parse("2026-10-31T10:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T10:00:00Z");
    private static final List<List<Integer>> ORDERS = orders(List.of(0, 1, 2, 3, 4));

    private static Elastic elastic;
    private static Wire wire;

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

    @Test
    void everyOrderOfAKilledStoryEndsInTheSameTombstone() {
        JsonNode story = theOneIndexed(
                "killed",
                id -> List.of(
                        Items.created(id, 2, USABLE, OCTOBER),
                        Items.created(id, 3, USABLE, OCTOBER),
                        Items.created(id, 4, USABLE, NOVEMBER), // the correction
                        Items.created(id, 4, CANCELED, null),
                        Items.created(id, 1, USABLE, NOVEMBER))); // the older one

        assertThat(story.at("/_source/status").asString()).isEqualTo("canceled");
        assertThat(story.path("_source").has("headline")).isFalse();
    }

    @Test
    void everyOrderOfAStoryThatIsWithheldForAWhileEndsInItsCorrection() {
        JsonNode story = theOneIndexed(
                "corrected",
                id -> List.of(
                        Items.created(id, 2, USABLE, OCTOBER),
                        Items.created(id, 3, USABLE, OCTOBER),
                        Items.created(id, 3, WITHHELD, null),
                        Items.created(id, 4, USABLE, NOVEMBER),
                        Items.created(id, 1, USABLE, NOVEMBER)));

        assertThat(story.at("/_source/headline").asString()).isEqualTo("Tin số 4");
    }

    /** What all orders end in; half of the stories get their messages one after the other, half between those of others. */
    private static JsonNode theOneIndexed(String name, Function<String, List<EnrichedItem>> messages) {
        List<List<EnrichedItem>> stories = new ArrayList<>();
        for (int i = 0; i < ORDERS.size(); i++) {
            List<EnrichedItem> story = messages.apply(name + "-" + i);
            stories.add(ORDERS.get(i).stream().map(story::get).toList());
        }
        stories.subList(0, 60).forEach(story -> story.forEach(StoryOrderIntegrationTests::push));
        for (int turn = 0; turn < 5; turn++) {
            for (List<EnrichedItem> story : stories.subList(60, 120)) {
                push(story.get(turn));
            }
        }
        wire.awaitSettled();
        Map<JsonNode, List<String>> ends = ends(name);
        assertThat(ends).as("what the stories end in").hasSize(1);
        assertThat(ends.values().iterator().next()).hasSize(ORDERS.size()).doesNotHaveDuplicates();
        assertThat(wire.end(Wire.DEAD_LETTERS)).isZero();
        return ends.keySet().iterator().next();
    }

    private static void push(EnrichedItem item) {
        wire.push(item.item().id(), Items.json(item));
    }

    /** The stories by what they end in: all but their ids, and when they were written. */
    private static Map<JsonNode, List<String>> ends(String name) {
        elastic.send("POST", "/news-all/_refresh", "");
        String query =
                "{\"size\": 1000, \"version\": true, \"query\": {\"prefix\": {\"id\": \"%s-\"}}}".formatted(name);
        Map<JsonNode, List<String>> ends = new HashMap<>();
        for (JsonNode hit : elastic.send("POST", "/news-all/_search", query).at("/hits/hits")) {
            String id = hit.path("_id").asString();
            ObjectNode source = (ObjectNode) hit.path("_source");
            source.remove(List.of("id", "guid", "link", "indexed", "age"));
            // In October or November, as the first one that came says.
            ((ObjectNode) hit).remove(List.of("_id", "_index", "_score"));
            ends.computeIfAbsent(hit, end -> new ArrayList<>()).add(id);
        }
        return ends;
    }

    private static List<List<Integer>> orders(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        return of.stream()
                .flatMap(first -> orders(
                                of.stream().filter(i -> !i.equals(first)).toList())
                        .stream()
                        .map(rest -> IntStream.concat(
                                        IntStream.of(first), rest.stream().mapToInt(i -> i))
                                .boxed()
                                .toList()))
                .toList();
    }
}

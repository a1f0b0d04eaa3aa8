package dongtin.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.Elastic;
import dongtin.index.Wire;
import dongtin.message.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Services that write the same messages at the same time, as after a rebalance that one of them has not noticed. */
class TwoWritersIntegrationTests {

    private static final int STORIES = 200;
    private static final int MESSAGES = 1_000;
    private static final long SEED = 20261125;

    private final Elastic elastic = new Elastic(SharedElasticsearch.node().uri());

    @Test
    void replayingTheSamePartitionsAtOnceChangesNothing() {
        elastic.reset();
        try (var wire = new Wire(elastic.uri())) {
            push(wire);
            wire.awaitSettled();
            Map<String, JsonNode> before = index();
            long written = writes();
            assertThat(before).hasSize(STORIES);

            try (var first = wire.service(elastic.uri(), "replay-1");
                    var second = wire.service(elastic.uri(), "replay-2")) {
                assertThat(List.of(first, second)).allMatch(service -> service.isRunning());
                wire.awaitSettled("replay-1");
                wire.awaitSettled("replay-2");
            }

            assertThat(writes()).as("what the replays wrote").isGreaterThan(written);
            assertThat(index()).isEqualTo(before);
            assertThat(wire.end(Wire.DEAD_LETTERS)).isZero();
        }
    }

    private static void push(Wire wire) {
        var random = new Random(SEED);
        List<Status> statuses = List.of(Status.USABLE, Status.USABLE, Status.USABLE, Status.WITHHELD, Status.CANCELED);
        for (int i = 0; i < MESSAGES; i++) {
            int story = i < STORIES ? i : random.nextInt(STORIES);
            String id = "story-" + story;
            Instant created = Items.RECEIVED.minusSeconds(random.nextInt(200) * 86_400L);
            long version = random.nextInt(MESSAGES) * (long) MESSAGES + i; // of each message its own, in any order
            Status status = statuses.get(random.nextInt(statuses.size()));
            wire.push(story % 2, id, Items.json(Items.created(id, version, status, created)));
        }
    }

    /** Every document of every index, with its version: all but when it was written. */
    private Map<String, JsonNode> index() {
        elastic.send("POST", "/news-*/_refresh", "");
        var index = new TreeMap<String, JsonNode>();
        String query = "{\"size\": 10000, \"version\": true, \"query\": {\"match_all\": {}}}";
        for (JsonNode hit : elastic.send("POST", "/news-2*/_search", query).at("/hits/hits")) {
            ((ObjectNode) hit.path("_source")).remove(List.of("indexed", "age"));
            index.put(hit.path("_index").asString() + "/" + hit.path("_id").asString(), hit);
        }
        return index;
    }

    private long writes() {
        return elastic.get("/news-2*/_stats/indexing")
                .at("/_all/total/indexing/index_total")
                .asLong();
    }
}

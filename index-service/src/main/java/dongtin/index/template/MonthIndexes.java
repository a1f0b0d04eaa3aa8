package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The indexes of a generation, each made when the first story of its month comes. Thread-safe. */
final class MonthIndexes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Rest5Client elasticsearch;
    private final Generation generation;
    private final boolean serving;
    private final StoryMonths months;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    /** @param serving whether readers are to see them as soon as they are made */
    MonthIndexes(Rest5Client elasticsearch, Generation generation, boolean serving, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.generation = generation;
        this.serving = serving;
        this.months = new StoryMonths(elasticsearch, generation, clock);
    }

    /** The index of each story, in their order; all of them are there. */
    List<String> of(List<Story> stories) throws IOException {
        List<String> found = months.of(stories);
        for (String month : Set.copyOf(found)) {
            make(month);
        }
        return found.stream().map(generation::articles).toList();
    }

    /** Makes the index of this month, unless it is there. */
    void make(String month) throws IOException {
        if (ready.contains(month)) {
            return;
        }
        String index = generation.articles(month);
        Reply made = Reply.to(elasticsearch, "PUT", "/" + index, null);
        if (!made.type().equals("resource_already_exists_exception")) {
            made.orThrow();
        }
        // The template may be that of another version of this service, which has been put there since.
        new Fit(elasticsearch).check(List.of(index));
        if (serving) {
            Reply.to(elasticsearch, "POST", "/_aliases", shown(index)).orThrow();
        }
        ready.add(month);
    }

    // Shown only if this generation is still the serving one: taking its alias away fails if it has none, and all with
    // it.
    private JsonNode shown(String index) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode actions = body.putArray("actions");
        actions.addObject()
                .putObject("remove")
                .put("index", generation.months())
                .put("alias", Generation.SERVING)
                .put("must_exist", true);
        actions.addObject().putObject("add").put("index", generation.months()).put("alias", Generation.SERVING);
        Aliases.add(actions, index);
        return body;
    }
}

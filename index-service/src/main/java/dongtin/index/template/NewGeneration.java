package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A generation that is being filled while another one, the old one, serves. For one thread. */
public final class NewGeneration {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Rest5Client elasticsearch;
    private final Generations generations;
    private final @Nullable Generation old;
    private final Generation generation;
    private final String run;

    private NewGeneration(
            Rest5Client elasticsearch,
            Generations generations,
            @Nullable Generation old,
            Generation generation,
            String run) {
        this.elasticsearch = elasticsearch;
        this.generations = generations;
        this.old = old;
        this.generation = generation;
        this.run = run;
    }

    static NewGeneration begin(Rest5Client elasticsearch, Generations generations) throws IOException {
        Generation old = generations.serving();
        Map<Integer, List<String>> all = generations.all();
        int last = all.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (var attempt : all.entrySet()) {
            if (attempt.getKey() > (old == null ? 0 : old.number())) {
                generations.delete(attempt.getValue());
            }
        }
        generations.putTemplates();
        var begun = new NewGeneration(
                elasticsearch,
                generations,
                old,
                new Generation(last + 1),
                UUID.randomUUID().toString());
        ObjectNode body = JSON.createObjectNode();
        body.putObject("mappings").putObject("_meta").put("run", begun.run);
        Reply.to(elasticsearch, "PUT", "/" + begun.generation.months(), body).orThrow();
        return begun;
    }

    Generation generation() {
        return generation;
    }

    /** Of this generation. */
    public int number() {
        return generation.number();
    }

    /** Of the generation that serves, 0 where there is none. */
    public int oldNumber() {
        return old == null ? 0 : old.number();
    }

    /** Whether it is still there and this run's; another run deletes it. */
    public boolean ours() throws IOException {
        Reply reply = Reply.to(elasticsearch, "GET", "/" + generation.months() + "/_mapping", null);
        return reply.status() == 200
                && reply.body()
                        .path(generation.months())
                        .at("/mappings/_meta/run")
                        .asString("")
                        .equals(run);
    }

    /** The ids of all stories of the old generation that this one does not have, but no more than {@code most} of them. */
    public List<String> lacking(int most) throws IOException {
        return old == null ? List.of() : new Missing(elasticsearch, old, generation).ids(most);
    }

    /** Those of {@code ids} that this generation still does not have. */
    public List<String> stillLacking(List<String> ids) throws IOException {
        return old == null || ids.isEmpty() ? List.of() : new Missing(elasticsearch, old, generation).of(ids);
    }

    /** Those of {@code ids}, at most 10,000, that the old generation has an article or a tombstone of. */
    public List<String> served(List<String> ids) throws IOException {
        var served = new ArrayList<String>();
        if (old == null || ids.isEmpty()) {
            return served;
        }
        Reply.to(elasticsearch, "POST", "/" + Aliases.ALL + "/_refresh", null).orThrow();
        ObjectNode body = JSON.createObjectNode().put("size", ids.size()).put("_source", false);
        ArrayNode values = body.putObject("query").putObject("ids").putArray("values");
        ids.forEach(values::add);
        Reply reply = Reply.to(elasticsearch, "POST", "/" + Aliases.ALL + "/_search", body);
        reply.orThrow();
        reply.body().at("/hits/hits").forEach(hit -> served.add(hit.path("_id").asString("")));
        return served;
    }

    /** Ends all writing to the old generation. Whoever tries waits, and loses nothing. */
    public void closeOld() throws IOException {
        if (old != null) {
            generations.close(old);
        }
    }

    /** Lets the old generation be written again. */
    public void openOld() throws IOException {
        if (old != null) {
            generations.open(old);
        }
    }

    /** Moves the aliases from whatever has them to this generation, all at once. */
    public void serve() throws IOException {
        List<String> indexes = generations.all().getOrDefault(generation.number(), List.of());
        for (String index : indexes) {
            Reply.to(elasticsearch, "POST", "/" + index + "/_refresh", null).orThrow();
        }
        List<JsonNode> others = moved(indexes);
        while (!others.isEmpty()) { // an index that another writer made in the meantime may have come in between
            others = moved(indexes);
        }
    }

    /** Moves them, and gives the actions that took them from other indexes. */
    private List<JsonNode> moved(List<String> indexes) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode actions = body.putArray("actions");
        holders().properties().forEach(holder -> {
            if (!indexes.contains(holder.getKey())) {
                ArrayNode aliases = actions.addObject()
                        .putObject("remove")
                        .put("index", holder.getKey())
                        .putArray("aliases");
                holder.getValue().path("aliases").propertyNames().forEach(aliases::add);
            }
        });
        List<JsonNode> others = actions.valueStream().toList();
        for (String index : indexes) {
            if (!index.equals(generation.months())) {
                Aliases.add(actions, index);
            }
        }
        actions.addObject().putObject("add").put("index", generation.months()).put("alias", Generation.SERVING);
        Reply.to(elasticsearch, "POST", "/_aliases", body).orThrow();
        return others;
    }

    private JsonNode holders() throws IOException {
        String path = "/_alias/%s,news,%s".formatted(Generation.SERVING, Aliases.ALL);
        Reply reply = Reply.to(elasticsearch, "GET", path, null);
        if (reply.status() != 404) { // some of them missing: the body has the others, and what is wrong
            reply.orThrow();
        }
        ObjectNode holders = JSON.createObjectNode();
        reply.body().properties().forEach(entry -> {
            if (entry.getValue().has("aliases")) {
                holders.set(entry.getKey(), entry.getValue());
            }
        });
        return holders;
    }

    /** The indexes of the old generation. */
    public List<String> oldIndexes() throws IOException {
        return old == null ? List.of() : generations.all().getOrDefault(old.number(), List.of());
    }

    /** Deletes the old generation; only after {@link #serve()}. */
    public void deleteOld() throws IOException {
        generations.delete(oldIndexes());
    }
}

package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Whether indexes that are there are what this version writes and asks. */
final class Fit {

    private static final String ANALYSIS = "/settings/index/analysis";
    private static final int AT_ONCE = 100;

    private final Rest5Client elasticsearch;

    Fit(Rest5Client elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * Adds the fields that indexes lack, and leaves those that hold what the template says.
     *
     * @throws IncompatibleMapping if one of them holds a field, or reads text, in another way; then none is changed
     */
    void check(List<String> indexes) throws IOException {
        JsonNode mappings = IndexFiles.read("index-templates/news.json").at("/template/mappings");
        List<String> targets = targets(indexes);
        for (String target : targets) {
            checkFields(target, mappings);
            checkAnalysis(target);
        }
        // Elasticsearch compares the rest: it adds what is new and names the field that it cannot change.
        for (String target : targets) {
            Reply reply = Reply.to(elasticsearch, "PUT", "/" + target + "/_mapping", mappings);
            if (reply.status() == 400) {
                throw new IncompatibleMapping(target, reply.reason());
            }
            reply.orThrow();
        }
    }

    /** Several in a request, as many as an address holds; by their names, because a pattern may match none. */
    private static List<String> targets(List<String> indexes) {
        var targets = new ArrayList<String>();
        for (int i = 0; i < indexes.size(); i += AT_ONCE) {
            targets.add(String.join(",", indexes.subList(i, Math.min(indexes.size(), i + AT_ONCE))));
        }
        return targets;
    }

    private void checkFields(String target, JsonNode wanted) throws IOException {
        Reply reply = Reply.to(elasticsearch, "GET", "/" + target + "/_mapping", null);
        reply.orThrow();
        for (var index : reply.body().properties()) {
            List<String> clashes = Clashes.of(wanted, index.getValue().path("mappings"));
            if (!clashes.isEmpty()) {
                throw new IncompatibleMapping(index.getKey(), String.join(", ", clashes));
            }
        }
    }

    private void checkAnalysis(String target) throws IOException {
        Reply reply = Reply.to(elasticsearch, "GET", "/" + target + "/_settings/index.analysis.*", null);
        reply.orThrow();
        Map<String, String> wanted =
                flat(IndexFiles.read("component-templates/news-analysis.json").at("/template" + ANALYSIS));
        for (var index : reply.body().properties()) {
            Map<String, String> there = flat(index.getValue().at(ANALYSIS));
            for (String part : wanted.keySet()) {
                if (!wanted.get(part).equals(there.get(part))) {
                    throw new IncompatibleMapping(
                            index.getKey(), "text is read in another way, by another analysis.%s".formatted(part));
                }
            }
        }
    }

    /** Each setting by its path; Elasticsearch gives numbers and truth values back as text. */
    private static Map<String, String> flat(JsonNode settings) {
        Map<String, String> flat = new TreeMap<>();
        flatten("", settings, flat);
        return flat;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties()
                    .forEach(property -> flatten(
                            path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                            property.getValue(),
                            flat));
        } else {
            flat.put(path, node.isArray() ? node.toString() : node.asString());
        }
    }
}

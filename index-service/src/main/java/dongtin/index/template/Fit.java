package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Whether indexes that are there are what this version writes and asks. */
final class Fit {

    private static final String ANALYSIS = "/settings/index/analysis";

    private final Rest5Client elasticsearch;

    Fit(Rest5Client elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * Adds the fields that indexes lack, and leaves those that hold what the template says.
     *
     * @param target an index, or an alias of some
     * @throws IncompatibleMapping if one of them holds a field, or reads text, in another way
     */
    void check(String target) throws IOException {
        checkAnalysis(target);
        // Elasticsearch itself compares: it adds what is new and names the field that it cannot change.
        JsonNode mappings = IndexFiles.read("index-templates/news.json").at("/template/mappings");
        Reply reply = Reply.to(elasticsearch, "PUT", "/" + target + "/_mapping", mappings);
        if (reply.status() == 400) {
            throw new IncompatibleMapping(target, reply.reason());
        }
        reply.orThrow();
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

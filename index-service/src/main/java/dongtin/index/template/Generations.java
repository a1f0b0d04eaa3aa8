package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The generations that an Elasticsearch holds. Thread-safe. */
final class Generations {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CLOSED = "index.blocks.write";

    private final Rest5Client elasticsearch;

    Generations(Rest5Client elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** The one that is read and written; null where there is none yet. */
    @Nullable Generation serving() throws IOException {
        Reply reply = Reply.to(elasticsearch, "GET", "/_alias/" + Generation.SERVING, null);
        if (reply.status() == 404) {
            return null;
        }
        reply.orThrow();
        return reply.body().propertyNames().stream()
                .map(Generation::ofIndex)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow(() -> new IOException("the alias %s points to %s, which is none of ours"
                        .formatted(Generation.SERVING, reply.body().propertyNames())));
    }

    /** @throws IncompatibleMapping if readers have an index that is of no generation */
    void refuseUnknown() throws IOException {
        Reply reply = Reply.to(elasticsearch, "GET", "/_alias/" + Aliases.ALL, null);
        if (reply.status() == 200) {
            throw new IncompatibleMapping(
                    String.join(", ", reply.body().propertyNames()), "it was made by a version without months");
        }
    }

    void putTemplates() throws IOException {
        put("/_component_template/news-analysis", IndexFiles.read("component-templates/news-analysis.json"));
        put("/_index_template/news", IndexFiles.read("index-templates/news.json"));
        put("/_index_template/news-months", IndexFiles.read("index-templates/news-months.json"));
    }

    /** Makes the first generation, unless another instance is faster. */
    Generation first() throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("aliases").putObject(Generation.SERVING);
        Reply reply = Reply.to(elasticsearch, "PUT", "/" + Generation.FIRST.months(), body);
        if (!reply.type().equals("resource_already_exists_exception")) {
            reply.orThrow();
        }
        Generation serving = serving();
        if (serving == null) {
            throw new IOException("%s is there without its alias %s: a reindex is at work, or was killed"
                    .formatted(Generation.FIRST.months(), Generation.SERVING));
        }
        return serving;
    }

    /** The indexes of all generations, by generation. */
    Map<Integer, List<String>> all() throws IOException {
        Reply reply = Reply.to(elasticsearch, "GET", "/news-*/_alias?expand_wildcards=all", null);
        reply.orThrow();
        var all = new TreeMap<Integer, List<String>>();
        for (String index : reply.body().propertyNames()) {
            Generation generation = Generation.ofIndex(index);
            if (generation != null) {
                all.computeIfAbsent(generation.number(), number -> new ArrayList<>())
                        .add(index);
            }
        }
        return all;
    }

    /** The indexes of articles that there are of this generation. */
    List<String> articles(Generation generation) throws IOException {
        return all().getOrDefault(generation.number(), List.of()).stream()
                .filter(index -> !index.equals(generation.months()))
                .toList();
    }

    boolean closed(Generation generation) throws IOException {
        Reply reply = Reply.to(elasticsearch, "GET", "/" + generation.months() + "/_settings/" + CLOSED, null);
        reply.orThrow();
        return reply.body()
                .path(generation.months())
                .at("/settings/index/blocks/write")
                .asString("")
                .equals("true");
    }

    /** Returns when nothing more is being written to it, by anybody. */
    void close(Generation generation) throws IOException {
        // First the months: without them nobody gets as far as to an index of articles.
        put("/%s/_block/write".formatted(generation.months()), null);
        for (String index : all().getOrDefault(generation.number(), List.of())) {
            put("/%s/_block/write".formatted(index), null);
        }
    }

    void open(Generation generation) throws IOException {
        ObjectNode body = JSON.createObjectNode().putNull(CLOSED);
        for (String index : all().getOrDefault(generation.number(), List.of())) {
            put("/%s/_settings".formatted(index), body);
        }
    }

    void delete(List<String> indexes) throws IOException {
        for (String index : indexes) {
            Reply reply = Reply.to(elasticsearch, "DELETE", "/" + index, null);
            if (reply.status() != 404) {
                reply.orThrow();
            }
        }
    }

    private void put(String path, @Nullable JsonNode body) throws IOException {
        Reply.to(elasticsearch, "PUT", path, body).orThrow();
    }
}

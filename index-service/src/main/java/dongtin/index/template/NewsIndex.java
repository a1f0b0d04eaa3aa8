package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The index of articles, as the files of {@code ops/elasticsearch} describe it. Thread-safe, and safe to use by several
 * instances at once.
 */
@Component
public class NewsIndex {

    /** The index that is written to. */
    public static final String NAME = "news-000001";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Rest5Client elasticsearch;

    /** The index on the Elasticsearch that the client talks to; whether it answers shows only at {@link #install()}. */
    public NewsIndex(Rest5Client elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * Brings templates, index and aliases to what the files say; may be repeated at any time. Fields that an existing index
     * lacks are added to it.
     *
     * @throws IncompatibleMapping if an existing index holds a field differently
     * @throws IOException if Elasticsearch does not answer, or not as it should: for now
     */
    public void install() throws IOException {
        JsonNode template = IndexFiles.read("index-templates/news.json");
        put("/_component_template/news-analysis", IndexFiles.read("component-templates/news-analysis.json"));
        put("/_index_template/news", template);
        JsonNode aliases = IndexFiles.read("aliases.json");
        if (!created(aliases)) {
            adapt(template.at("/template/mappings"));
            Reply.to(elasticsearch, "POST", "/_aliases", added(aliases)).orThrow();
        }
    }

    private void put(String path, JsonNode body) throws IOException {
        Reply.to(elasticsearch, "PUT", path, body).orThrow();
    }

    private boolean created(JsonNode aliases) throws IOException {
        if (Reply.to(elasticsearch, "HEAD", "/" + NAME, null).status() == 200) {
            return false;
        }
        ObjectNode body = JSON.createObjectNode();
        body.set("aliases", aliases);
        Reply reply = Reply.to(elasticsearch, "PUT", "/" + NAME, body);
        if (reply.type().equals("resource_already_exists_exception")) {
            return false; // another instance was faster
        }
        reply.orThrow();
        return true;
    }

    // Elasticsearch itself compares: it adds what is new and names the field that it cannot change.
    private void adapt(JsonNode mappings) throws IOException {
        Reply reply = Reply.to(elasticsearch, "PUT", "/" + NAME + "/_mapping", mappings);
        if (reply.status() == 400) {
            throw new IncompatibleMapping(NAME, reply.reason());
        }
        reply.orThrow();
    }

    private static JsonNode added(JsonNode aliases) {
        ObjectNode body = JSON.createObjectNode();
        var actions = body.putArray("actions");
        aliases.properties().forEach(alias -> {
            ObjectNode add =
                    actions.addObject().putObject("add").put("index", NAME).put("alias", alias.getKey());
            alias.getValue().properties().forEach(property -> add.set(property.getKey(), property.getValue()));
        });
        return body;
    }
}

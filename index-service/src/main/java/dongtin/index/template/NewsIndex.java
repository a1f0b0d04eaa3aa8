package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
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
        JsonNode aliases = IndexFiles.read("aliases.json");
        JsonNode mappings = IndexFiles.read("component-templates/news-mappings.json");
        send("PUT", "/_component_template/news-analysis", IndexFiles.read("component-templates/news-analysis.json"));
        send("PUT", "/_component_template/news-mappings", mappings);
        send("PUT", "/_index_template/news", IndexFiles.read("index-templates/news.json"));
        if (!created(aliases)) {
            adapt(mappings.path("template").path("mappings"));
            send("POST", "/_aliases", added(aliases));
        }
    }

    private boolean created(JsonNode aliases) throws IOException {
        if (exists()) {
            return false;
        }
        ObjectNode body = JSON.createObjectNode();
        body.set("aliases", aliases);
        try {
            send("PUT", "/" + NAME, body);
            return true;
        } catch (ResponseException e) {
            if (String.valueOf(e.getMessage()).contains("resource_already_exists_exception")) {
                return false; // another instance was faster
            }
            throw e;
        }
    }

    private boolean exists() throws IOException {
        return send("HEAD", "/" + NAME, null).getStatusCode() == 200;
    }

    // Elasticsearch itself compares: it adds what is new and names the field that it cannot change.
    private void adapt(JsonNode mappings) throws IOException {
        try {
            send("PUT", "/" + NAME + "/_mapping", mappings);
        } catch (ResponseException e) {
            if (e.getResponse().getStatusCode() == 400) {
                throw new IncompatibleMapping(NAME, reason(e));
            }
            throw e;
        }
    }

    // {"error": {"reason": "mapper [urgency] cannot be changed from type [integer] to [keyword]", ...}}
    private static String reason(ResponseException e) throws IOException {
        try {
            byte[] body = e.getResponse().getEntity().getContent().readAllBytes();
            return JSON.readTree(body).path("error").path("reason").asString(e.getMessage());
        } catch (JacksonException notJson) {
            return String.valueOf(e.getMessage());
        }
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

    private Response send(String method, String path, @Nullable JsonNode body) throws IOException {
        Request request = new Request(method, path);
        if (body != null) {
            request.setJsonEntity(body.toString());
        }
        return elasticsearch.performRequest(request);
    }
}

package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The stories that one generation has and another has not, by their indexes of months. */
final class Missing {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 1_000;
    private static final String KEPT = "5m"; // much longer than a page takes

    private final Rest5Client elasticsearch;
    private final Generation old;
    private final Generation other;

    Missing(Rest5Client elasticsearch, Generation old, Generation other) {
        this.elasticsearch = elasticsearch;
        this.old = old;
        this.other = other;
    }

    /** The ids of the old generation's stories that the other one lacks; about {@code most} of them, if there are more. */
    List<String> ids(int most) throws IOException {
        post("/" + old.months() + "/_refresh", null);
        String moment = post("/%s/_pit?keep_alive=%s".formatted(old.months(), KEPT), null)
                .path("id")
                .asString("");
        var missing = new ArrayList<String>();
        try {
            JsonNode after = null;
            List<String> page;
            do {
                JsonNode hits = post("/_search", page(moment, after)).at("/hits/hits");
                page = hits.valueStream()
                        .map(hit -> hit.path("_id").asString(""))
                        .toList();
                after = page.isEmpty() ? null : hits.get(hits.size() - 1).path("sort");
                missing.addAll(of(page));
            } while (page.size() == PAGE && missing.size() < most);
        } finally {
            Reply.to(elasticsearch, "DELETE", "/_pit", JSON.createObjectNode().put("id", moment));
        }
        return missing;
    }

    /** Those of {@code ids} that the other one lacks at this moment. */
    List<String> of(List<String> ids) throws IOException {
        if (ids.isEmpty()) {
            return List.of();
        }
        ObjectNode body = JSON.createObjectNode();
        ids.forEach(body.putArray("ids")::add);
        JsonNode reply = post("/%s/_mget?_source=false".formatted(other.months()), body);
        Stream<JsonNode> documents = reply.path("docs").valueStream();
        return documents
                .filter(document -> !document.path("found").asBoolean(false))
                .map(document -> document.path("_id").asString(""))
                .toList();
    }

    private static JsonNode page(String moment, @Nullable JsonNode after) {
        ObjectNode body =
                JSON.createObjectNode().put("size", PAGE).put("_source", false).put("track_total_hits", false);
        body.putObject("pit").put("id", moment).put("keep_alive", KEPT);
        body.putArray("sort").add("_shard_doc");
        if (after != null) {
            body.set("search_after", after);
        }
        return body;
    }

    private JsonNode post(String path, @Nullable JsonNode body) throws IOException {
        Reply reply = Reply.to(elasticsearch, "POST", path, body);
        reply.orThrow();
        return reply.body();
    }
}

package dongtin.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a node directly, past the service that is tested. */
public record Elastic(URI uri) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public JsonNode get(String path) {
        return send("GET", path, "");
    }

    /** The answer whatever its status; an empty object for an empty one. */
    public JsonNode send(String method, String path, String json) {
        var request = HttpRequest.newBuilder(uri.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            String body = HTTP.send(request, BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Takes away all that an index-service makes, and what it may find. */
    public void reset() {
        for (JsonNode row : get("/_cat/indices/news-*?h=index&format=json&expand_wildcards=all")) {
            send("DELETE", "/" + row.path("index").asString(), "");
        }
        send("DELETE", "/_index_template/news", "");
        send("DELETE", "/_index_template/news-months", "");
    }

    /** The article of a story, as a hit with its index, version and source; an empty object if there is none. */
    public JsonNode document(String id) {
        send("POST", "/news-all/_refresh", "");
        String query = "{\"version\": true, \"seq_no_primary_term\": true, \"query\": {\"term\": {\"id\": \"%s\"}}}"
                .formatted(id);
        JsonNode hits = send("POST", "/news-all/_search", query).at("/hits/hits");
        if (hits.size() > 1) {
            throw new AssertionError("one story stands twice: " + hits);
        }
        return hits.isEmpty() ? JsonMapper.shared().createObjectNode() : hits.get(0);
    }

    /** How many documents readers of an alias see. */
    public long count(String alias, String id) {
        send("POST", "/news-all/_refresh", "");
        String query = "{\"query\": {\"term\": {\"id\": \"%s\"}}}".formatted(id);
        return send("POST", "/" + alias + "/_count", query).path("count").asLong();
    }
}

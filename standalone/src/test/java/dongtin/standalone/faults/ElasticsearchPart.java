package dongtin.standalone.faults;

import dongtin.elasticsearch.ElasticsearchNode;
import dongtin.elasticsearch.NodeSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The node, and what is asked of it past the services. */
final class ElasticsearchPart implements Part {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int HEAP_MEGABYTES = 768;

    private final ElasticsearchNode node;
    private final URI uri;

    ElasticsearchPart(Path directory, int port) {
        node = new ElasticsearchNode(new NodeSettings(
                directory.resolve("programs"), directory.resolve("elasticsearch"), port, HEAP_MEGABYTES));
        uri = URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String name() {
        return "Elasticsearch";
    }

    URI uri() {
        return uri;
    }

    @Override
    public void start() {
        node.start();
    }

    @Override
    public boolean ready() {
        try {
            return ask("GET", "/_cluster/health", "").has("status");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void kill() {
        node.kill();
    }

    @Override
    public void close() {
        node.close();
    }

    /** Refuses writes as a node does whose disk is full, or takes them again. */
    void refuseWrites(boolean full) throws IOException {
        String block = "{\"index.blocks.read_only_allow_delete\": %s}".formatted(full ? "true" : "null");
        JsonNode answer = ask("PUT", "/news-all/_settings", block);
        if (!answer.path("acknowledged").asBoolean()) {
            throw new IOException("not acknowledged: " + answer);
        }
    }

    /** The answer, whatever its status. */
    JsonNode ask(String method, String path, String json) throws IOException {
        var request = HttpRequest.newBuilder(uri.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

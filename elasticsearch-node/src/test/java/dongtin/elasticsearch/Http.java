package dongtin.elasticsearch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests to a node, as text. */
record Http(ElasticsearchNode node) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    String get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder().GET());
    }

    String put(String path, String json) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder().PUT(BodyPublishers.ofString(json)));
    }

    String post(String path, String json) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder().POST(BodyPublishers.ofString(json)));
    }

    private String send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(
                        request.uri(node.uri().resolve(path))
                                .header("Content-Type", "application/json")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}

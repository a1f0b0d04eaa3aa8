package dongtin.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the writer is measured by: bulk requests in a loop, of documents that are JSON already, with nothing around them. */
final class PlainBulk {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI bulk;
    private final String index;

    /** @param index where all of them go */
    PlainBulk(URI elasticsearch, String index) {
        this.bulk = elasticsearch.resolve("/_bulk");
        this.index = index;
    }

    /** A document, and the whole of its JSON. */
    record Document(String id, long version, ByteBuffer json) {}

    /** Sends them in one request. */
    void write(List<Document> documents) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        for (Document document : documents) {
            body.writeBytes(
                    "{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\",\"version\":%d,\"version_type\":\"external_gte\"}}\n"
                            .formatted(index, document.id(), document.version())
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(document.json().array());
            body.write('\n');
        }
        var request = HttpRequest.newBuilder(bulk)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        String reply = http.send(request, BodyHandlers.ofString()).body();
        if (!reply.contains("\"errors\":false")) {
            throw new IOException("not all were written: " + reply.substring(0, Math.min(1_000, reply.length())));
        }
    }
}

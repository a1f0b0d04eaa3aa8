package dongtin.desk;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.template.NewsIndex;
import dongtin.index.write.ArticleDocument;
import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A desk, asked as browsers and programs ask it. */
public final class Desk implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext service;

    /** On any Elasticsearch, or none. */
    public Desk(URI elasticsearch) {
        service = DeskApplication.start(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.elasticsearch.uris=" + elasticsearch,
                "--dongtin.desk.search.page-size=3");
    }

    /** On the real node, whose index holds these items and no others. */
    public static Desk over(EnrichedItem... items) throws IOException {
        URI node = SharedElasticsearch.node().uri();
        try (var client = Rest5Client.builder(node).build()) {
            client.performRequest(new Request("DELETE", "/" + NewsIndex.NAME + "?ignore_unavailable=true"));
            new NewsIndex(client).install();
            for (EnrichedItem item : items) {
                var put = new Request(
                        "PUT", "/" + NewsIndex.NAME + "/_doc/" + item.item().id());
                put.setJsonEntity(
                        new String(MessageJson.write(ArticleDocument.of(item, Instant.now())), StandardCharsets.UTF_8));
                if (client.performRequest(put).getStatusCode() >= 300) {
                    throw new IOException("not indexed: " + item.item().id());
                }
            }
            client.performRequest(new Request("POST", "/" + NewsIndex.NAME + "/_refresh"));
        }
        return new Desk(node);
    }

    /** The answer to a request for a page or the API; parameters as name, value, name, value. */
    public HttpResponse<String> get(String path, String... parameters) {
        String query = Stream.iterate(0, i -> i < parameters.length, i -> i + 2)
                .map(i -> parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String port = service.getEnvironment().getProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "?" + query))
                .header("Accept", path.startsWith("/v1") ? "application/json" : "text/html")
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode json(String path, String... parameters) {
        return JsonMapper.shared().readTree(get(path, parameters).body());
    }

    /** The ids of the articles that a search finds, in order. */
    public List<String> found(String... parameters) {
        return json("/v1/articles", parameters).path("items").findValuesAsString("id");
    }

    @Override
    public void close() {
        service.close();
    }
}

package dongtin.desk;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.template.NewsIndex;
import dongtin.index.template.Story;
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

    /** On any Elasticsearch, or none; three articles a page. */
    public Desk(URI elasticsearch) {
        this(elasticsearch, 3);
    }

    private Desk(URI elasticsearch, int pageSize) {
        service = DeskApplication.start(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.elasticsearch.uris=" + elasticsearch,
                "--dongtin.desk.search.page-size=" + pageSize);
    }

    /** On the real node, whose index holds these items and no others. */
    public static Desk over(EnrichedItem... items) throws IOException {
        return over(3, List.of(items));
    }

    /** The same, with so many articles a page. */
    public static Desk over(int pageSize, List<EnrichedItem> items) throws IOException {
        URI node = SharedElasticsearch.node().uri();
        try (var client = Rest5Client.builder(node).build()) {
            var cat = client.performRequest(
                    new Request("GET", "/_cat/indices/news-*?h=index&format=json&expand_wildcards=all"));
            for (JsonNode row :
                    JsonMapper.shared().readTree(cat.getEntity().getContent().readAllBytes())) {
                client.performRequest(
                        new Request("DELETE", "/" + row.path("index").asString()));
            }
            var index = new NewsIndex(client);
            index.install();
            List<ArticleDocument> documents = items.stream()
                    .map(item -> ArticleDocument.of(item, Instant.now()))
                    .toList();
            write(
                    client,
                    documents,
                    index.indexes(documents.stream()
                            .map(document -> new Story(document.id(), document.published()))
                            .toList()));
        }
        return new Desk(node, pageSize);
    }

    private static void write(Rest5Client client, List<ArticleDocument> documents, List<String> indexes)
            throws IOException {
        var bulk = new StringBuilder();
        for (int i = 0; i < documents.size(); i++) {
            bulk.append("{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\"}}%n"
                    .formatted(indexes.get(i), documents.get(i).id()));
            bulk.append(new String(MessageJson.write(documents.get(i)), StandardCharsets.UTF_8))
                    .append('\n');
        }
        var request = new Request("POST", "/_bulk?refresh=true");
        request.setJsonEntity(bulk.toString());
        byte[] reply = client.performRequest(request).getEntity().getContent().readAllBytes();
        if (JsonMapper.shared().readTree(reply).path("errors").asBoolean()) {
            throw new IOException("not indexed: " + new String(reply, StandardCharsets.UTF_8));
        }
    }

    /** Another one on the same index, with so many articles a page. */
    public Desk of(int pageSize) {
        return new Desk(SharedElasticsearch.node().uri(), pageSize);
    }

    /** Where it answers. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
    }

    /** The answer to a request for a page or the API; parameters as name, value, name, value. */
    public HttpResponse<String> get(String path, String... parameters) {
        String query = Stream.iterate(0, i -> i < parameters.length, i -> i + 2)
                .map(i -> parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(uri().resolve(path + "?" + query))
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

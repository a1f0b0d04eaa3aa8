package dongtin.operator.index;

import dongtin.operator.console.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The articles of all months, of the generation that serves, behind the alias {@code news-all}. For one thread. */
public final class NewsAll implements AutoCloseable {

    private static final String ALIAS = "/news-all";

    /** Elasticsearch gives no more hits to one question. */
    private static final int MOST_HITS = 10_000;

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final int LONGEST_ANSWER_SHOWN = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;
    private final @Nullable String authorization;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER) // credentials go where they were meant to
            .build();

    NewsAll(URI url, Map<String, String> environment) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null || url.getUserInfo() != null) {
            throw new Trouble("--elasticsearch takes http:// or https://, a host and a port; credentials come from the"
                    + " environment");
        }
        base = url.toString().replaceFirst("/++$", "");
        authorization = authorization(environment);
    }

    private static @Nullable String authorization(Map<String, String> environment) {
        String key = environment.getOrDefault("ELASTICSEARCH_API_KEY", "");
        String name = environment.getOrDefault("ELASTICSEARCH_USERNAME", "");
        if (!key.isBlank()) {
            return "ApiKey " + key.strip();
        }
        if (name.isBlank()) {
            return null;
        }
        String both = name + ":" + environment.getOrDefault("ELASTICSEARCH_PASSWORD", "");
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes all that is written by now visible to {@link #find}. */
    public void refresh() {
        ask(ALIAS + "/_refresh", null);
    }

    /** The documents of these items, in no order; more than one of an item would be a fault of the index. */
    public List<Indexed> find(Collection<String> ids) {
        return search(byIds(ids));
    }

    /**
     * The same without what only whole documents tell, so much faster: id, index, order, version, status, and to the
     * millisecond when it was enriched.
     */
    public List<Indexed> states(Collection<String> ids) {
        ObjectNode query = byIds(ids);
        query.put("_source", false);
        query.putArray("docvalue_fields")
                .add("version")
                .add("status")
                .addObject()
                .put("field", "enriched")
                .put("format", "strict_date_time");
        var found = new ArrayList<Indexed>();
        hits(query).forEach(hit -> found.add(state(hit)));
        return found;
    }

    private static ObjectNode byIds(Collection<String> ids) {
        ObjectNode query = JSON.createObjectNode();
        ids.forEach(query.putObject("query").putObject("terms").putArray("id")::add);
        return query;
    }

    /** The documents of the items with the provider's own identifier. */
    public List<Indexed> findByGuid(String guid) {
        ObjectNode query = JSON.createObjectNode();
        query.putObject("query").putObject("term").put("guid", guid);
        return search(query);
    }

    /** The documents of items that have all these words in their headlines, accents or not; the newest first. */
    public List<Indexed> findByHeadline(String words, int most) {
        ObjectNode query = JSON.createObjectNode();
        query.putObject("query")
                .putObject("match")
                .putObject("headline.folded")
                .put("query", words)
                .put("operator", "and");
        query.putArray("sort").addObject().put("published", "desc");
        return search(query).stream().limit(most).toList();
    }

    private List<Indexed> search(ObjectNode query) {
        List.of("id", "version", "status", "feed", "headline", "embargoed", "enriched", "indexed")
                .forEach(query.putArray("_source")::add);
        var found = new ArrayList<Indexed>();
        hits(query).forEach(hit -> found.add(indexed(hit)));
        return found;
    }

    private JsonNode hits(ObjectNode query) {
        query.put("size", MOST_HITS).put("version", true).put("track_total_hits", false);
        JsonNode answer = ask(ALIAS + "/_search", query);
        if (answer.path("timed_out").asBoolean(false)
                || answer.at("/_shards/failed").asInt(0) > 0) {
            throw new Trouble("Elasticsearch at %s answers for a part of the index only: %s"
                    .formatted(base, cut(answer.path("_shards").toString())));
        }
        return answer.at("/hits/hits");
    }

    private static Indexed state(JsonNode hit) {
        JsonNode fields = hit.path("fields");
        String enriched = fields.path("enriched").path(0).asString("");
        return new Indexed(
                hit.path("_id").asString(""),
                hit.path("_index").asString(""),
                hit.path("_version").asLong(0),
                fields.path("version").path(0).asLong(0),
                fields.path("status").path(0).asString(""),
                null,
                null,
                null,
                enriched.isEmpty() ? null : Instant.parse(enriched),
                null);
    }

    private static Indexed indexed(JsonNode hit) {
        JsonNode source = hit.path("_source");
        return new Indexed(
                hit.path("_id").asString(""),
                hit.path("_index").asString(""),
                hit.path("_version").asLong(0),
                source.path("version").asLong(0),
                source.path("status").asString(""),
                text(source, "feed"),
                text(source, "headline"),
                time(source, "embargoed"),
                time(source, "enriched"),
                time(source, "indexed"));
    }

    private static @Nullable String text(JsonNode source, String field) {
        return source.path(field).isString() ? source.path(field).asString() : null;
    }

    private static @Nullable Instant time(JsonNode source, String field) {
        String text = text(source, field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null; // written by somebody else than index-service
        }
    }

    private JsonNode ask(String path, @Nullable ObjectNode body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(WITHIN)
                .header("Content-Type", "application/json")
                .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return settled(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new Trouble("no Elasticsearch answers at %s: %s".formatted(base, reason), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
    }

    private JsonNode settled(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> json(answer.body());
            case 401 ->
                throw new Trouble(
                        "Elasticsearch at %s does not accept the credentials (401): set ELASTICSEARCH_API_KEY,"
                                        .formatted(base)
                                + " or ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD");
            case 403 ->
                throw new Trouble("the credentials may not do this at %s (403); they need the role news_operator: %s"
                        .formatted(base, cut(answer.body())));
            case 404 ->
                throw new Trouble("there is no index behind news-all at %s (404): index-service makes it at its start"
                        .formatted(base));
            default ->
                throw new Trouble(
                        "Elasticsearch at %s: %d %s".formatted(base, answer.statusCode(), cut(answer.body())));
        };
    }

    private JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Trouble("what answers at %s is no Elasticsearch: %s".formatted(base, cut(body)), e);
        }
    }

    private static String cut(String body) {
        String line = body.replaceAll("\\s++", " ").strip();
        return line.length() <= LONGEST_ANSWER_SHOWN ? line : line.substring(0, LONGEST_ANSWER_SHOWN) + "…";
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

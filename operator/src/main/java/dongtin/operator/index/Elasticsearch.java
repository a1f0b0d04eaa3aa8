package dongtin.operator.index;

import dongtin.operator.console.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks Elasticsearch, and tells in a sentence why there is no answer. Thread-safe. */
final class Elasticsearch implements AutoCloseable {

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final int LONGEST_ANSWER_SHOWN = 300;

    private final String base;
    private final @Nullable String authorization;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER) // credentials go where they were meant to
            .build();

    /**
     * At this address; whether it answers shows with the first question.
     *
     * @param environment where the credentials are
     * @throws Trouble if the address is none
     */
    Elasticsearch(URI url, Map<String, String> environment) {
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

    /**
     * What is answered.
     *
     * @throws Trouble if it is nothing, or no answer to the question
     */
    JsonNode ask(String path, @Nullable ObjectNode body) {
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
            throw new Trouble("no Elasticsearch answers at %s: %s".formatted(base, reason(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return "no connection"; // the exception says nothing
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
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
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new Trouble("what answers at %s is no Elasticsearch: %s".formatted(base, cut(body)), e);
        }
    }

    private static String cut(String body) {
        String line = body.replaceAll("\\s++", " ").strip();
        return line.length() <= LONGEST_ANSWER_SHOWN ? line : line.substring(0, LONGEST_ANSWER_SHOWN) + "…";
    }

    /** What is wrong with an answer. */
    Trouble trouble(String what, String answer) {
        return new Trouble("Elasticsearch at %s %s: %s".formatted(base, what, cut(answer)));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

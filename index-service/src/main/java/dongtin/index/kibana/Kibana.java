package dongtin.index.kibana;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Kibana, as far as installing asks it. What passes is told apart from what does not: {@link KibanaAway} and
 * {@link KibanaRefused}.
 */
final class Kibana implements AutoCloseable {

    private static final Duration STATUS_WITHIN = Duration.ofSeconds(10);
    private static final Duration IMPORT_WITHIN = Duration.ofMinutes(2);
    private static final int LONGEST_ANSWER_SHOWN = 300;
    private static final int OLDEST = 9;

    private final String base;
    private final String space;
    private final Credentials credentials;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER) // credentials go where they were meant to
            .build();

    /** @param space null for the default one */
    Kibana(URI url, @Nullable String space, Credentials credentials) {
        this.base = url.toString().replaceFirst("/++$", "");
        this.space = space == null || space.equals("default") ? "" : "/s/" + space;
        this.credentials = credentials;
    }

    /** Its version; empty where it tells only those who may know. */
    String version() {
        HttpResponse<String> answer = send(request("/api/status", STATUS_WITHIN).GET());
        JsonNode status = settled(answer);
        String level = status.at("/status/overall/level").asString("");
        if (level.equals("unavailable") || level.equals("critical")) {
            throw new KibanaAway(
                    "its status is %s: %s"
                            .formatted(
                                    level, status.at("/status/overall/summary").asString("")),
                    null);
        }
        if (level.isEmpty()) {
            throw new KibanaRefused(
                    "what answers at %s is no Kibana: its answer has no status.overall.level".formatted(base));
        }
        String version = status.at("/version/number").asString("");
        if (!version.isEmpty() && major(version) < OLDEST) {
            throw new KibanaRefused("the objects are for Kibana 9, this is Kibana " + version);
        }
        return version;
    }

    /** Installs the objects, in the place of those with the same ids. */
    Imported install(SavedObjects objects) {
        String boundary = "dongtin-" + UUID.randomUUID();
        String body = "--%s\r\n".formatted(boundary)
                + "Content-Disposition: form-data; name=\"file\"; filename=\"dongtin.ndjson\"\r\n"
                + "Content-Type: application/ndjson\r\n\r\n"
                + objects.ndjson()
                + "\r\n--%s--\r\n".formatted(boundary);
        HttpResponse<String> answer = send(request(space + "/api/saved_objects/_import?overwrite=true", IMPORT_WITHIN)
                .header("kbn-xsrf", "dongtin")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() == 404 && !space.isEmpty()) {
            throw new KibanaRefused("there is no such space: " + space.substring("/s/".length()));
        }
        return Imported.of(settled(answer), objects.keys());
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path, Duration within) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(within);
        String authorization = credentials.authorization();
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new KibanaAway("no answer from %s: %s".formatted(base, reason), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KibanaRefused("interrupted");
        }
    }

    private JsonNode settled(HttpResponse<String> answer) {
        int status = answer.statusCode();
        switch (status) {
            case 200 -> {
                return json(answer);
            }
            case 401 ->
                throw new KibanaRefused("Kibana does not accept the credentials (401): set %s, or %s and %s"
                        .formatted(Credentials.API_KEY, Credentials.USERNAME, Credentials.PASSWORD));
            case 403 ->
                throw new KibanaRefused(
                        "the credentials are right but may not do this (403): they need the role kibana_setup; "
                                + said(answer));
            case 429, 502, 503, 504 ->
                throw new KibanaAway("%d from %s: %s".formatted(status, base, said(answer)), null);
            default ->
                throw new KibanaRefused(
                        status / 100 == 3
                                ? "%s sends on to %s: give the address where Kibana itself answers, with its base path"
                                        .formatted(
                                                base,
                                                answer.headers()
                                                        .firstValue("Location")
                                                        .orElse("somewhere else"))
                                : "%d from %s: %s".formatted(status, base, said(answer)));
        }
    }

    private JsonNode json(HttpResponse<String> answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new KibanaRefused("what answers at %s is no Kibana: no JSON but %s".formatted(base, said(answer)));
        }
    }

    private static String said(HttpResponse<String> answer) {
        String body = answer.body().replaceAll("\\s++", " ").strip();
        return body.length() <= LONGEST_ANSWER_SHOWN ? body : body.substring(0, LONGEST_ANSWER_SHOWN) + "…";
    }

    private static int major(String version) {
        try {
            return Integer.parseInt(version.split("\\.", 2)[0]);
        } catch (NumberFormatException e) {
            return OLDEST; // a build of somebody's own: its import will tell
        }
    }
}

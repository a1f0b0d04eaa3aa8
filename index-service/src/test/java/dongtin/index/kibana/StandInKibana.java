package dongtin.index.kibana;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as Kibana's API is documented to: the status, and the import of saved objects, which it keeps. What a healthy Kibana never answers is
 * scripted.
 */
final class StandInKibana implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> TYPES = Set.of("index-pattern", "search", "lens", "dashboard");

    /** An answer that is given once, in the place of the real one. */
    record Scripted(int status, String body) {}

    final Queue<Scripted> statuses = new ArrayDeque<>();
    final Queue<Scripted> imports = new ArrayDeque<>();
    final Map<String, JsonNode> kept = new ConcurrentHashMap<>();
    final List<String> spaces = new ArrayList<>(List.of(""));
    String version = "9.5.0";

    @Nullable String authorization;

    BiConsumer<ObjectNode, List<JsonNode>> changed = (answer, sent) -> {};

    private final HttpServer server;

    StandInKibana() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        Scripted answer;
        if (authorization != null
                && !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer = error(401, "Unauthorized", "[security_exception]: unable to authenticate user");
        } else if (path.equals("/api/status")) {
            answer = statuses.isEmpty() ? available() : statuses.remove();
        } else if (path.endsWith("/api/saved_objects/_import")) {
            String space = path.substring(0, path.length() - "/api/saved_objects/_import".length());
            answer = imports.isEmpty() ? imported(exchange, space, body) : imports.remove();
        } else {
            answer = error(404, "Not Found", "Not Found");
        }
        if (answer.status() / 100 == 3) {
            exchange.getResponseHeaders().add("Location", answer.body());
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Scripted available() {
        ObjectNode status = JSON.createObjectNode();
        status.putObject("version").put("number", version);
        status.putObject("status").putObject("overall").put("level", "available");
        return new Scripted(200, status.toString());
    }

    static Scripted status(int status, String level, String summary) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("status").putObject("overall").put("level", level).put("summary", summary);
        return new Scripted(status, body.toString());
    }

    static Scripted error(int status, String error, String message) {
        return new Scripted(
                status,
                JSON.createObjectNode()
                        .put("statusCode", status)
                        .put("error", error)
                        .put("message", message)
                        .toString());
    }

    private Scripted imported(HttpExchange exchange, String space, String body) {
        if (!exchange.getRequestMethod().equals("POST") || !spaces.contains(space)) {
            return error(404, "Not Found", "Not Found");
        }
        if (exchange.getRequestHeaders().getFirst("kbn-xsrf") == null) {
            return error(400, "Bad Request", "Request must contain a kbn-xsrf header.");
        }
        boolean overwrite = "overwrite=true".equals(exchange.getRequestURI().getQuery());
        List<JsonNode> sent = file(exchange.getRequestHeaders().getFirst("Content-Type"), body)
                .lines()
                .map(JSON::readTree)
                .toList();
        ObjectNode answer = JSON.createObjectNode();
        sent.forEach(object -> keep(object, space, overwrite, answer));
        answer.put("success", !answer.has("errors"));
        answer.put("successCount", answer.withArray("successResults").size());
        changed.accept(answer, sent);
        return new Scripted(200, answer.toString());
    }

    private void keep(JsonNode object, String space, boolean overwrite, ObjectNode answer) {
        String type = object.path("type").asString();
        String id = object.path("id").asString();
        String key = space + "/" + type + "/" + id;
        boolean there = kept.containsKey(key);
        String error = !TYPES.contains(type) ? "unsupported_type" : there && !overwrite ? "conflict" : "";
        ObjectNode result =
                answer.withArray(error.isEmpty() ? "successResults" : "errors").addObject();
        result.put("type", type).put("id", id);
        result.putObject("meta").put("title", object.at("/attributes/title").asString(""));
        if (!error.isEmpty()) {
            result.putObject("error").put("type", error);
            return;
        }
        kept.put(key, object);
        if (overwrite && there) {
            result.put("overwrite", true);
        }
    }

    // The one part of a multipart/form-data body, which must be named file and be an .ndjson.
    private static String file(String contentType, String body) {
        String boundary = "--" + contentType.replaceFirst("^multipart/form-data; boundary=", "");
        String[] parts = body.split(boundary, -1);
        String[] headAndFile = parts[1].split("\r\n\r\n", 2);
        if (parts.length != 3 || !headAndFile[0].contains("name=\"file\"; filename=\"dongtin.ndjson\"")) {
            throw new IllegalArgumentException("not as Kibana takes it: " + headAndFile[0]);
        }
        return headAndFile[1].strip();
    }
}

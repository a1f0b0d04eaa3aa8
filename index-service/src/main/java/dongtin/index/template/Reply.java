package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Elasticsearch answered, whatever the status: the client throws for some and not for others. */
record Reply(String request, int status, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The type of a body of lines, each of them JSON. */
    static final ContentType LINES = ContentType.create("application/x-ndjson", StandardCharsets.UTF_8);

    static Reply to(Rest5Client elasticsearch, String method, String path, @Nullable JsonNode body) throws IOException {
        Request request = new Request(method, path);
        if (body != null) {
            request.setJsonEntity(body.toString());
        }
        return to(elasticsearch, request);
    }

    static Reply to(Rest5Client elasticsearch, String method, String path, ContentType type, String body)
            throws IOException {
        Request request = new Request(method, path);
        request.setEntity(new StringEntity(body, type));
        return to(elasticsearch, request);
    }

    private static Reply to(Rest5Client elasticsearch, Request request) throws IOException {
        Response response;
        try {
            response = elasticsearch.performRequest(request);
        } catch (ResponseException e) {
            response = e.getResponse();
        }
        return new Reply(
                request.getMethod() + " " + request.getEndpoint(),
                response.getStatusCode(),
                json(response.getEntity()));
    }

    private static JsonNode json(@Nullable HttpEntity entity) throws IOException {
        try {
            return entity == null
                    ? JSON.createObjectNode()
                    : JSON.readTree(entity.getContent().readAllBytes());
        } catch (JacksonException e) {
            return JSON.createObjectNode(); // an error page of something on the way; the status is all there is to know
        }
    }

    void orThrow() throws IOException {
        if (status >= 300) {
            throw new IOException("%s was answered with %d %s: %s".formatted(request, status, type(), reason()));
        }
    }

    /** Of an error, such as {@code illegal_argument_exception}; else empty. */
    String type() {
        return body.path("error").path("type").asString("");
    }

    /** Of an error, such as {@code mapper [urgency] cannot be changed from type [integer] to [keyword]}; else empty. */
    String reason() {
        return body.path("error").path("reason").asString("");
    }
}

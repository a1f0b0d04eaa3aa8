package dongtin.index.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dongtin.index.template.NewsIndex;
import dongtin.message.EnrichedItem;
import dongtin.message.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Replies that a healthy node never gives. */
class BulkWriterTests {

    private static final String STORED = item(201, "");

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private Rest5Client client;
    private Function<String, Reply> answer = body -> new Reply(500, "");

    private record Reply(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::exchange);
        server.start();
        client = Rest5Client.builder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        client.close();
    }

    @Test
    void eachDocumentHasItsOwnOutcome() {
        answer = body -> bulk(
                STORED,
                item(409, "version_conflict_engine_exception"),
                item(429, "es_rejected_execution_exception"),
                item(400, "document_parsing_exception"),
                item(503, "unavailable_shards_exception"));

        assertThat(write(5))
                .map(Outcome::getClass)
                .map(Class::getSimpleName)
                .containsExactly("Stored", "Stale", "Busy", "Refused", "Busy");
    }

    @ParameterizedTest
    @CsvSource({"429", "403"})
    void floodStageIsBusy(int status) {
        answer = body -> bulk(item(status, "cluster_block_exception"));

        assertThat(write(1))
                .containsExactly(
                        new Outcome.Busy(status + " cluster_block_exception: because; caused by cause: deeper"));
    }

    @ParameterizedTest
    @CsvSource({"401", "404", "429", "500", "502", "503"})
    void replyForAllIsBusyForAll(int status) {
        answer = body ->
                new Reply(status, "{\"error\":{\"type\":\"t\",\"reason\":\"r\"},\"status\":%d}".formatted(status));

        assertThat(write(2)).hasSize(2).allMatch(outcome -> outcome instanceof Outcome.Busy);
    }

    @Test
    void pageOfAProxyIsBusy() {
        answer = body -> new Reply(400, "<html>plain HTTP to an HTTPS port</html>");

        assertThat(write(2)).allMatch(outcome -> outcome instanceof Outcome.Busy);
    }

    @Test
    void nobodyThereIsBusy() {
        server.stop(0);

        assertThat(write(2)).allMatch(outcome -> outcome instanceof Outcome.Busy);
    }

    @Test
    void requestThatIsTooLargeIsHalvedUntilTheCulpritIsAlone() {
        answer = body -> body.contains("\"_id\":\"a-2\"") ? new Reply(413, "") : stored(body);

        assertThat(write(5))
                .map(outcome -> outcome instanceof Outcome.Refused)
                .containsExactly(false, false, true, false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Request contains an operation of size [31] bytes, which exceeds the maximum allowed limit of [30] bytes",
                "rejected execution of primary operation [coordinating_and_primary_bytes=9, replica_bytes=0, all_bytes=9,"
                        + " primary_operation_bytes=31, max_primary_bytes=30]"
            })
    void documentThatIsMoreThanElasticsearchsHeapAllowsIsRefusedThoughTheAnswerIsBusy(String reason) {
        answer = body -> {
            long documents =
                    body.lines().filter(line -> line.startsWith("{\"index\":")).count();
            return body.contains("\"_id\":\"a-2\"")
                    ? bulk(Collections.nCopies((int) documents, tooLarge(reason))
                            .toArray(String[]::new))
                    : stored(body);
        };

        assertThat(write(5))
                .map(outcome -> outcome instanceof Outcome.Refused)
                .containsExactly(false, false, true, false, false);
    }

    @Test
    void documentForWhichThereIsOnlyNoRoomNowIsBusy() {
        answer = body -> bulk(
                tooLarge(
                        "rejected execution of primary operation [coordinating_and_primary_bytes=50000000,"
                                + " replica_bytes=0, all_bytes=50000000, primary_operation_bytes=2000000, max_primary_bytes=51897958]"));

        assertThat(write(1)).allMatch(outcome -> outcome instanceof Outcome.Busy);
    }

    @Test
    void bigBatchIsSplitByCountAndBytes() {
        answer = BulkWriterTests::stored;

        assertThat(write(25)).hasSize(25).containsOnly(new Outcome.Stored());
        assertThat(requests).hasSize(3);
        assertThat(writer(DataSize.ofBytes(1)).write(items(4))).hasSize(4);
        assertThat(requests).hasSize(7);
    }

    @Test
    void whatComesAfterABusyRequestIsNotTried() {
        answer = body -> new Reply(503, "");

        assertThat(write(25)).hasSize(25).allMatch(outcome -> outcome instanceof Outcome.Busy);
        assertThat(requests).hasSize(1);
    }

    private List<Outcome> write(int items) {
        return writer(DataSize.ofMegabytes(8)).write(items(items));
    }

    private static List<EnrichedItem> items(int items) {
        return IntStream.range(0, items)
                .mapToObj(i -> Items.item("a-" + i, 1, Status.USABLE))
                .toList();
    }

    private BulkWriter writer(DataSize bulkSize) {
        var elasticsearch = new ElasticsearchClient(new Rest5ClientTransport(client, new Jackson3JsonpMapper()));
        var properties = new WriteProperties(
                1, bulkSize, 10, DataSize.ofMegabytes(32), Duration.ofSeconds(1), Duration.ofSeconds(1));
        var index = new NewsIndex(client);
        try {
            index.install();
        } catch (IOException e) {
            // nobody there: that is one of the tests
        }
        return new BulkWriter(new BulkRequests(elasticsearch), index, properties, Clock.systemUTC());
    }

    private void exchange(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Reply reply = index(exchange.getRequestURI().getPath());
        if (reply == null) {
            requests.add(body);
            reply = answer.apply(body);
        }
        exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
        if (!reply.body().isEmpty()) {
            String type = reply.body().startsWith("<") ? "text/html" : "application/json";
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        byte[] bytes = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** What a healthy node answers to all but the bulk requests of articles. */
    private static @Nullable Reply index(String path) {
        return switch (path) {
            case "/_bulk" -> null;
            case "/_alias/news-months" -> new Reply(200, "{\"news-months-1\":{}}");
            case "/news-months-1/_bulk" -> new Reply(200, "{\"errors\":false}");
            default -> new Reply(200, "{}");
        };
    }

    private static Reply stored(String body) {
        long documents =
                body.lines().filter(line -> line.startsWith("{\"index\":")).count();
        return bulk(Collections.nCopies((int) documents, STORED).toArray(String[]::new));
    }

    private static Reply bulk(String... items) {
        return new Reply(200, "{\"took\":1,\"errors\":true,\"items\":[%s]}".formatted(String.join(",", items)));
    }

    private static String tooLarge(String reason) {
        return item(429, "es_rejected_execution_exception").replace("because", reason);
    }

    private static String item(int status, String error) {
        String cause = error.isEmpty()
                ? ""
                : ",\"error\":{\"type\":\"%s\",\"reason\":\"because\",\"caused_by\":{\"type\":\"cause\",\"reason\":\"deeper\"}}"
                        .formatted(error);
        return "{\"index\":{\"_index\":\"news-2026.11\",\"_id\":\"a\",\"status\":%d%s}}".formatted(status, cause);
    }
}

package dongtin.operator.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dongtin.operator.console.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that a healthy node without security never gives. */
class NewsAllTests {

    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{}";
    private volatile String authorization = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private NewsAll index(Map<String, String> environment) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new NewsAll(new Elasticsearch(address, environment));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {}                                | does not accept the credentials (401): set ELASTICSEARCH_API_KEY
            403 | {"reason": "unauthorized"}        | they need the role news_operator: {"reason": "unauthorized"}
            404 | {}                                | there is no index behind news-all
            503 | {"reason": "no master"}           | 503 {"reason": "no master"}
            200 | <html>                            | is no Elasticsearch: <html>
            200 | {"timed_out": true}               | answers for a part of the index only
            200 | {"_shards": {"failed": 1}}        | answers for a part of the index only: {"failed":1}
            """)
    void refusalIsToldInASentence(int status, String body, String reason) {
        this.status = status;
        this.body = body;
        try (NewsAll index = index(Map.of())) {
            assertThatThrownBy(() -> index.find(List.of("a")))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void credentialsComeFromTheEnvironment() {
        try (NewsAll index = index(Map.of("ELASTICSEARCH_API_KEY", "key"))) {
            index.find(List.of("a"));
            assertThat(authorization).isEqualTo("ApiKey key");
        }
        try (NewsAll index = index(Map.of("ELASTICSEARCH_USERNAME", "lan", "ELASTICSEARCH_PASSWORD", "p"))) {
            index.find(List.of("a"));
            assertThat(authorization).isEqualTo("Basic bGFuOnA=");
        }
    }

    @Test
    void addressThatIsNoneIsTold() {
        assertThatThrownBy(() -> new Elasticsearch(URI.create("localhost:9200"), Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("--elasticsearch takes http:// or https://");
    }
}

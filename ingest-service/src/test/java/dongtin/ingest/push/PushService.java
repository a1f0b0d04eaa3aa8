package dongtin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.Broker;
import dongtin.ingest.Committed;
import dongtin.ingest.IngestApplication;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, over real HTTP, with a real broker that all tests of this JVM share. Thread-safe. */
final class PushService implements AutoCloseable {

    /** SHA-256 of {@code demo-token}. */
    static final String DEMO_TOKEN = "7c43ef5ae21d43ce2743f770c68e24def1a43ee2f416d2438410c8af7af2ff2c";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    /** What is on a broker of its own; nothing where that is the shared one. */
    private final @Nullable Committed committed;

    private PushService(ConfigurableApplicationContext context, @Nullable Committed committed) {
        this.context = context;
        this.committed = committed;
    }

    /** A service at the shared broker, with a feed {@code demo} whose token is {@code demo-token}. */
    static PushService start(String... settings) {
        return new PushService(context(Broker.address(), settings), null);
    }

    static PushService startAt(String brokers, String... settings) {
        return new PushService(context(brokers, settings), new Committed(brokers));
    }

    private static ConfigurableApplicationContext context(String brokers, String... settings) {
        String[] all = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--spring.kafka.bootstrap-servers=" + brokers,
                                "--spring.kafka.admin.operation-timeout=1s",
                                "--dongtin.ingest.feeds.demo.provider=Bản tin mẫu",
                                "--dongtin.ingest.feeds.demo.push.token-sha256=" + DEMO_TOKEN),
                        Stream.of(settings))
                .toArray(String[]::new);
        return IngestApplication.start(all);
    }

    /** A push to a feed, with no header yet. */
    HttpRequest.Builder to(String feed) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/feeds/%s/items".formatted(port(), feed)))
                .timeout(Duration.ofSeconds(60));
    }

    /** A push to the feed {@code demo} with its token, of JSON. */
    HttpRequest.Builder toDemo() {
        return to("demo").header("Authorization", "Bearer demo-token").header("Content-Type", "application/json");
    }

    Answer send(HttpRequest.Builder push, String body) {
        return send(push, BodyPublishers.ofString(body));
    }

    Answer send(HttpRequest.Builder push, byte[] body) {
        return send(push, BodyPublishers.ofByteArray(body));
    }

    Answer send(HttpRequest.Builder push, BodyPublisher body) {
        try {
            return Answer.of(HTTP.send(push.copy().POST(body).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A connection to it, for what no client would send. */
    Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(60_000);
        return socket;
    }

    double count(String meter, String feed) {
        return context.getBean(MeterRegistry.class).find(meter).tag("feed", feed).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** What a gauge of the feed says. */
    double value(String meter, String feed) {
        return context.getBean(MeterRegistry.class)
                .get(meter)
                .tag("feed", feed)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    /** The health of all, or of a group such as {@code /readiness}. */
    JsonNode health(String group) {
        return JsonMapper.shared().readTree(get("/actuator/health" + group));
    }

    String get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Has every item of the feed be counted once more as what became of it. */
    void requireThatFatesAddUp(String feed) {
        assertThat(count("wire.ingest.accepted", feed)
                        + count("wire.ingest.refused", feed)
                        + count("wire.ingest.failed", feed)
                        + value("wire.ingest.in.hand", feed))
                .isEqualTo(count("wire.ingest.received", feed))
                .isPositive();
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** All that is committed on the topic by now under the key. */
    List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
        return records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    /** All that is committed on the topic by now. */
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        return committed == null ? Broker.records(topic) : committed.records(topic);
    }

    @Override
    public void close() {
        context.close();
        if (committed != null) {
            committed.close();
        }
    }

    /** What was answered. */
    record Answer(int status, String body, String contentType, String retryAfter, boolean replayed) {

        private static Answer of(HttpResponse<String> answer) {
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.headers().firstValue("Retry-After").orElse(""),
                    answer.headers().firstValue("Idempotent-Replayed").isPresent());
        }

        /** Has it be refused with this status, as problem details, and returns what is said about it. */
        String refusedWith(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            assertThat(contentType).isEqualTo("application/problem+json");
            assertThat(json().path("status").asInt()).isEqualTo(expected);
            return json().path("detail").asString();
        }

        /** Has it be accepted, and returns the first item's id. */
        String accepted() {
            assertThat(status).as(body).isEqualTo(202);
            return json().at("/items/0/id").asString();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }
}

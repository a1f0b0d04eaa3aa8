package dongtin.standalone.faults;

import static org.awaitility.Awaitility.await;

import dongtin.enrich.EnrichApplication;
import dongtin.index.IndexApplication;
import dongtin.ingest.IngestApplication;
import dongtin.standalone.BrokerProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The system: a broker, a node and one of each service, and a second enrich-service and index-service that come and go. */
final class Processes implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    /** {@code printf %s faults | sha256sum}. */
    private static final String TOKEN_SHA256 = "0903ec6ad6915b8670cc066d7a7007d84c650df301e09a297d40d04a7504fbbe";

    final ElasticsearchPart elasticsearch;
    final JavaPart broker;
    final JavaPart ingest;
    /** Added and taken away while the others run. */
    final List<JavaPart> extras;

    private final List<Part> permanent;
    private final String bootstrapServers;
    private final int ingestPort = freePort();
    private final Path logs;

    Processes(Path directory, Path logs) {
        this.logs = logs;
        int brokerPort = freePort();
        bootstrapServers = "127.0.0.1:" + brokerPort;
        elasticsearch = new ElasticsearchPart(directory, freePort());
        broker = new JavaPart(
                "broker",
                BrokerProgram.class,
                List.of(directory.resolve("kafka").toString(), Integer.toString(brokerPort)),
                logs,
                null);
        ingest = service(
                "ingest",
                IngestApplication.class,
                ingestPort,
                "--dongtin.ingest.feeds.faults.provider=Faults",
                "--dongtin.ingest.feeds.faults.push.token-sha256=" + TOKEN_SHA256);
        permanent = List.of(broker, elasticsearch, ingest, enrich("enrich-1"), index("index-1"));
        extras = List.of(enrich("enrich-2"), index("index-2"));
    }

    /** What is always meant to run, and is killed. */
    List<Part> permanent() {
        return permanent;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    URI items() {
        return URI.create("http://127.0.0.1:%d/v1/feeds/faults/items".formatted(ingestPort));
    }

    /** Starts all but the extras, and returns when they are ready. */
    void start() {
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        permanent.forEach(Part::start);
        awaitReady();
    }

    /** Waits until all that is always meant to run is ready. */
    void awaitReady() {
        for (Part part : permanent) {
            await(part.name() + " is ready").atMost(READY_WITHIN).until(part::ready);
        }
    }

    private JavaPart enrich(String name) {
        return service(name, EnrichApplication.class, freePort());
    }

    private JavaPart index(String name) {
        return service(name, IndexApplication.class, freePort());
    }

    private JavaPart service(String name, Class<?> program, int port, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "--server.port=" + port,
                                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                                "--spring.elasticsearch.uris=" + elasticsearch.uri(),
                                "--spring.main.banner-mode=off"),
                        Stream.of(more))
                .toList();
        return new JavaPart(
                name,
                program,
                arguments,
                logs,
                URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        var all = new ArrayList<Part>(extras);
        all.addAll(permanent.reversed());
        all.forEach(Part::kill);
    }
}

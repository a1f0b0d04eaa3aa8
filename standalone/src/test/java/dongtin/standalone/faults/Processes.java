package dongtin.standalone.faults;

import static org.awaitility.Awaitility.await;

import dongtin.enrich.EnrichApplication;
import dongtin.index.IndexApplication;
import dongtin.ingest.IngestApplication;
import dongtin.operator.OperatorApplication;
import dongtin.standalone.BrokerProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The system: a broker, a node and one of each service, and a second instance of each service that comes and goes. */
final class Processes implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    /** {@code printf %s faults | sha256sum}. */
    private static final String TOKEN_SHA256 = "0903ec6ad6915b8670cc066d7a7007d84c650df301e09a297d40d04a7504fbbe";

    final ElasticsearchPart elasticsearch;
    /** One instance of each service. */
    final List<JavaPart> services;
    /** Another one of each, not started at first. */
    final List<JavaPart> extras;

    private final JavaPart broker;
    private final String bootstrapServers;
    private final List<URI> items = new ArrayList<>();
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
        services = List.of(ingest("ingest-1"), enrich("enrich-1"), index("index-1"));
        extras = List.of(ingest("ingest-2"), enrich("enrich-2"), index("index-2"));
    }

    /** What is always meant to run, and is killed. */
    List<Part> permanent() {
        var permanent = new ArrayList<Part>(List.of(broker, elasticsearch));
        permanent.addAll(services);
        return permanent;
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Where both instances of ingest-service take messages. */
    List<URI> items() {
        return List.copyOf(items);
    }

    /** Starts all but the extras, and returns when they are ready. */
    void start() {
        try {
            FileSystemUtils.deleteRecursively(logs); // those of an earlier run
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        permanent().forEach(Part::start);
        awaitReady();
    }

    /** The services that run now, second instances too. */
    List<JavaPart> runningServices() {
        return Stream.concat(services.stream(), extras.stream())
                .filter(JavaPart::running)
                .toList();
    }

    /** Waits until all that is always meant to run is ready. */
    void awaitReady() {
        for (Part part : permanent()) {
            await(part.name() + " is ready").atMost(READY_WITHIN).until(part::ready);
        }
    }

    private JavaPart ingest(String name) {
        int port = freePort();
        items.add(URI.create("http://127.0.0.1:%d/v1/feeds/faults/items".formatted(port)));
        return service(
                name,
                IngestApplication.class,
                port,
                "--dongtin.ingest.feeds.faults.provider=Faults",
                "--dongtin.ingest.feeds.faults.push.token-sha256=" + TOKEN_SHA256);
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
        return new JavaPart(name, program, arguments, logs, URI.create("http://127.0.0.1:" + port));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code operator drift} prints: nothing, if the index is as the topics say. */
    String drift() throws IOException, InterruptedException {
        return operator("drift", "--elasticsearch", elasticsearch.uri().toString());
    }

    /** What the operators' command line prints; what it says beside is in {@code operator.log}. */
    String operator(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // In its own jar there is nothing that could log.
                "-Dlogback.configurationFile=quiet-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                OperatorApplication.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--bootstrap-servers", bootstrapServers));
        Process operator = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        logs.resolve("operator.log").toFile()))
                .start();
        String said = new String(operator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return operator.waitFor() == 0 ? said : said + "status " + operator.exitValue();
    }

    @Override
    public void close() {
        var all = new ArrayList<Part>(extras);
        all.addAll(permanent().reversed());
        all.forEach(Part::kill);
    }
}

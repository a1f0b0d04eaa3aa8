package dongtin.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A real broker in a process of its own, so that it can be killed, frozen and brought back, always on the same port and with
 * the same data. One thread.
 */
public final class BrokerProcess implements AutoCloseable {

    private final Path directory;
    private final int port = freePort();
    private @Nullable Process process;

    /** A broker that is not started yet; its data and its output go to the directory. */
    public BrokerProcess(Path directory) {
        this.directory = directory;
    }

    /** What clients connect to, also while nothing answers there. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts it, and returns when it answers. */
    public BrokerProcess start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        directory.resolve("data").toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("broker.log").toFile()))
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::answers);
        return this;
    }

    /** As a power cut does: without a word to anybody. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Has it keep its connections, and answer nothing. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (process != null) {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    private boolean answers() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "default.api.timeout.ms",
                2_000,
                "request.timeout.ms",
                1_000,
                // Asked often: it is noticed as soon as it is there.
                "reconnect.backoff.max.ms",
                50))) {
            return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size() == 1;
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no port is free", e);
        }
    }

    /** The broker's own process: its directory and its port. */
    public static void main(String... arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        if (!Files.exists(data.resolve("meta.properties"))) {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .run();
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings(data, arguments[1]), false), Time.SYSTEM);
        server.startup();
        server.awaitShutdown();
    }

    private static Map<String, Object> settings(Path data, String port) {
        int controller = freePort();
        var settings = new HashMap<String, Object>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("log.dirs", data.toString());
        settings.put("listeners", "PLAINTEXT://127.0.0.1:%s,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("auto.create.topics.enable", false);
        settings.put("broker.session.timeout.ms", 1_500);
        settings.put("broker.heartbeat.interval.ms", 250);
        settings.put("message.max.bytes", 33 * 1024 * 1024);
        settings.put("offsets.topic.replication.factor", (short) 1);
        settings.put("offsets.topic.num.partitions", 1);
        settings.put("transaction.state.log.replication.factor", (short) 1);
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("transaction.state.log.num.partitions", 1);
        // What an outage left open is given up when its time is over, not up to ten seconds later.
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", 1_000);
        settings.put("log.cleaner.dedupe.buffer.size", 16L * 1024 * 1024);
        return settings;
    }
}

package dongtin.standalone;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka in this process: one node, broker and controller in one, on 127.0.0.1. Its directory is formatted at the first
 * start; later starts, also after a crash, go on with its data and its cluster id.
 */
final class KafkaBroker implements AutoCloseable {

    private static final String NODE = "1";
    private static final String CONTROLLER = "CONTROLLER";
    /** One message of 32 MiB, and what surrounds it. */
    private static final int LARGEST_BATCH = 33 * 1024 * 1024;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker, and returns when it takes requests.
     *
     * @throws StartFailure if it cannot
     */
    static KafkaBroker started(Path directory, int port) {
        format(directory);
        var server = new KafkaRaftServer(new KafkaConfig(settings(directory, port), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (KafkaException e) {
            throw new StartFailure("Kafka did not start: " + e.getMessage(), e);
        }
        return new KafkaBroker(server, port);
    }

    /** What clients connect to. */
    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setNodeId(Integer.parseInt(NODE))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        } catch (Exception e) { // What Formatter.run declares.
            throw new StartFailure("Kafka's directory %s cannot be made: %s".formatted(directory, e.getMessage()), e);
        }
    }

    private static Map<String, Object> settings(Path directory, int port) {
        int controllerPort = Ports.anyFree();
        var settings = new HashMap<String, Object>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("log.dirs", directory.toString());
        settings.put("listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("auto.create.topics.enable", false);
        settings.put("group.initial.rebalance.delay.ms", 0);
        // After a crash the broker is let in again only when the session of its former life has run out.
        settings.put("broker.session.timeout.ms", 3_000);
        settings.put("broker.heartbeat.interval.ms", 500);
        settings.put("message.max.bytes", LARGEST_BATCH);
        settings.put("replica.fetch.max.bytes", LARGEST_BATCH);
        settings.putAll(oneCopyOfInternalTopics());
        settings.putAll(sizeOfOneMachine());
        return settings;
    }

    private static Map<String, Object> oneCopyOfInternalTopics() {
        return Map.of(
                "offsets.topic.replication.factor", (short) 1,
                "transaction.state.log.replication.factor", (short) 1,
                "transaction.state.log.min.isr", 1,
                "share.coordinator.state.topic.replication.factor", (short) 1,
                "share.coordinator.state.topic.min.isr", (short) 1);
    }

    // The defaults are for a machine of its own: 50 partitions of each internal topic, 128 MB of heap for the log
    // cleaner.
    private static Map<String, Object> sizeOfOneMachine() {
        return Map.of(
                "offsets.topic.num.partitions", 4,
                "transaction.state.log.num.partitions", 4,
                "share.coordinator.state.topic.num.partitions", 4,
                "log.cleaner.dedupe.buffer.size", 16L * 1024 * 1024,
                "num.network.threads", 2,
                "num.io.threads", 4,
                "background.threads", 4);
    }
}

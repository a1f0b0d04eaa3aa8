package dongtin.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One node for all tests of a JVM, started by the first that asks and ended with the JVM, data and all. Its program is unpacked
 * once below the module's {@code target}. Safe for use by several threads.
 */
public final class SharedElasticsearch {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private static @Nullable ElasticsearchNode node;

    private SharedElasticsearch() {}

    /** The node, ready. Leave it running; an outage test needs a node of its own. */
    public static synchronized ElasticsearchNode node() {
        ElasticsearchNode shared = node;
        if (shared == null) {
            shared = start();
            node = shared;
        }
        return shared;
    }

    private static ElasticsearchNode start() {
        try {
            Path target = Path.of("target");
            Path home = Files.isDirectory(target) ? target : Files.createTempDirectory("elasticsearch-home-");
            Path data = Files.createTempDirectory("elasticsearch-data-");
            var node = new ElasticsearchNode(new NodeSettings(home.resolve("elasticsearch"), data, 0));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(node, data), "elasticsearch-discard"));
            return node.start().awaitReady(READY_WITHIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(ElasticsearchNode node, Path data) {
        node.kill();
        try {
            NodeProgram.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

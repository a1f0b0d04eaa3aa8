package dongtin.elasticsearch.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.elasticsearch.action.admin.cluster.health.ClusterHealthRequest;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * The main class of the node's process: {@code NodeServer HOME DATA PORT}. Says {@code ready PORT} or {@code failed REASON} on
 * standard output, once, and nothing else there; ends on SIGTERM, and at the end of its standard input, which its parent
 * holds open: so it never outlives a parent, however that died.
 */
public final class NodeServer {

    private static final TimeValue RECOVERY = TimeValue.timeValueSeconds(20);
    private static final int CLOSING_SECONDS = 6;

    private NodeServer() {}

    /** Runs the node until the process is told to end. */
    public static void main(String[] arguments) {
        // Elasticsearch's logging takes System.out for itself.
        PrintStream parent = System.out;
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> exitAtEndOf(System.in));
        try {
            ignoreTheTerminal();
            Node node = node(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "node-close"));
            node.start();
            // Primaries first: whoever is told "ready" may search and write at once, also after a restart.
            node.client()
                    .admin()
                    .cluster()
                    .health(new ClusterHealthRequest(RECOVERY)
                            .waitForYellowStatus()
                            .timeout(RECOVERY))
                    .actionGet();
            parent.println("ready " + httpPort(node));
            // Every thread of the node is a daemon.
            Thread.currentThread().join();
        } catch (Throwable e) { // The outermost edge: the parent waits for a word.
            e.printStackTrace();
            parent.println("failed " + reason(e));
            System.exit(1);
        }
    }

    // Ctrl-C and a closed terminal reach every process of the terminal; the parent decides when, and in which order, to
    // stop.
    // By reflection, because javac's warning at sun.misc.Signal, the only API for this, cannot be suppressed.
    private static void ignoreTheTerminal() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Method register = signal.getMethod("handle", signal, handler);
        for (String name : List.of("INT", "HUP")) {
            Object ignored = handler.getField("SIG_IGN").get(null);
            register.invoke(null, signal.getConstructor(String.class).newInstance(name), ignored);
        }
    }

    private static void exitAtEndOf(InputStream parent) {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken pipe is an end, too.
        }
        System.exit(0);
    }

    private static Node node(Path home, Path data, String port) throws IOException {
        Path config = home.resolve("config");
        Settings settings = settings(home, data, port);
        // Logging first: whatever of Elasticsearch is touched before has no logger, and fails.
        LogConfigurator.registerErrorListener();
        LogConfigurator.setNodeName("dongtin");
        LogConfigurator.configure(new Environment(settings, config), false);
        Environment environment =
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), config, () -> "dongtin");
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(home.resolve("modules"), false),
                PluginsLoader.loadPluginsBundles(home.resolve("plugins"), false),
                Map.of());
        return new Node(environment, plugins);
    }

    private static Settings settings(Path home, Path data, String port) {
        return Settings.builder()
                .put("path.home", home)
                .put("path.data", data.resolve("nodes"))
                .put("path.logs", data.resolve("logs"))
                .put("cluster.name", "dongtin")
                .put("node.name", "dongtin")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                // Any free one: nobody but the node itself uses it.
                .put("transport.port", "0")
                // A small heap is often nearly full of garbage; that is no reason to refuse a request.
                .put("indices.breaker.total.use_real_memory", false)
                // A laptop's disk is often over 90 % full, and the default would then put no shard on it.
                .put("cluster.routing.allocation.disk.watermark.low", "1gb")
                .put("cluster.routing.allocation.disk.watermark.high", "500mb")
                .put("cluster.routing.allocation.disk.watermark.flood_stage", "200mb")
                .build();
    }

    private static int httpPort(Node node) {
        return node.injector()
                .getInstance(HttpServerTransport.class)
                .boundAddress()
                .publishAddress()
                .getPort();
    }

    private static void close(Node node) {
        var closed = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("close-limit").start(() -> haltUnless(closed));
        try {
            node.close();
            node.awaitClose(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            LogManager.getLogger(NodeServer.class).warn("not closed in good order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed.countDown();
    }

    // What is acknowledged is in the translog on disk, so an unclean end loses nothing.
    private static void haltUnless(CountDownLatch closed) {
        try {
            if (!closed.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String own = line(failure);
        String deepest = line(cause);
        return own.contains(deepest) ? own : own + ": " + deepest;
    }

    private static String line(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("") + " ("
                + failure.getClass().getSimpleName() + ")";
    }
}

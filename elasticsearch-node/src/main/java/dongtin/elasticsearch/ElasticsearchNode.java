package dongtin.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A single Elasticsearch node in a process of its own, on 127.0.0.1. It never outlives this process, however that ends; its
 * data and its port outlive it, so that it can be {@link #kill() killed} and {@link #start() started} again.
 *
 * <p>Safe for use by several threads; starting, killing and closing wait for each other.
 */
public final class ElasticsearchNode implements AutoCloseable {

    private static final Duration ABANDONED_ENDS_WITHIN = Duration.ofSeconds(15);
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(7);
    private static final Duration DIES_WITHIN = Duration.ofSeconds(10);

    private final NodeSettings settings;
    private volatile int port;
    private volatile @Nullable Run run;

    /** A node yet to be started. */
    public ElasticsearchNode(NodeSettings settings) {
        this.settings = settings;
        port = settings.port();
    }

    /**
     * Starts the node's process and returns at once; a node that runs already goes on running. Waits first, for some seconds,
     * for a node on the same data whose own parent has just died.
     *
     * @throws NodeFailure if the process cannot be started or its data is in use
     */
    public synchronized ElasticsearchNode start() {
        if (running()) {
            return this;
        }
        try {
            Files.createDirectories(settings.data());
            awaitAbandoned(settings.data());
            Process process = NodeCommand.run(settings, port, output());
            ProcessMark.in(settings.data()).write(process.toHandle());
            var started = new Run(process, new CompletableFuture<>(), new CompletableFuture<>());
            run = started;
            Thread.ofPlatform().daemon().name("elasticsearch-listener").start(() -> listen(started));
        } catch (IOException e) {
            throw new NodeFailure("Elasticsearch could not be started: " + e.getMessage(), e);
        }
        return this;
    }

    /**
     * Waits until the node answers searches and takes documents.
     *
     * @throws NodeFailure with the reason if it ended instead, or was not ready in time
     */
    public ElasticsearchNode awaitReady(Duration atMost) {
        Run current = current();
        try {
            Optional<String> reason = current.unready.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (reason.isPresent()) {
                throw failure(reason.get());
            }
            return this;
        } catch (ExecutionException e) {
            throw new IllegalStateException("readiness never fails but in a value", e);
        } catch (TimeoutException e) {
            throw failure("not ready after " + atMost.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailure("interrupted while waiting for Elasticsearch", e);
        }
    }

    /** The HTTP port; with a setting of 0, known once the node is ready. */
    public int port() {
        if (port == 0) {
            throw new IllegalStateException("the node was never ready, so its port is not known yet");
        }
        return port;
    }

    /** Where the node answers. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Whether the node's process is there, ready or not. */
    public boolean running() {
        Run current = run;
        return current != null && current.process.isAlive();
    }

    /** The number of the node's process. */
    public long pid() {
        return current().process.pid();
    }

    /** Completed with the exit status when the process that was started last ends, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return current().exit.copy();
    }

    /** The node's log; bounded, and kept over restarts. */
    public Path log() {
        return settings.data().resolve("logs").resolve("elasticsearch.log");
    }

    /** Ends the process without warning, as a crash would, and returns when it is gone. */
    public synchronized void kill() {
        Run current = run;
        if (current != null) {
            current.process.destroyForcibly();
            awaitExit(current, DIES_WITHIN);
        }
    }

    /** Ends the node in good order, by force if that takes more than seconds. */
    @Override
    public synchronized void close() {
        Run current = run;
        if (current == null) {
            return;
        }
        current.process.destroy();
        if (!awaitExit(current, CLOSES_WITHIN)) {
            kill();
        }
    }

    /**
     * Waits, for some seconds, for the end of a node on this data whose parent has died: such a node is ending by itself, and
     * until then holds its port.
     *
     * @throws NodeFailure if it does not end, or has a parent that lives
     */
    public static void awaitAbandoned(Path data) {
        try {
            ProcessMark mark = ProcessMark.in(data);
            Optional<ProcessHandle> other = mark.node();
            if (other.isEmpty()) {
                return;
            }
            Optional<ProcessHandle> parent = mark.parent();
            if (parent.isPresent()) {
                throw inUse(
                        data,
                        other.get(),
                        ", started by process " + parent.get().pid());
            }
            other.get()
                    .onExit()
                    .completeOnTimeout(other.get(), ABANDONED_ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .get();
            if (other.get().isAlive()) {
                throw inUse(data, other.get(), ", whose parent is gone, but which does not end; end it by hand");
            }
        } catch (IOException | ExecutionException e) {
            throw new NodeFailure("cannot tell whether another Elasticsearch node runs on the data in " + data, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFailure("interrupted while waiting for another Elasticsearch node on " + data, e);
        }
    }

    private static NodeFailure inUse(Path data, ProcessHandle node, String more) {
        return new NodeFailure(
                "another Elasticsearch node runs on the data in %s: process %d%s".formatted(data, node.pid(), more));
    }

    private Run current() {
        Run current = run;
        if (current == null) {
            throw new IllegalStateException("the node was never started");
        }
        return current;
    }

    private Path output() throws IOException {
        return Files.createDirectories(settings.data().resolve("logs")).resolve("output.log");
    }

    private void listen(Run started) {
        String reason = "";
        try (BufferedReader said = started.process.inputReader(UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("ready ")) {
                    port = Integer.parseInt(line.substring("ready ".length()));
                    started.unready.complete(Optional.empty());
                } else if (line.startsWith("failed ")) {
                    reason = line.substring("failed ".length());
                }
            }
        } catch (IOException e) {
            // The pipe closes under the reader when the process is destroyed from here; its exit is all there is to
            // know.
        }
        int status = started.process.onExit().join().exitValue();
        started.unready.complete(Optional.of(reason.isEmpty() ? "it ended with status " + status : reason));
        started.exit.complete(status);
    }

    private NodeFailure failure(String reason) {
        var logs = settings.data().resolve("logs");
        return new NodeFailure("Elasticsearch did not start: %s%n%s".formatted(reason, LogTail.of(logs)));
    }

    private static boolean awaitExit(Run current, Duration atMost) {
        try {
            current.exit.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an exit never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * One life of the node's process. The reference to the process also keeps the pipe open that the node lives by: an
     * unreachable {@link Process} closes its streams.
     *
     * @param unready completed when the node is ready, or with the reason why it will not be
     */
    private record Run(Process process, CompletableFuture<Optional<String>> unready, CompletableFuture<Integer> exit) {}
}

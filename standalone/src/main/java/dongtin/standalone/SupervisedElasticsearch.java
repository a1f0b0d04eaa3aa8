package dongtin.standalone;

import dongtin.elasticsearch.ElasticsearchNode;
import dongtin.elasticsearch.NodeFailure;
import dongtin.elasticsearch.NodeSettings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The Elasticsearch node, started again on the same port and data whenever its process dies, after a pause that grows while it
 * keeps dying. Says so each time. Safe for use by several threads.
 */
final class SupervisedElasticsearch implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ElasticsearchNode node;
    private final Consumer<String> progress;
    private final Duration shortestPause;
    private final AtomicBoolean supervised = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private SupervisedElasticsearch(ElasticsearchNode node, Consumer<String> progress, Duration shortestPause) {
        this.node = node;
        this.progress = progress;
        this.shortestPause = shortestPause;
    }

    /** Starts the node's process and returns at once. */
    static SupervisedElasticsearch started(NodeSettings settings, Duration shortestPause, Consumer<String> progress) {
        return new SupervisedElasticsearch(new ElasticsearchNode(settings).start(), progress, shortestPause);
    }

    /**
     * Waits until the node is ready, and supervises it from then on.
     *
     * @throws StartFailure if it does not get ready
     */
    SupervisedElasticsearch awaitReady() {
        try {
            node.awaitReady(READY_WITHIN);
        } catch (NodeFailure e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
        if (supervised.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("elasticsearch-supervision").start(this::supervise);
        }
        return this;
    }

    URI uri() {
        return node.uri();
    }

    long pid() {
        return node.pid();
    }

    @Override
    public void close() {
        closed.countDown();
        node.close();
    }

    private void supervise() {
        Duration pause = shortestPause;
        while (true) {
            int status = node.onExit().join();
            if (closed.getCount() == 0) {
                return;
            }
            progress.accept("Elasticsearch has stopped unexpectedly (status %d); starting it again in %d s. Its log: %s"
                    .formatted(status, Math.max(1, pause.toSeconds()), node.log()));
            if (closedWithin(pause)) {
                return;
            }
            pause = startedAgain() ? shortestPause : longer(pause);
        }
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean startedAgain() {
        try {
            node.start();
            // Closed in between: then that close came too early to end this process.
            if (closed.getCount() == 0) {
                node.close();
                return false;
            }
            node.awaitReady(READY_WITHIN);
            progress.accept("Elasticsearch is back.");
            return true;
        } catch (NodeFailure e) {
            progress.accept(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}

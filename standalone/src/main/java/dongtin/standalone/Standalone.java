package dongtin.standalone;

import dongtin.elasticsearch.ElasticsearchNode;
import dongtin.elasticsearch.NodeFailure;
import dongtin.elasticsearch.NodeSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The whole system while it runs. May be closed by another thread at any moment, also while it starts; everything that was
 * started is then stopped in reverse: the services, Kafka, Elasticsearch.
 */
final class Standalone implements AutoCloseable {

    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(2);

    private final StandaloneProperties properties;
    private final Function<Ports, List<Service>> services;
    private final Consumer<String> progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private volatile boolean closed;

    /**
     * A system yet to be started.
     *
     * @param services what runs on the engines, in the order in which it starts
     * @param progress takes what the operator is to read, line by line
     */
    Standalone(StandaloneProperties properties, Function<Ports, List<Service>> services, Consumer<String> progress) {
        this.properties = properties;
        this.services = services;
        this.progress = progress;
    }

    /**
     * Starts everything, and returns when it serves.
     *
     * @throws StartFailure with the reason; whatever was started before is then for {@link #close} to stop
     */
    void start() {
        DataDirectory data = opened(DataDirectory.taken(properties.data()));
        awaitEndOfKilledRun(data);
        Ports ports = Ports.free(properties);

        progress.accept("Starting Kafka and Elasticsearch, data in " + data.path());
        SupervisedElasticsearch elasticsearch = opened(elasticsearch(data, ports));
        KafkaBroker kafka = opened(KafkaBroker.started(data.kafka(), ports.kafka()));
        RunningServices started = opened(new RunningServices(kafka.bootstrapServers(), ports.elasticsearch()));
        for (Service service : services.apply(ports)) {
            if (service.needsElasticsearch()) {
                elasticsearch.awaitReady();
            }
            progress.accept("Starting " + service.name());
            started.start(service);
        }
        elasticsearch.awaitReady();
        progress.accept(Announcement.of(ports, data.path()));
    }

    @Override
    public void close() {
        closed = true;
        closeRunning();
    }

    private synchronized void closeRunning() {
        while (!running.isEmpty()) {
            close(running.pop());
        }
    }

    private SupervisedElasticsearch elasticsearch(DataDirectory data, Ports ports) {
        try {
            int heap = (int) properties.elasticsearch().heap().toMegabytes();
            return SupervisedElasticsearch.started(
                    new NodeSettings(data.programs(), data.elasticsearch(), ports.elasticsearch(), heap),
                    PAUSE_BEFORE_RESTART,
                    // A signal to the whole group of processes ends the node before it is this process's turn to.
                    message -> {
                        if (!closed) {
                            progress.accept(message);
                        }
                    });
        } catch (NodeFailure | IllegalArgumentException e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    // Of a run that was killed by SIGKILL, the node may be there for another second, with the port.
    private static void awaitEndOfKilledRun(DataDirectory data) {
        try {
            ElasticsearchNode.awaitAbandoned(data.elasticsearch());
        } catch (NodeFailure e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private synchronized <T extends AutoCloseable> T opened(T part) {
        if (closed) {
            close(part);
            throw new StartFailure("stopped while starting");
        }
        running.push(part);
        return part;
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) { // What AutoCloseable declares; the other parts are to be closed all the same.
            progress.accept("Not stopped in good order: " + e);
        }
    }
}

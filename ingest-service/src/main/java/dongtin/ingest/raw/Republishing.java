package dongtin.ingest.raw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Publishes items again, many in a transaction, and in the order in which they are given. For one thread. */
final class Republishing {

    private static final int BATCH_ITEMS = 500;
    private static final int BATCH_BYTES = 4 * 1024 * 1024;
    private static final int TRIES = 8;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final RawTopic topic;
    private final List<RawMessage> batch = new ArrayList<>();
    private int bytes;

    Republishing(RawTopic topic) {
        this.topic = topic;
    }

    void add(RawMessage message) {
        batch.add(message);
        bytes += message.json().length;
        if (batch.size() >= BATCH_ITEMS || bytes >= BATCH_BYTES) {
            flush();
        }
    }

    /**
     * Returns after the broker has all that was added.
     *
     * @throws Unavailable if it does not take it though it was tried for a minute
     */
    void flush() {
        if (!batch.isEmpty()) {
            send(List.copyOf(batch));
            batch.clear();
            bytes = 0;
        }
    }

    private void send(List<RawMessage> items) {
        BackOffExecution waits = new ExponentialBackOff(FIRST_WAIT.toMillis(), 2).start();
        int tries = 0;
        while (true) {
            try {
                topic.publishAgain(items);
                return;
            } catch (Unavailable e) {
                if (++tries == TRIES || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(waits.nextBackOff()).toNanos());
            }
        }
    }
}

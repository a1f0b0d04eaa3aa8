package dongtin.index.write;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/**
 * The bytes of the messages that are being written, by all threads together: a bound on the heap, of which reading and writing
 * takes several times as much. As {@code wire.index.held} among the metrics. Thread-safe.
 */
@Component
class Held {

    private static final int KIB = 1024;

    private final int mostKib;
    private final Semaphore kib;

    Held(WriteProperties properties, MeterRegistry registry) {
        mostKib = Math.toIntExact(properties.held().toBytes() / KIB);
        kib = new Semaphore(mostKib, true);
        registry.gauge("wire.index.held", this, Held::bytes);
    }

    /**
     * Waits until there is room for a batch; for one that is larger than all the room, until it is alone.
     *
     * @return to be closed when nothing of the batch is needed any more
     * @throws Outage if the thread is interrupted meanwhile
     */
    Room room(List<ConsumerRecord<byte[], byte[]>> batch) {
        int needed = (int) Math.min(mostKib, (bytes(batch) + KIB - 1) / KIB);
        try {
            kib.acquire(needed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage("interrupted while waiting for room in memory", e);
        }
        return () -> kib.release(needed);
    }

    /** Of keys and values. */
    static long bytes(List<ConsumerRecord<byte[], byte[]>> messages) {
        return messages.stream()
                .mapToLong(message ->
                        Math.max(0, message.serializedKeySize()) + (long) Math.max(0, message.serializedValueSize()))
                .sum();
    }

    /** Whether a batch waits for room. */
    boolean waiting() {
        return kib.hasQueuedThreads();
    }

    private double bytes() {
        return (double) KIB * (mostKib - kib.availablePermits());
    }

    /** What a batch takes of it. */
    interface Room extends AutoCloseable {
        @Override
        void close();
    }
}

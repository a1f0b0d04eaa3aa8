package dongtin.ingest.cursor;

import dongtin.ingest.raw.Unavailable;
import dongtin.message.MessageJson;
import dongtin.message.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps what is to outlive this process, a few things of each feed, each under its kind; the newest of a kind holds. All of a
 * feed stands on one partition, and whoever is assigned the partition has its feeds in hand. Thread-safe.
 */
@Component
public class CursorTopic {

    /** Each transaction needs a producer of its own, and it is soon over. */
    private static final int TRANSACTIONS_AT_ONCE = 2;

    private final KafkaTemplate<String, byte[]> kafka;
    private final Semaphore turns = new Semaphore(TRANSACTIONS_AT_ONCE);
    private volatile int partitions;

    CursorTopic(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /**
     * The record that keeps something of a feed, to be published with what it speaks of.
     *
     * @param kind without a slash
     * @throws Unavailable while the broker has not been reached yet
     */
    public ProducerRecord<String, byte[]> record(String feed, String kind, Object value) {
        if (partitions == 0) {
            throw new Unavailable("the topic of cursors was not found yet");
        }
        return new ProducerRecord<>(Topics.CURSORS, partitionOf(feed), feed + "/" + kind, MessageJson.write(value));
    }

    /**
     * Keeps something of a feed by itself.
     *
     * @throws Unavailable if it is not certain that the broker has it
     */
    public void keep(List<ProducerRecord<String, byte[]>> records) {
        turns.acquireUninterruptibly();
        try {
            List<? extends CompletableFuture<?>> sent = kafka.executeInTransaction(
                    transaction -> records.stream().map(transaction::send).toList());
            if (sent != null) {
                sent.forEach(CompletableFuture::join); // done: the commit waited for them
            }
        } catch (org.apache.kafka.common.KafkaException
                | org.springframework.kafka.KafkaException
                | CompletionException e) {
            throw new Unavailable("the broker did not confirm", e);
        } finally {
            turns.release();
        }
    }

    int partitionOf(String feed) {
        return Utils.toPositive(Utils.murmur2(feed.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    int partitions() {
        return partitions;
    }

    void partitions(int count) {
        partitions = count;
    }
}

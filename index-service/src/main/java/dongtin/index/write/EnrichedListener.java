package dongtin.index.write;

import dongtin.index.template.IncompatibleMapping;
import dongtin.index.template.NewsIndex;
import dongtin.message.Topics;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes batches from the topic to the index. A batch returns when each of its messages is settled: stored, stale, or
 * acknowledged as a dead letter; only then the offsets move. Otherwise it throws, and the container keeps the partitions,
 * pauses them and delivers the batch again, for ever. Called by several threads.
 */
@Component
class EnrichedListener {

    static final String ID = "index-writer";

    private final NewsIndex index;
    private final BulkWriter writer;
    private final DeadLetters deadLetters;
    private final WriteMetrics metrics;
    private final Readiness readiness;
    private final AtomicBoolean indexInDoubt = new AtomicBoolean();

    EnrichedListener(
            NewsIndex index, BulkWriter writer, DeadLetters deadLetters, WriteMetrics metrics, Readiness readiness) {
        this.index = index;
        this.writer = writer;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.readiness = readiness;
    }

    @KafkaListener(
            id = ID,
            idIsGroup = false,
            topics = Topics.ENRICHED,
            batch = "true",
            concurrency = "${dongtin.index.write.concurrency:2}",
            autoStartup = "false")
    void store(List<ConsumerRecord<byte[], byte[]>> messages) {
        metrics.received(messages.size());
        try {
            assureIndex();
            var batch = ReadBatch.of(messages);
            List<Outcome> outcomes = writer.write(batch.items());
            batch.awaitNothing(outcomes);
            deadLetters.park(batch.letters(outcomes));
            metrics.unreadable(batch.unreadable().size());
            outcomes.forEach(metrics::settled);
            readiness.ready();
        } catch (RuntimeException e) { // the outermost edge: also what nobody thought of is waited for, and told
            metrics.waiting(messages.size());
            indexInDoubt.set(true);
            readiness.waiting(e instanceof Outage ? String.valueOf(e.getMessage()) : e.toString(), messages.size());
            throw e;
        }
    }

    // What comes back after an outage may be an Elasticsearch without the index, or without any.
    private void assureIndex() {
        if (!indexInDoubt.get()) {
            return;
        }
        try {
            index.install();
            indexInDoubt.set(false);
        } catch (IOException | IncompatibleMapping e) {
            throw new Outage(String.valueOf(e.getMessage()), e);
        }
    }
}

package dongtin.index.write;

import dongtin.index.template.IncompatibleMapping;
import dongtin.index.template.NewsIndex;
import dongtin.message.Topics;
import dongtin.watch.ItemTraces;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
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
    private final ItemTraces traces;
    private final Readiness readiness;
    private final Held held;
    private final AtomicBoolean indexInDoubt = new AtomicBoolean();

    /**
     * Of batches that are given back, the messages that are settled already and only wait for their neighbours. A batch comes
     * again as the very same objects; should it not, they are written twice, which does no harm.
     */
    private final Set<ConsumerRecord<byte[], byte[]>> settled =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    EnrichedListener(
            NewsIndex index,
            BulkWriter writer,
            DeadLetters deadLetters,
            WriteMetrics metrics,
            ItemTraces traces,
            Readiness readiness,
            Held held) {
        this.index = index;
        this.writer = writer;
        this.deadLetters = deadLetters;
        this.held = held;
        this.metrics = metrics;
        this.traces = traces;
        this.readiness = readiness;
    }

    @KafkaListener(
            id = ID,
            idIsGroup = false,
            topics = Topics.ENRICHED,
            batch = "true",
            concurrency = "${dongtin.index.write.concurrency:2}",
            autoStartup = "false")
    @SuppressWarnings("try") // the room is only held
    void store(List<ConsumerRecord<byte[], byte[]>> delivered) {
        List<ConsumerRecord<byte[], byte[]>> messages =
                delivered.stream().filter(message -> !settled.contains(message)).toList();
        try (var room = held.room(messages)) {
            store(ReadBatch.of(messages));
            readiness.ready();
        } catch (RuntimeException e) { // the outermost edge: also what nobody thought of is waited for, and told
            int waiting = (int) messages.stream()
                    .filter(message -> !settled.contains(message))
                    .count();
            indexInDoubt.set(true);
            readiness.waiting(e instanceof Outage ? String.valueOf(e.getMessage()) : e.toString(), waiting);
            throw e;
        }
    }

    private void store(ReadBatch batch) {
        try (var passage = new Passage(batch, metrics, traces)) {
            try {
                assureIndex();
                write(batch, passage);
            } catch (RuntimeException e) {
                passage.waiting(e);
                throw e;
            }
        }
    }

    private void write(ReadBatch batch, Passage passage) {
        List<Outcome> outcomes = writer.write(batch.items());
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Stored stored -> settle(i, stored, batch, passage);
                case Outcome.Stale stale -> settle(i, stale, batch, passage);
                case Outcome.Busy busy -> {} // the batch waits for it, below
                case Outcome.Refused refused -> {} // settled when it is a dead letter
            }
        }
        batch.awaitNothing(outcomes);
        deadLetters.park(batch.letters(outcomes));
        passage.unreadableSettled();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused refused) {
                passage.settled(i, refused);
            }
        }
    }

    private void settle(int item, Outcome outcome, ReadBatch batch, Passage passage) {
        settled.add(batch.readable().get(item));
        passage.settled(item, outcome);
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

package dongtin.index.reindex;

import dongtin.index.template.NewGeneration;
import dongtin.index.write.BulkWriter;
import dongtin.index.write.Outcome;
import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Writes what the topic holds into a new generation. For one thread. */
final class Filling {

    private static final long FIRST_WAIT_MS = 250;
    private static final long LONGEST_WAIT_MS = 5_000;

    private final TopicReader topic;
    private final BulkWriter writer;
    private final NewGeneration generation;
    private final Progress progress;
    private final List<String> refused = new ArrayList<>();
    private final Interruption interruption;

    Filling(
            TopicReader topic,
            BulkWriter writer,
            NewGeneration generation,
            Progress progress,
            Interruption interruption) {
        this.topic = topic;
        this.writer = writer;
        this.generation = generation;
        this.progress = progress;
        this.interruption = interruption;
    }

    /**
     * Goes on up to these ends.
     *
     * @return whether they were reached within this time
     */
    boolean upTo(Map<TopicPartition, Long> ends, Duration within) throws IOException, InterruptedException, Unfinished {
        long begun = System.nanoTime();
        while (!topic.reached(ends)) {
            if (System.nanoTime() - begun > within.toNanos()) {
                return false;
            }
            write(items(topic.poll()));
            progress.behind(topic.behind(ends));
            interruption.orGoOn(0);
        }
        return true;
    }

    /** The ids of the items that the new generation does not take. */
    List<String> refused() {
        return refused;
    }

    private List<EnrichedItem> items(Iterable<ConsumerRecord<byte[], byte[]>> messages) {
        var items = new ArrayList<EnrichedItem>();
        for (var message : messages) {
            try {
                items.add(MessageJson.read(message.value(), EnrichedItem.class));
            } catch (MessageJson.UnreadableMessage e) {
                // A dead letter since it was there for the first time.
                progress.unreadable("%s-%d@%d: %s"
                        .formatted(message.topic(), message.partition(), message.offset(), e.getMessage()));
            }
        }
        return items;
    }

    private void write(List<EnrichedItem> items) throws IOException, InterruptedException, Unfinished {
        List<EnrichedItem> left = items;
        for (long wait = FIRST_WAIT_MS; !left.isEmpty(); wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
            var busy = new ArrayList<EnrichedItem>();
            String reason = settle(left, writer.write(left), busy);
            left = busy;
            if (!left.isEmpty()) {
                progress.waiting(reason);
                interruption.orGoOn(wait);
                if (!generation.ours()) {
                    throw new Unfinished("generation %d is gone: another reindex has begun, or somebody deleted it"
                            .formatted(generation.number()));
                }
            }
        }
    }

    private String settle(List<EnrichedItem> items, List<Outcome> outcomes, List<EnrichedItem> busy) {
        String reason = "";
        for (int i = 0; i < items.size(); i++) {
            EnrichedItem item = items.get(i);
            switch (outcomes.get(i)) {
                case Outcome.Stored stored -> progress.written();
                case Outcome.Stale stale -> progress.written();
                case Outcome.Refused no -> {
                    refused.add(item.item().id());
                    progress.refused(item.item().id() + ": " + no.reason());
                }
                case Outcome.Busy later -> {
                    busy.add(item);
                    reason = later.reason();
                }
            }
        }
        return reason;
    }
}

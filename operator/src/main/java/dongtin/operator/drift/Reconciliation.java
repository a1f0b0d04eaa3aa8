package dongtin.operator.drift;

import static java.util.Objects.requireNonNull;

import dongtin.operator.console.Output;
import dongtin.operator.console.Progress;
import dongtin.operator.index.NewsAll;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import dongtin.operator.replay.Newest;
import dongtin.operator.replay.NewestVersions;
import dongtin.operator.replay.Republication;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Compares the newest message of each item on a stage's topic with the index. Only what the stage has settled counts, without
 * dead letters. Whatever differs is asked again, and dropped if a message that is still on its way explains it. Holds a bounded
 * number of items. For one thread.
 */
final class Reconciliation {

    private final Stage stage;
    private final Settled settled;
    private final TopicReader reader;
    private final NewsAll index;
    private final Comparison comparison;
    private final Output output;
    private final @Nullable Republication repair;
    private final Consumer<Drift> each;
    private final Tail tail;
    private final @Nullable Tail further;
    private final Elsewhere elsewhere;

    private long compared;
    private long drifts;
    private long mended;
    private long deadLetters;

    /**
     * Ready to compare what is settled by now.
     *
     * @param repair what is missing or stale is published again through this; null to leave it
     */
    Reconciliation(
            Settled settled,
            Broker broker,
            TopicReader reader,
            NewsAll index,
            Output output,
            @Nullable Republication repair,
            Consumer<Drift> each) {
        this.stage = settled.stage();
        this.settled = settled;
        this.reader = reader;
        this.index = index;
        this.comparison = new Comparison(stage, index);
        this.output = output;
        this.repair = repair;
        this.each = each;
        tail = new Tail(stage, broker, reader, settled.offsets());
        // What is tagged is compared by what the next stage has settled of it.
        further = stage == Stage.ENRICH
                ? new Tail(
                        Stage.INDEX,
                        broker,
                        reader,
                        broker.offsets().beginnings(broker.partitions(Stage.INDEX.topic())))
                : null;
        elsewhere = new Elsewhere(reader, settled);
    }

    /**
     * What came of it.
     *
     * @param items that were compared
     * @param drifts found
     * @param mended of these, published again
     * @param deadLetters among the messages, which are no drift
     * @param behind messages that the stage has still to read: lag, no drift
     */
    record Summary(Stage stage, long items, long drifts, long mended, long deadLetters, long behind) {}

    /** @param atOnce how many items to hold at the most */
    Summary run(int atOnce) {
        long behind = tail.messages();
        index.refresh(); // what is settled is written, and so seen from here on
        settled.offsets().keySet().stream()
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .forEach(partition -> {
                    try (var progress = output.progress("drift on " + partition)) {
                        long from = settled.beginnings().getOrDefault(partition, 0L);
                        new NewestVersions(reader, stage, atOnce)
                                .visit(partition, from, settled.offset(partition), new Visit(partition, progress));
                    }
                });
        elsewhere.unexplained().stream()
                .collect(Collectors.groupingBy(Elsewhere.Kept::partition))
                .forEach(this::settleKept);
        return new Summary(stage, compared, drifts, mended, deadLetters, behind);
    }

    /** A partition on its way. */
    private final class Visit implements NewestVersions.Visitor {

        private final TopicPartition partition;
        private final Progress progress;
        private long last = -1;

        Visit(TopicPartition partition, Progress progress) {
            this.partition = partition;
            this.progress = progress;
        }

        @Override
        public boolean counts(ConsumerRecord<byte[], byte[]> message) {
            progress.at(message.offset(), settled.offset(partition));
            boolean counts = !settled.dead().hold(message);
            if (message.offset() > last) {
                last = message.offset();
                deadLetters += counts ? 0 : 1;
            }
            return counts;
        }

        @Override
        public void unreadable(ConsumerRecord<byte[], byte[]> message, String reason) {
            progress.clear();
            tell(new Drift(Drift.Kind.UNREAD, "", Position.of(message), null, null, List.of()));
        }

        @Override
        public void share(Map<String, Newest> items) {
            progress.clear();
            compared += items.size();
            Map<String, Newest> suspects = new HashMap<>(items);
            suspects.keySet().retainAll(comparison.differing(partition, items).keySet());
            if (!suspects.isEmpty()) {
                index.refresh(); // another generation may have come to serve meanwhile
                settle(partition, suspects);
            }
        }
    }

    private void settle(TopicPartition partition, Map<String, Newest> suspects) {
        Map<String, Drift> differing = comparison.differing(partition, suspects);
        tail.explain(differing.keySet(), suspects);
        if (further != null) {
            further.explain(differing.keySet(), suspects);
        }
        differing
                .values()
                .removeIf(drift -> elsewhere.keep(partition, drift, requireNonNull(suspects.get(drift.item()))));
        differing.values().stream()
                .sorted(Comparator.comparing(drift -> requireNonNull(drift.at())))
                .forEach(this::tell);
        Map<String, Newest> mendable = new HashMap<>(suspects);
        mendable.keySet()
                .removeIf(id ->
                        differing.get(id) == null || !differing.get(id).kind().mendable());
        mend(partition, mendable);
    }

    private void settleKept(TopicPartition partition, List<Elsewhere.Kept> unexplained) {
        Map<String, Newest> mendable = new HashMap<>();
        for (Elsewhere.Kept kept : unexplained) {
            tell(kept.drift());
            if (kept.drift().kind().mendable()) {
                mendable.put(kept.drift().item(), kept.newest());
            }
        }
        mend(partition, mendable);
    }

    private void mend(TopicPartition partition, Map<String, Newest> items) {
        if (repair != null) {
            repair.publish(partition, items, tail.end(), position -> mended++);
        }
    }

    private void tell(Drift drift) {
        drifts++;
        each.accept(drift);
    }
}

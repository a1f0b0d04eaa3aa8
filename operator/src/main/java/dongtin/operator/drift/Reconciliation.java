package dongtin.operator.drift;

import dongtin.message.Status;
import dongtin.operator.console.Output;
import dongtin.operator.console.Progress;
import dongtin.operator.index.Indexed;
import dongtin.operator.index.NewsAll;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import dongtin.operator.replay.Newest;
import dongtin.operator.replay.NewestVersions;
import dongtin.operator.replay.Republication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Compares the newest message of each item with the index. Only what index-service has settled counts: messages before the
 * offsets of its group, without those that are dead letters. Whatever differs is asked again, and dropped if a message that is
 * still to come explains it. Holds a bounded number of items. For one thread.
 */
final class Reconciliation {

    private static final int ASKED_AT_ONCE = 1_000;

    private final TopicReader reader;
    private final NewsAll index;
    private final Output output;
    private final int atOnce;
    private final @Nullable Republication repair;
    private final Consumer<Drift> each;

    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> settled;
    private final Map<TopicPartition, Long> ends;
    private final DeadOrigins dead;
    private final Tail tail;
    private final Elsewhere elsewhere;

    private long compared;
    private long drifts;
    private long mended;
    private long deadLetters;

    /**
     * Ready to compare what is settled by now.
     *
     * @param group of index-service
     * @param atOnce how many items to hold at the most
     * @param repair what is missing or stale is published again through this; null to leave it
     */
    Reconciliation(
            Broker broker,
            TopicReader reader,
            NewsAll index,
            Output output,
            String group,
            int atOnce,
            @Nullable Republication repair,
            Consumer<Drift> each) {
        this.reader = reader;
        this.index = index;
        this.output = output;
        this.atOnce = atOnce;
        this.repair = repair;
        this.each = each;
        List<TopicPartition> partitions = broker.partitions(Stage.INDEX.topic());
        // In this order: what is settled is a dead letter or written, so it is seen after a refresh.
        Map<TopicPartition, Long> committed = broker.offsets().committed(group);
        ends = broker.offsets().ends(partitions);
        beginnings = broker.offsets().beginnings(partitions);
        settled = partitions.stream()
                .collect(Collectors.toMap(
                        one -> one,
                        one -> Math.max(committed.getOrDefault(one, 0L), beginnings.getOrDefault(one, 0L))));
        dead = DeadOrigins.of(Stage.INDEX.topic(), broker, reader);
        index.refresh();
        tail = new Tail(broker, reader, settled);
        elsewhere = new Elsewhere(reader, beginnings, settled);
    }

    /**
     * What came of it.
     *
     * @param items that were compared
     * @param drifts found
     * @param mended of these, published again
     * @param deadLetters among the messages, which are no drift
     * @param behind offsets that index-service has still to read: lag, no drift
     */
    record Summary(long items, long drifts, long mended, long deadLetters, long behind) {}

    Summary run() {
        for (TopicPartition partition : settled.keySet().stream()
                .sorted(java.util.Comparator.comparingInt(TopicPartition::partition))
                .toList()) {
            try (var progress = output.progress("drift on " + partition)) {
                long from = beginnings.getOrDefault(partition, 0L);
                new NewestVersions(reader, Stage.INDEX, atOnce)
                        .visit(partition, from, end(partition), new Visit(partition, progress));
            }
        }
        elsewhere.unexplained().forEach(this::tell);
        long behind = ends.entrySet().stream()
                .mapToLong(one -> Math.max(0, one.getValue() - end(one.getKey())))
                .sum();
        return new Summary(compared, drifts, mended, deadLetters, behind);
    }

    private long end(TopicPartition partition) {
        return settled.getOrDefault(partition, 0L);
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
            progress.at(message.offset(), end(partition));
            boolean counts = !dead.hold(message);
            if (message.offset() > last) {
                last = message.offset();
                deadLetters += counts ? 0 : 1;
            }
            return counts;
        }

        @Override
        public void unreadable(ConsumerRecord<byte[], byte[]> message, String reason) {
            tell(new Drift(Drift.Kind.UNREAD, "", Position.of(message), null, null, List.of()));
        }

        @Override
        public void share(Map<String, Newest> items) {
            compared += items.size();
            Map<String, Newest> suspects = new HashMap<>();
            chunks(items).forEach(chunk -> differing(chunk).forEach((id, drift) -> suspects.put(id, chunk.get(id))));
            if (!suspects.isEmpty()) {
                index.refresh(); // another generation may have come to serve meanwhile
                chunks(suspects).forEach(chunk -> settle(partition, chunk));
            }
        }

        private Map<String, Drift> differing(Map<String, Newest> items) {
            return Reconciliation.this.differing(partition, items);
        }
    }

    private Map<String, Drift> differing(TopicPartition partition, Map<String, Newest> items) {
        Map<String, List<Indexed>> found =
                index.states(items.keySet()).stream().collect(Collectors.groupingBy(Indexed::id));
        Map<String, Drift> drifts = new HashMap<>();
        items.forEach((id, newest) -> {
            List<Indexed> documents = found.getOrDefault(id, List.of());
            Drift.Kind kind = Drift.between(newest, documents);
            if (kind != null) {
                var at = new Position(partition.topic(), partition.partition(), newest.offset());
                String status = Status.ofOrder(newest.order()).word();
                drifts.put(id, new Drift(kind, id, at, newest.version(), status, documents));
            }
        });
        return drifts;
    }

    private void settle(TopicPartition partition, Map<String, Newest> suspects) {
        Map<String, Drift> differing = differing(partition, suspects);
        tail.explained(differing.keySet(), suspects).forEach(differing::remove);
        differing.values().removeIf(drift -> elsewhere.mayExplain(drift) && elsewhere.keep(drift));
        differing.values().forEach(this::tell);
        if (repair != null) {
            Map<String, Newest> mendable = new HashMap<>(suspects);
            mendable.keySet()
                    .removeIf(id -> differing.get(id) == null
                            || !differing.get(id).kind().mendable());
            repair.publish(partition, mendable, tail.end(), position -> mended++);
        }
    }

    private void tell(Drift drift) {
        drifts++;
        each.accept(drift);
    }

    private static List<Map<String, Newest>> chunks(Map<String, Newest> items) {
        var chunks = new ArrayList<Map<String, Newest>>();
        Map<String, Newest> chunk = new HashMap<>();
        for (Map.Entry<String, Newest> item : items.entrySet()) {
            chunk.put(item.getKey(), item.getValue());
            if (chunk.size() == ASKED_AT_ONCE) {
                chunks.add(chunk);
                chunk = new HashMap<>();
            }
        }
        chunks.add(chunk);
        return chunks.stream().filter(one -> !one.isEmpty()).toList();
    }
}

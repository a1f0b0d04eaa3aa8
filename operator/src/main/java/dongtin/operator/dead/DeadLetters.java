package dongtin.operator.dead;

import dongtin.operator.console.Output;
import dongtin.operator.console.Trouble;
import dongtin.operator.dead.Selection.Chosen;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.Offsets;
import dongtin.operator.kafka.TopicReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the dead letters that are chosen, up to where the topics end when it begins. For one thread. */
final class DeadLetters {

    private final Broker broker;
    private final TopicReader reader;
    private final Output output;

    DeadLetters(Broker broker, TopicReader reader, Output output) {
        this.broker = broker;
        this.reader = reader;
        this.output = output;
    }

    /**
     * One topic after the other, and each partition in its order.
     *
     * @throws Trouble if there is no such topic
     */
    void each(Chosen chosen, Consumer<DeadLetter> each) {
        for (String topic : chosen.topics()) {
            List<TopicPartition> partitions = broker.partitions(topic).stream()
                    .filter(one -> within(chosen, one))
                    .sorted(Comparator.comparingInt(TopicPartition::partition))
                    .toList();
            Map<TopicPartition, Long> from = from(chosen, partitions);
            Map<TopicPartition, Long> to = broker.offsets().ends(partitions);
            for (TopicPartition one : partitions) {
                read(one, from.getOrDefault(one, 0L), to.getOrDefault(one, 0L), chosen, each);
            }
        }
    }

    private void read(TopicPartition one, long from, long to, Chosen chosen, Consumer<DeadLetter> each) {
        long last = Math.min(to, chosen.lastOffset() == Long.MAX_VALUE ? to : chosen.lastOffset() + 1);
        try (var progress = output.progress(one.toString())) {
            reader.read(one, Math.max(from, chosen.firstOffset()), last, message -> {
                progress.at(message.offset() - from, to - from);
                DeadLetter letter = DeadLetter.of(message);
                if (chosen.holds(letter)) {
                    progress.clear();
                    each.accept(letter);
                }
            });
        }
    }

    private static boolean within(Chosen chosen, TopicPartition one) {
        return (chosen.partition() == null || chosen.partition() == one.partition())
                && (chosen.positions().isEmpty()
                        || chosen.positions().stream()
                                .anyMatch(position -> position.topicPartition().equals(one)));
    }

    private Map<TopicPartition, Long> from(Chosen chosen, List<TopicPartition> partitions) {
        Offsets offsets = broker.offsets();
        return chosen.from() == null ? offsets.beginnings(partitions) : offsets.since(partitions, chosen.from());
    }
}

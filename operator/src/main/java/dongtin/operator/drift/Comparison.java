package dongtin.operator.drift;

import dongtin.message.Status;
import dongtin.operator.index.Indexed;
import dongtin.operator.index.NewsAll;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.Stage;
import dongtin.operator.replay.Newest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Compares newest messages with the index, as it is when it is asked. For one thread. */
final class Comparison {

    private static final int ASKED_AT_ONCE = 1_000;

    private final Stage stage;
    private final NewsAll index;

    Comparison(Stage stage, NewsAll index) {
        this.stage = stage;
        this.index = index;
    }

    /** What differs among these items of a partition, by id. */
    Map<String, Drift> differing(TopicPartition partition, Map<String, Newest> items) {
        Map<String, Drift> drifts = new HashMap<>();
        items.entrySet().stream().gather(Gatherers.windowFixed(ASKED_AT_ONCE)).forEach(some -> {
            Map<String, List<Indexed>> found = index
                    .states(some.stream().map(Map.Entry::getKey).toList())
                    .stream()
                    .collect(Collectors.groupingBy(Indexed::id));
            some.forEach(item -> {
                String id = item.getKey();
                Drift drift = drift(partition, id, item.getValue(), found.getOrDefault(id, List.of()));
                if (drift != null) {
                    drifts.put(id, drift);
                }
            });
        });
        return drifts;
    }

    private @Nullable Drift drift(TopicPartition partition, String id, Newest newest, List<Indexed> documents) {
        Drift.Kind kind = Drift.between(stage, newest, documents);
        var at = new Position(partition.topic(), partition.partition(), newest.offset());
        return kind == null
                ? null
                : new Drift(
                        kind,
                        id,
                        at,
                        newest.version(),
                        Status.ofOrder(newest.order()).word(),
                        documents);
    }
}

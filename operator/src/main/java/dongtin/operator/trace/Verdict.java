package dongtin.operator.trace;

import dongtin.message.Topics;
import dongtin.operator.index.Indexed;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Where an item has come to.
 *
 * @param well whether it is where it should be, or on its way there
 */
record Verdict(String item, String outcome, boolean well) {

    /** The groups' offsets, by stage. */
    interface Committed {
        Map<TopicPartition, Long> of(Stage stage);
    }

    static Verdict of(String item, List<Event> events, List<Indexed> indexed, Committed committed, Instant now) {
        Optional<Event> newest = last(events, Topics.RAW)
                .map(raw -> last(events, Topics.ENRICHED)
                        .filter(enriched -> order(enriched) > order(raw))
                        .orElse(raw))
                .or(() -> last(events, Topics.ENRICHED));
        if (indexed.size() > 1) {
            return new Verdict(
                    item,
                    "stands %d times in the index: %s"
                            .formatted(
                                    indexed.size(),
                                    indexed.stream().map(Indexed::index).toList()),
                    false);
        }
        if (newest.isEmpty()) {
            return indexed.isEmpty()
                    ? withoutItem(item, events)
                    : new Verdict(
                            item, seen(indexed.getFirst(), now) + "; the topics hold nothing of it any more", true);
        }
        if (!indexed.isEmpty() && indexed.getFirst().order() >= order(newest.get())) {
            return new Verdict(item, seen(indexed.getFirst(), now), true);
        }
        return stuck(item, events, newest.get(), indexed, committed);
    }

    private static Verdict withoutItem(String item, List<Event> events) {
        if (events.isEmpty()) {
            return new Verdict(item, "nothing is known of it", false);
        }
        String dead = events.stream()
                .filter(event -> Stage.ofDeadLetters(event.where()))
                .max(Comparator.comparing(Event::time))
                .map(event -> "; the last one is a dead letter, %s, %s".formatted(event.at(), event.note()))
                .orElse("");
        return new Verdict(item, "no message of it can be read" + dead, false);
    }

    private static String seen(Indexed document, Instant now) {
        String version = "in the index at version %d, its newest".formatted(document.version());
        if (document.readable(now)) {
            return version + ", for all readers";
        }
        return document.status().equals("usable")
                ? version + ", hidden from readers until its embargo ends"
                : "%s, hidden from readers: it is %s".formatted(version, document.status());
    }

    private static Verdict stuck(
            String item, List<Event> events, Event newest, List<Indexed> indexed, Committed committed) {
        String version = "version %d (%s) ".formatted(newest.version(), newest.status());
        String instead = indexed.isEmpty()
                ? "; the index has none"
                : "; the index has version %d (%s)"
                        .formatted(
                                indexed.getFirst().version(), indexed.getFirst().status());
        for (Stage stage : List.of(Stage.INDEX, Stage.ENRICH)) {
            Optional<Event> message = last(events, stage.topic()).filter(one -> order(one) == order(newest));
            if (message.isEmpty()) {
                continue;
            }
            Position at = java.util.Objects.requireNonNull(message.get().at());
            long read = committed.of(stage).getOrDefault(at.topicPartition(), 0L);
            if (at.offset() >= read) {
                return new Verdict(
                        item,
                        version + "waits at %s; group %s is at %d%s".formatted(at, stage.group(), read, instead),
                        true);
            }
            Optional<Event> dead =
                    last(events, Topics.deadLetter(stage.topic())).filter(one -> order(one) == order(newest));
            return dead.isPresent()
                    ? new Verdict(
                            item,
                            version
                                    + "is a dead letter, %s, %s%s"
                                            .formatted(
                                                    dead.get().at(), dead.get().note(), instead),
                            false)
                    : new Verdict(
                            item,
                            version + "was read at %s and is nowhere%s".formatted(at, instead) + advice(stage),
                            false);
        }
        throw new IllegalStateException("the newest message is on one of the topics");
    }

    private static String advice(Stage stage) {
        return stage == Stage.INDEX ? ": operator drift --repair" : ": operator replay --stage enrich";
    }

    /** Of the greatest order the last one. */
    private static Optional<Event> last(List<Event> events, String topic) {
        return events.stream()
                .filter(event -> event.where().equals(topic) && event.order() != null)
                .max(Comparator.comparingLong(Verdict::order).thenComparing(Event::time));
    }

    private static long order(Event event) {
        Long order = event.order();
        return order == null ? -1 : order;
    }
}

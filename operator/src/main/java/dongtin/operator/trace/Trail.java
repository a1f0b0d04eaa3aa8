package dongtin.operator.trace;

import dongtin.message.MessageJson;
import dongtin.message.Topics;
import dongtin.operator.console.Output;
import dongtin.operator.dead.Marks;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.Headers;
import dongtin.operator.kafka.ItemVersion;
import dongtin.operator.kafka.Keys;
import dongtin.operator.kafka.Offsets;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.Stage;
import dongtin.operator.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Follows an item over the topics. For one thread. */
final class Trail {

    /** A message is written after it was received, and clocks are set back at times. */
    private static final Duration BEFORE = Duration.ofMinutes(10);

    private static final Duration AFTER = Duration.ofHours(1);

    private final Broker broker;
    private final TopicReader reader;
    private final Output output;
    private final Marks marks;
    private final byte[] key;
    private final @Nullable Instant since;
    private final boolean allPartitions;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Instant> originals = new LinkedHashMap<>();

    /**
     * Of one item.
     *
     * @param since when to begin; null for all that there is
     * @param allPartitions whether to look also where its key does not put it
     */
    Trail(
            Broker broker,
            TopicReader reader,
            Output output,
            String item,
            @Nullable Instant since,
            boolean allPartitions) {
        this.broker = broker;
        this.reader = reader;
        this.output = output;
        this.marks = Marks.read(broker, reader);
        this.key = item.getBytes(StandardCharsets.UTF_8);
        this.since = since;
        this.allPartitions = allPartitions;
    }

    /** All messages of the item, and the originals that they were read from; in no order. */
    List<Event> follow() {
        for (Stage stage : Stage.values()) {
            read(stage.topic(), key, since, null, message -> events.add(item(stage, message)));
            read(Topics.deadLetter(stage.topic()), key, since, null, message -> events.add(dead(stage, message)));
        }
        originals.forEach(this::original);
        return events;
    }

    private Event item(Stage stage, ConsumerRecord<byte[], byte[]> message) {
        String from = Headers.text(message, Topics.REPLAYED_FROM_HEADER);
        String replayed = from == null ? "" : "replayed from " + from + "; ";
        try {
            ItemVersion item = stage.read(message.value());
            originals.merge(item.sha256(), item.received(), (a, b) -> a.isBefore(b) ? a : b);
            return event(message, item, replayed + item.headline());
        } catch (MessageJson.UnreadableMessage e) {
            return event(message, null, replayed + "unreadable: " + e.getMessage());
        }
    }

    private Event dead(Stage stage, ConsumerRecord<byte[], byte[]> message) {
        String note = "%s: %s"
                .formatted(
                        marks.word(message),
                        Objects.requireNonNullElse(Headers.text(message, Topics.REASON_HEADER), "no reason given"));
        try {
            return event(message, stage.read(message.value()), note);
        } catch (MessageJson.UnreadableMessage e) {
            return event(message, null, note);
        }
    }

    private static Event event(ConsumerRecord<byte[], byte[]> message, @Nullable ItemVersion item, String note) {
        return new Event(
                Instant.ofEpochMilli(message.timestamp()),
                message.topic(),
                Position.of(message),
                item == null ? null : (Long) item.order(),
                item == null ? null : (Long) item.version(),
                item == null ? null : item.status().word(),
                item == null ? Headers.text(message, Topics.FEED_HEADER) : item.feed(),
                note);
    }

    private void original(String sha256, Instant received) {
        byte[] hash = sha256.getBytes(StandardCharsets.UTF_8);
        int before = events.size();
        Consumer<ConsumerRecord<byte[], byte[]>> found = message -> events.add(event(
                message,
                null,
                "%,d bytes%s, %s"
                        .formatted(
                                message.value() == null ? 0 : message.value().length,
                                type(message),
                                sha256.substring(0, Math.min(12, sha256.length())))));
        read(Topics.ORIGINAL, hash, received.minus(BEFORE), received.plus(AFTER), found);
        if (events.size() == before) {
            read(Topics.ORIGINAL, hash, null, null, found);
        }
    }

    private static String type(ConsumerRecord<byte[], byte[]> message) {
        String type = Headers.text(message, Topics.CONTENT_TYPE_HEADER);
        return type == null ? "" : " of " + type;
    }

    private void read(
            String topic,
            byte[] wanted,
            @Nullable Instant from,
            @Nullable Instant to,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        List<TopicPartition> partitions = broker.partitionsIfAny(topic);
        if (partitions.isEmpty()) {
            output.say("there is no topic " + topic);
            return;
        }
        List<TopicPartition> where = allPartitions ? partitions : List.of(Keys.partition(wanted, partitions));
        Offsets offsets = broker.offsets();
        Map<TopicPartition, Long> begin = from == null ? offsets.beginnings(where) : offsets.since(where, from);
        Map<TopicPartition, Long> end = to == null ? offsets.ends(where) : offsets.since(where, to);
        long[] read = {0};
        long all = where.stream()
                .mapToLong(one -> end.getOrDefault(one, 0L) - begin.getOrDefault(one, 0L))
                .sum();
        try (var progress = output.progress(topic)) {
            reader.read(begin, end, message -> {
                progress.at(++read[0], all);
                if (Arrays.equals(message.key(), wanted)) {
                    each.accept(message);
                }
            });
        }
    }
}

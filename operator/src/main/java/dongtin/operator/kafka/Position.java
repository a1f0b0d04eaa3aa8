package dongtin.operator.kafka;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a message stands, written as {@code wire.raw.v1-3@42}: topic, partition, offset. */
public record Position(String topic, int partition, long offset) implements Comparable<Position> {

    // 3@42, behind the topic and a hyphen
    private static final Pattern WITHIN_TOPIC = Pattern.compile("(\\d{1,6}+)@(\\d{1,18}+)");

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::topic)
            .thenComparingInt(Position::partition)
            .thenComparingLong(Position::offset);

    public static Position of(ConsumerRecord<?, ?> message) {
        return new Position(message.topic(), message.partition(), message.offset());
    }

    /** The position that is written so; nothing if it is none. */
    public static Optional<Position> parse(String written) {
        int hyphen = written.lastIndexOf('-');
        Matcher within = WITHIN_TOPIC.matcher(written.substring(hyphen + 1));
        return hyphen < 1 || !within.matches()
                ? Optional.empty()
                : Optional.of(new Position(
                        written.substring(0, hyphen),
                        Integer.parseInt(within.group(1)),
                        Long.parseLong(within.group(2))));
    }

    @JsonCreator
    static Position read(String written) {
        return parse(written).orElseThrow(() -> new IllegalArgumentException(written + " is no position of a message"));
    }

    public TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @JsonValue
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}

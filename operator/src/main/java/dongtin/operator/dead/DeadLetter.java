package dongtin.operator.dead;

import static java.util.Objects.requireNonNullElse;

import dongtin.message.Topics;
import dongtin.operator.kafka.Headers;
import dongtin.operator.kafka.Position;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A message that could not be taken further, as it stands on a dead-letter topic. */
record DeadLetter(Position position, ConsumerRecord<byte[], byte[]> message) {

    private static final String SUFFIX = Topics.deadLetter("");

    static DeadLetter of(ConsumerRecord<byte[], byte[]> message) {
        return new DeadLetter(Position.of(message), message);
    }

    Instant written() {
        return Instant.ofEpochMilli(message.timestamp());
    }

    /** The item's id; empty where the message has no key. */
    String item() {
        return Headers.key(message);
    }

    String reason() {
        return requireNonNullElse(Headers.text(message, Topics.REASON_HEADER), "");
    }

    /** Where the message failed; null where it does not say so. */
    @Nullable Position origin() {
        String written = Headers.text(message, Topics.ORIGIN_HEADER);
        return written == null ? null : Position.parse(written).orElse(null);
    }

    /** The topic that the message failed on: as it says, else by the name of its own topic. */
    String failedOn() {
        Position origin = origin();
        if (origin != null) {
            return origin.topic();
        }
        String topic = position.topic();
        return topic.substring(0, topic.length() - SUFFIX.length());
    }
}

package dongtin.operator.dead;

import dongtin.message.MessageJson;
import dongtin.message.Topics;
import dongtin.operator.console.Trouble;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.Headers;
import dongtin.operator.kafka.Offsets;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.TopicReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The marks of all dead letters, as they were when they were read. */
public final class Marks {

    private final Map<Position, Mark> marks = new HashMap<>();

    private Marks() {}

    /** All that is committed; none while nobody has marked any. */
    public static Marks read(Broker broker, TopicReader reader) {
        var marks = new Marks();
        List<TopicPartition> partitions = broker.partitionsIfAny(Topics.DEAD_MARKS);
        if (!partitions.isEmpty()) {
            Offsets offsets = broker.offsets();
            reader.read(offsets.beginnings(partitions), offsets.ends(partitions), marks::add);
        }
        return marks;
    }

    private void add(ConsumerRecord<byte[], byte[]> message) {
        String key = Headers.key(message);
        Position letter = Position.parse(key)
                .orElseThrow(() ->
                        new Trouble("%s has the key %s, which is no dead letter".formatted(Position.of(message), key)));
        if (message.value() == null) {
            marks.remove(letter);
            return;
        }
        try {
            marks.put(letter, MessageJson.read(message.value(), Mark.class));
        } catch (MessageJson.UnreadableMessage e) {
            // To take it for open would replay it again.
            throw new Trouble("%s can not be read: %s".formatted(Position.of(message), e.getMessage()), e);
        }
    }

    /** What was done with it; null while it is open. */
    @Nullable Mark of(DeadLetter letter) {
        Mark mark = marks.get(letter.position());
        return mark == null || !mark.written().equals(letter.written()) ? null : mark;
    }

    Mark.State state(DeadLetter letter) {
        Mark mark = of(letter);
        return mark == null ? Mark.State.OPEN : mark.state();
    }

    /** In a word for a reader: open, replayed or discarded. */
    public String word(ConsumerRecord<byte[], byte[]> letter) {
        return state(DeadLetter.of(letter)).toString();
    }
}

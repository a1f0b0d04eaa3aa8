package dongtin.index.write;

import dongtin.index.write.DeadLetters.Letter;
import dongtin.message.EnrichedItem;
import dongtin.message.LoggedReason;
import dongtin.message.MessageJson;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A batch of messages, parted into what can be read and what not.
 *
 * @param readable the messages of {@code items}, in the same order
 */
record ReadBatch(List<ConsumerRecord<byte[], byte[]>> readable, List<EnrichedItem> items, List<Letter> unreadable) {

    private static final Logger LOG = LoggerFactory.getLogger(ReadBatch.class);

    static ReadBatch of(List<ConsumerRecord<byte[], byte[]>> messages) {
        var batch = new ReadBatch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        messages.forEach(batch::read);
        return batch;
    }

    private void read(ConsumerRecord<byte[], byte[]> message) {
        byte[] value = message.value();
        if (value == null) {
            unreadable.add(new Letter(message, "a message without a value"));
            return;
        }
        try {
            items.add(MessageJson.read(value, EnrichedItem.class));
            readable.add(message);
        } catch (MessageJson.UnreadableMessage e) {
            unreadable.add(new Letter(message, String.valueOf(e.getMessage())));
        }
    }

    /** @throws Outage if an item could not be written for now */
    void awaitNothing(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Busy busy) {
                throw new Outage(busy.reason());
            }
        }
    }

    /** What is never going to be indexed, unreadable or refused. */
    List<Letter> letters(List<Outcome> outcomes) {
        var letters = new ArrayList<>(unreadable);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Refused refused) {
                letters.add(new Letter(readable.get(i), refused.reason()));
            }
        }
        letters.forEach(letter -> LOG.atWarn()
                .addKeyValue("message.origin", DeadLetters.origin(letter.message()))
                .addKeyValue("error.message", LoggedReason.of(letter.reason()))
                .log("message not indexed, kept as a dead letter"));
        return letters;
    }
}

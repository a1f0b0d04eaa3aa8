package dongtin.ingest.raw;

import dongtin.ingest.format.Reading;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import java.util.Optional;

/** An item as it goes onto the raw topic. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawMessage(RawItem item, byte[] json) {

    /** A third of what the topics take: the tags are still to come, and the reason if it ends as a dead letter. */
    private static final int LONGEST = 12 * 1024 * 1024;

    /** The item's message; nothing if it would be too long for the topics. */
    public static Optional<RawMessage> of(RawItem item) {
        byte[] json = MessageJson.write(item);
        return json.length > LONGEST ? Optional.empty() : Optional.of(new RawMessage(item, json));
    }

    /** The refusal of an item that would be too long. */
    static Reading.Refused tooLong(Reading.Item reading) {
        RawItem item = reading.item();
        String name = item.guid() == null ? item.id() : item.guid();
        return new Reading.Refused(name, "longer than the topics take, text and HTML together");
    }
}

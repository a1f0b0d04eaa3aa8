package dongtin.ingest.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import dongtin.ingest.format.Reading;
import dongtin.ingest.raw.RawMessage;
import dongtin.ingest.raw.Taken;
import dongtin.message.RawItem;
import dongtin.message.Status;
import java.util.List;

/**
 * What became of a pushed message.
 *
 * @param items what was accepted
 * @param refused what was not, though its neighbours were
 */
record PushAnswer(
        List<Accepted> items,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refused> refused) {

    static PushAnswer of(Taken.Published taken) {
        return new PushAnswer(
                taken.items().stream().map(RawMessage::item).map(Accepted::of).toList(), refused(taken.refused()));
    }

    static List<Refused> refused(List<Reading.Refused> refused) {
        return refused.stream().map(one -> new Refused(one.at(), one.reason())).toList();
    }

    /** An item that is published. */
    record Accepted(String id, long version, Status status) {
        static Accepted of(RawItem item) {
            return new Accepted(item.id(), item.version(), item.status());
        }
    }

    /** An item that can not be taken: where it stands in the message, and why. */
    record Refused(String at, String reason) {}
}

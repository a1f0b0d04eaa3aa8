package dongtin.ingest.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import dongtin.ingest.format.Reading;
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

    /** An item that is published. */
    record Accepted(String id, long version, Status status) {
        static Accepted of(RawItem item) {
            return new Accepted(item.id(), item.version(), item.status());
        }
    }

    /** An item that can not be taken: where it stands in the message, and why. */
    record Refused(String at, String reason) {
        static Refused tooLong(RawItem item) {
            String name = item.guid() == null ? item.id() : item.guid();
            return new Refused(name, "longer than the topics take, text and HTML together");
        }

        static Refused of(Reading.Refused refused) {
            return new Refused(refused.at(), refused.reason());
        }
    }
}

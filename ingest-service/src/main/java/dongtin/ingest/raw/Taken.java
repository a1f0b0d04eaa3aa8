package dongtin.ingest.raw;

import dongtin.ingest.format.Reading;
import java.util.List;

/** What became of a message. */
public sealed interface Taken {

    /** The broker has the items; what was refused, it has not. */
    record Published(List<RawMessage> items, List<Reading.Refused> refused) implements Taken {
        public Published {
            items = List.copyOf(items);
            refused = List.copyOf(refused);
        }
    }

    /** The message was read, but none of its items can be taken. */
    record NothingUsable(List<Reading.Refused> refused) implements Taken {
        public NothingUsable {
            refused = List.copyOf(refused);
        }
    }

    /**
     * The message is not of its format.
     *
     * @param at where: a JSON pointer (RFC 6901), or line and column; empty where that is not known
     */
    record Unreadable(String at, String reason) implements Taken {

        /** Whether nothing is wrong but that there is nothing in it. */
        public boolean empty() {
            return reason.endsWith(Reading.Malformed.WITHOUT_ITEMS);
        }
    }

    /**
     * No format claims the message.
     *
     * @param known the names of the formats that are read, for people
     */
    record UnknownFormat(String known) implements Taken {}

    /**
     * The message holds more than it may, of items or of what items are made of, and was read no further.
     *
     * @param at where the limit was passed: a JSON pointer (RFC 6901), or line and column
     * @param reason what there is too much of, and the limit
     */
    record TooMuch(String at, String reason) implements Taken {}
}

package dongtin.ingest.format;

import dongtin.message.RawItem;

/** What came of one item of a message, or of a message as a whole. */
public sealed interface Reading {

    /** The item was read. */
    record Item(RawItem item) implements Reading {}

    /**
     * An item that can not be taken; its neighbours can.
     *
     * @param at where in the message: a JSON pointer (RFC 6901), or line and column
     */
    record Refused(String at, String reason) implements Reading {}

    /** The message is not of its format, so that nothing in it can be told apart. */
    record Malformed(String at, String reason) implements Reading {

        /** The reason where a message is in order and has no items: wrong where it was sent, in order where it was fetched. */
        public static final String NO_ITEMS = "no items in it";
    }
}

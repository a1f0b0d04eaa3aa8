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

    /**
     * The message holds more than it may, so that it was not read to its end, and nothing of it is taken.
     *
     * @param at where the limit was passed: a JSON pointer (RFC 6901), or line and column
     * @param reason what there is too much of, and the limit
     */
    record Excessive(String at, String reason) implements Reading {}

    /** The message is not of its format, so that nothing in it can be told apart. */
    record Malformed(String at, String reason) implements Reading {

        /**
         * How the reason ends where a message is in order and there is nothing in it: wrong where it was sent, in order
         * where it was fetched.
         */
        public static final String WITHOUT_ITEMS = " without items";
    }
}

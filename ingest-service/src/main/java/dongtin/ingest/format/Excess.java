package dongtin.ingest.format;

/**
 * Thrown while a message is read, as soon as there is more of something than a limit allows: nothing behind that place is read,
 * or kept in memory. Within an item it costs the item, else the message.
 */
final class Excess extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String at;
    private final String reason;

    /**
     * An excess.
     *
     * @param at where in the message: a JSON pointer, or line and column; empty where only the item is known
     * @param limit how many there may be
     * @param what of what, in the plural, and in what
     */
    Excess(String at, long limit, String what) {
        super(null, null, false, false);
        this.at = at;
        reason = "more than %d %s".formatted(limit, what);
    }

    /** Too many items for one message. */
    static Excess ofItems(String at, int limit) {
        return new Excess(at, limit, "items in a message");
    }

    /** Where the limit was passed. */
    String at() {
        return at;
    }

    /** What there is too much of, and the limit. */
    String reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return at.isEmpty() ? reason : at + ": " + reason;
    }
}

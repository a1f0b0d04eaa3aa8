package dongtin.desk.search;

/** Elasticsearch cannot answer now: the same question, later. */
public final class IndexAway extends RuntimeException {

    /** When to ask again, in seconds. */
    public static final String RETRY_AFTER = "5";

    IndexAway(Throwable cause) {
        super("the index does not answer now", cause);
    }
}

package dongtin.message;

/** Names of the topics and of the headers on their messages. */
public final class Topics {

    /** Every accepted message byte for byte; key: its SHA-256 in hexadecimal. */
    public static final String ORIGINAL = "wire.original.v1";

    /** {@link RawItem}s; key: the item's id. */
    public static final String RAW = "wire.raw.v1";

    /** {@link EnrichedItem}s; key: the item's id. */
    public static final String ENRICHED = "wire.enriched.v1";

    /** How far ingest-service has read its feeds, compacted; key: the feed and what of it, as {@code some-wire/read}. */
    public static final String CURSORS = "ingest.cursors.v1";

    /** Header: the version of the JSON's schema, {@link MessageJson#SCHEMA_VERSION} in ASCII digits. */
    public static final String SCHEMA_VERSION_HEADER = "schema-version";

    /** Header on originals: the feed that the message came by. */
    public static final String FEED_HEADER = "feed";

    /** Header on originals: the media type as the sender declared it. */
    public static final String CONTENT_TYPE_HEADER = "content-type";

    /** Header on originals: the time of receipt, ISO 8601 in UTC. */
    public static final String RECEIVED_HEADER = "received";

    /** Header on dead letters: why, in one line of English. */
    public static final String REASON_HEADER = "dead-letter-reason";

    /** Header on dead letters: {@code topic-partition@offset} of the message that failed. */
    public static final String ORIGIN_HEADER = "dead-letter-origin";

    /** Header: {@code topic-partition@offset} of the message that an operator published again as this one. */
    public static final String REPLAYED_FROM_HEADER = "replayed-from";

    /** What operators did with dead letters, compacted; key: the letter as {@code topic-partition@offset}. */
    public static final String DEAD_MARKS = "operator.dead.v1";

    private Topics() {}

    /** Where a message of {@code topic} goes that can not be taken further; its value is the message as it was. */
    public static String deadLetter(String topic) {
        return topic + "-dlt";
    }
}

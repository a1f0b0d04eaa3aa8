package dongtin.enrich.stream;

/** What came of one message of the raw topic. */
sealed interface Outcome {

    /** It goes on to the enriched topic, in this form. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Enriched(byte[] json) implements Outcome {}

    /** It can not be taken further and goes, as it was, to the dead letters. */
    record Failed(String reason) implements Outcome {}
}

package dongtin.index.write;

/** What became of one document, named by what to do next. */
public sealed interface Outcome {

    /** It is in the index. */
    record Stored() implements Outcome {}

    /** A newer version is in the index already; this one is settled. */
    record Stale() implements Outcome {}

    /** Elasticsearch cannot take it now: the same again, later. */
    record Busy(String reason) implements Outcome {}

    /** Elasticsearch will never take it. */
    record Refused(String reason) implements Outcome {}
}

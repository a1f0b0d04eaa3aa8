package dongtin.enrich.stream;

import dongtin.message.EnrichedItem;

/** What came of one message of the raw topic. */
sealed interface Outcome {

    /** It goes on to the enriched topic. */
    record Enriched(EnrichedItem item) implements Outcome {}

    /** It can not be taken further and goes, as it was, to the dead letters. */
    record Failed(String reason) implements Outcome {}
}

package dongtin.enrich.document;

/** How far a bare number behind a kind word is believed to be a document's. */
enum Trust {
    /** The word means nothing but a document: {@code nghị định}. */
    STRONG,
    /** The word is a verb or common noun too: {@code quyết định}, {@code kế hoạch}. */
    WEAK,
    /** An abbreviation: {@code NQ}. */
    SHORT,
    /** Goes by its name rather than by its number: {@code luật}. */
    LAW,
    /** An English word. */
    ENGLISH
}

package dongtin.desk.search;

import java.util.List;

/** Names in the index that the desk asks by; the field model itself is {@code ops/elasticsearch}. */
final class Fields {

    /** Only what readers may see, whatever the query: usable and past its embargo. */
    static final String READERS = "news";

    static final String ID = "id";
    static final String PROVIDER = "provider";
    static final String PUBLISHED = "published";
    static final String BODY = "body";

    /** Words as they are written, the headline before all. */
    static final List<String> EXACT = List.of("headline^6", "subheadline^3", "body^2");

    /** Words without their accents. */
    static final List<String> FOLDED = List.of("headline.folded^4", "subheadline.folded^2", "body.folded");

    static final String PEOPLE = "people";
    static final String PERSON_KEY = "people.key";
    static final String PERSON_NAME = "people.name";
    static final String DOCUMENTS = "documents";
    static final String DOCUMENT_KEY = "documents.key";
    static final String DOCUMENT_SYMBOL = "documents.symbol.folded";
    static final String DOCUMENT_WORDS = "documents.words";

    private Fields() {}

    /** The same field without accents. */
    static String folded(String field) {
        return field + ".folded";
    }
}

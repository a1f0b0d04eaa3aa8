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

    /** All that holds words. */
    static final List<String> TEXT = List.of("headline", "subheadline", BODY, "about");

    /** Words as they are written, the headline before all; last the names that stand around the text. */
    static final List<String> EXACT = List.of("headline^6", "subheadline^3", "body^2", "about");

    /** Words without their accents. */
    static final List<String> FOLDED =
            List.of("headline.folded^5", "subheadline.folded^2.5", "body.folded^1.7", "about.folded^0.8");

    static final String PEOPLE = "people";
    static final String PERSON_KEY = "people.key";
    static final String PERSON_NAME = "people.name";
    static final String DOCUMENTS = "documents";
    static final String DOCUMENT_KEY = "documents.key";
    static final String DOCUMENT_SYMBOL = "documents.symbol.folded";
    static final String DOCUMENT_NUMBER = "documents.number";
    static final String DOCUMENT_DATE = "documents.date";
    static final String DOCUMENT_WORDS = "documents.words";
    static final String DOCUMENT_SHORT = "documents.short";

    private Fields() {}

    /** The same field without accents. */
    static String folded(String field) {
        return field + ".folded";
    }

    /** The field to look for {@code word} in: a word without accents may have any. */
    static String of(String field, String word) {
        return Words.accented(word) ? field : folded(field);
    }
}

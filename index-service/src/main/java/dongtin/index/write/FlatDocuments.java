package dongtin.index.write;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an article in flat lists, without which attribute is whose, for charts and simple filters.
 *
 * @param title the labels with their years: the same label is another document in another term
 */
record FlatDocuments(
        List<String> key,
        List<String> label,
        List<String> title,
        List<String> symbol,
        List<String> kind,
        List<String> issuer) {

    static FlatDocuments of(List<IndexedDocument> documents) {
        return new FlatDocuments(
                each(documents, IndexedDocument::key),
                each(documents, IndexedDocument::label),
                each(documents, IndexedDocument::title),
                each(documents, IndexedDocument::symbol),
                each(documents, IndexedDocument::kind),
                each(documents, IndexedDocument::issuer));
    }

    private static List<String> each(
            List<IndexedDocument> documents, Function<IndexedDocument, @Nullable String> attribute) {
        return documents.stream()
                .map(attribute)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }
}

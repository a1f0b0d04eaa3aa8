package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Tokens;
import dongtin.message.Document;
import java.util.List;

/** Finds the documents that a text refers to, such as {@code Quy định 144-QĐ/TW ngày 9/5/2024 của Bộ Chính trị}. Thread-safe. */
public final class DocumentTagger {

    private final ReferenceScanner references;
    private final SurroundingsScanner surroundings;
    private final Issuers issuers;

    /** Takes its lexicons from {@code knowledge}. */
    public DocumentTagger(Knowledge knowledge, Bodies bodies) {
        references = new ReferenceScanner(knowledge, bodies);
        surroundings = new SurroundingsScanner(knowledge, bodies);
        issuers = new Issuers(knowledge);
    }

    /** The documents in the order of their first mention. */
    public List<Document> tag(Tokens tokens) {
        List<Reference> found = references.scan(tokens).stream()
                .map(reference -> reference.with(surroundings.scan(tokens, reference)))
                .toList();
        return DocumentResolver.resolve(found).stream()
                .map(cluster -> cluster.document(tokens, issuers))
                .toList();
    }
}

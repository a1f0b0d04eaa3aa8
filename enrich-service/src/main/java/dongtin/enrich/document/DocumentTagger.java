package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Tokens;
import dongtin.message.Document;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the documents that a text refers to, such as {@code Quy định 144-QĐ/TW ngày 9/5/2024 của Bộ Chính trị}. Thread-safe. */
public final class DocumentTagger {

    private final ReferenceScanner references;
    private final SurroundingsScanner surroundings;
    private final PlainNames names;
    private final DocumentMaker maker;

    /** Takes its lexicons from {@code knowledge}. */
    public DocumentTagger(Knowledge knowledge, Bodies bodies) {
        references = new ReferenceScanner(knowledge, bodies);
        surroundings = new SurroundingsScanner(knowledge, bodies);
        names = new PlainNames(knowledge);
        maker = new DocumentMaker(knowledge, bodies);
    }

    /**
     * The documents in the order of their first mention.
     *
     * @param day of the article, by which short forms are resolved; without it they stay open
     */
    public List<Document> tag(Tokens tokens, @Nullable LocalDate day) {
        List<Reference> found = new ArrayList<>();
        for (Reference reference : references.scan(tokens)) {
            found.add(reference.with(surroundings.scan(tokens, reference)));
        }
        SharedIssuers.spread(tokens, found);
        return maker.documents(tokens, DocumentResolver.resolve(found, names), day);
    }
}

package dongtin.enrich;

import dongtin.enrich.document.DocumentTagger;
import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.enrich.people.PersonTagger;
import dongtin.enrich.text.Tokens;
import dongtin.message.Tags;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says who and which documents a text is about. The same text always gets the same tags, in time that grows with its length alone. Thread-safe; one serves a whole
 * process.
 */
public final class Tagger {

    private final Knowledge knowledge;
    private final PersonTagger people;
    private final DocumentTagger documents;

    /** Loads the knowledge in {@code files}, which takes a moment. */
    public Tagger(KnowledgeFiles files) {
        knowledge = new Knowledge(files);
        Bodies bodies = new Bodies(knowledge);
        people = new PersonTagger(knowledge, bodies);
        documents = new DocumentTagger(knowledge, bodies);
    }

    /**
     * Tags {@code text}. Spans count UTF-16 units of the text as it is given, normalised or not.
     *
     * @param articleDate the day of the article, by which short forms are looked up in the register of known documents; null
     *     where it is not known, and they stay open
     */
    public Tags tag(String text, @Nullable LocalDate articleDate) {
        Tokens tokens = knowledge.tokens(text);
        return new Tags(people.tag(tokens), documents.tag(tokens, articleDate));
    }
}

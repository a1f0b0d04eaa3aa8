package dongtin.enrich.knowledge;

import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.Vocabulary;
import dongtin.enrich.text.WordSet;
import java.util.List;

/**
 * The files of knowledge and the one vocabulary over all of them, from which each tagger takes its lexicons. Lexicons are taken by one thread, before
 * any text is cut up.
 */
public final class Knowledge {

    private final KnowledgeFiles files;
    private final Vocabulary vocabulary = new Vocabulary();

    /** Nothing is read before a lexicon is asked for. */
    public Knowledge(KnowledgeFiles files) {
        this.files = files;
    }

    /** Cuts {@code text} into tokens that know the vocabulary. */
    public Tokens tokens(String text) {
        return Tokens.of(text, vocabulary);
    }

    /** The rows of a file. */
    public List<Row> rows(String file) {
        return files.rows(file);
    }

    /** An empty lexicon of phrases, to be filled. */
    public <V> Phrases<V> phrases() {
        return new Phrases<>(vocabulary);
    }

    /** The phrases of a file, each standing for its own first column. */
    public Phrases<String> phrases(String file) {
        Phrases<String> phrases = phrases();
        files.words(file).forEach(word -> phrases.put(word, word));
        return phrases;
    }

    /** The single words in the first column of a file. */
    public WordSet words(String file) {
        return new WordSet(vocabulary, files.words(file));
    }

    /** The single words of a file's rows whose second column is {@code group}. */
    public WordSet words(String file, String group) {
        return new WordSet(vocabulary, files.words(file, group));
    }

    /** The single words themselves. */
    public WordSet words(List<String> words) {
        return new WordSet(vocabulary, words);
    }
}

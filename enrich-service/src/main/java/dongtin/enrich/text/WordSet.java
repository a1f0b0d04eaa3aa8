package dongtin.enrich.text;

import java.util.BitSet;

/** A set of single words. Filled by one thread while knowledge is loaded, then read by any number of them. */
public final class WordSet {

    private final Vocabulary vocabulary;
    private final BitSet numbers = new BitSet();
    private final BitSet plainNumbers = new BitSet();

    /** The set of {@code words}. */
    public WordSet(Vocabulary vocabulary, Iterable<String> words) {
        this.vocabulary = vocabulary;
        words.forEach(this::add);
    }

    private void add(String word) {
        numbers.set(vocabulary.add(word));
    }

    /** The set of {@code words}, and in texts without Vietnamese letters also of {@code plain}. */
    public WordSet(Vocabulary vocabulary, Iterable<String> words, Iterable<String> plain) {
        this(vocabulary, words);
        plain.forEach(word -> plainNumbers.set(vocabulary.add(word)));
    }

    /** Whether the token {@code at} is one of the words. */
    public boolean has(Tokens tokens, int at) {
        int word = tokens.word(at);
        return word != 0 && (numbers.get(word) || (plainNumbers.get(word) && tokens.isPlain()));
    }
}

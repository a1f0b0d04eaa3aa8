package dongtin.enrich.text;

import java.util.BitSet;

/** A set of single words. Made by one thread while knowledge is loaded, then read by any number of them. */
public final class WordSet {

    private final Vocabulary vocabulary;

    /** A bit for each number of a word. */
    private final long[] numbers;

    /** The same for texts without Vietnamese letters. */
    private final long[] plainNumbers;

    /** The set of {@code words}. */
    public WordSet(Vocabulary vocabulary, Iterable<String> words) {
        this.vocabulary = vocabulary;
        numbers = numbers(vocabulary, words).toLongArray();
        plainNumbers = numbers;
    }

    /** The set of {@code words}, and in texts without Vietnamese letters also of {@code plain}. */
    public WordSet(Vocabulary vocabulary, Iterable<String> words, Iterable<String> plain) {
        this.vocabulary = vocabulary;
        BitSet always = numbers(vocabulary, words);
        numbers = always.toLongArray();
        always.or(numbers(vocabulary, plain));
        plainNumbers = always.toLongArray();
    }

    private static BitSet numbers(Vocabulary vocabulary, Iterable<String> words) {
        BitSet numbers = new BitSet();
        words.forEach(word -> numbers.set(vocabulary.add(word)));
        return numbers;
    }

    /** Whether the token {@code at} is one of the words. */
    public boolean has(Tokens tokens, int at) {
        int word = tokens.word(at);
        long[] bits = tokens.isPlain() ? plainNumbers : numbers;
        int place = word / Long.SIZE;
        return place < bits.length && (bits[place] & 1L << word) != 0;
    }

    /** A bit for {@link Tokens#mayBegin}, which tells at once of several sets and phrases that a word is in none. To be taken while knowledge is loaded. */
    public long collection() {
        long collection = vocabulary.collection();
        BitSet.valueOf(plainNumbers).stream().forEach(number -> {
            vocabulary.begin(number, collection);
            vocabulary.alone(number, collection);
        });
        return collection;
    }
}

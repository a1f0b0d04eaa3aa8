package dongtin.enrich.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The words that some piece of knowledge speaks of, each with a number from 1 on; 0 is every other word. Words are added while knowledge is
 * loaded, by one thread; afterwards it is read by any number of them.
 */
public final class Vocabulary {

    private static final int FIRST_SIZE = 1 << 12;

    /** What {@link Tokens} have room for. */
    private static final int MOST = 1 << 22;

    /** By number; nothing has number 0. */
    private String[] words = new String[FIRST_SIZE];

    /** A bit for each collection of phrases of which one begins with the word. */
    private long[] begins = new long[FIRST_SIZE];

    /** The same of which one is the word alone. */
    private long[] alone = new long[FIRST_SIZE];

    /** The same of which one has the word in the second place. */
    private long[] seconds = new long[FIRST_SIZE];

    private final BitSet syllables = new BitSet();
    private int collections;
    private int size;

    /** Keys of short words by hash, at most half full, and beside them their numbers. */
    private long[] keys = new long[FIRST_SIZE * 2];

    private int[] numbers = new int[FIRST_SIZE * 2];

    /** The words without a key. */
    private final Map<String, Integer> others = new HashMap<>();

    private int longest;

    /** The number of {@code word}, which is added if it is new. Case and placement of tones do not matter. */
    public int add(String word) {
        String folded = Folding.fold(word);
        long key = WordKey.of(folded);
        int known = key == WordKey.NONE ? find(folded) : find(key);
        if (known > 0) {
            return known;
        }
        size++;
        if (size == MOST) {
            throw new IllegalStateException("more words than there is room for: " + MOST);
        }
        if (size == words.length) {
            grow();
        }
        words[size] = folded;
        syllables.set(size, Syllable.isVietnamese(folded));
        if (key == WordKey.NONE) {
            others.put(folded, size);
            longest = Math.max(longest, folded.length());
        } else {
            put(key, size);
        }
        return size;
    }

    /** The word of a number, folded. */
    String word(int number) {
        return words[number];
    }

    /** Whether the word of a number could be a syllable of Vietnamese. */
    boolean isSyllable(int number) {
        return syllables.get(number);
    }

    /** The bit of a new collection of phrases; the last one is shared by all that come late. */
    long collection() {
        return 1L << Math.min(collections++, Long.SIZE - 1);
    }

    /** Notes that a phrase of the collection begins with the word. */
    void begin(int number, long collection) {
        begins[number] |= collection;
    }

    /** Notes that the word alone is a phrase of the collection. */
    void alone(int number, long collection) {
        alone[number] |= collection;
    }

    /** Notes that a phrase of the collection has the word in the second place. */
    void second(int number, long collection) {
        seconds[number] |= collection;
    }

    /** Whether a phrase of the collections may begin with the one word, before the other. */
    boolean mayBegin(int number, int next, long collections) {
        long begun = begins[number] & collections;
        return begun != 0 && (begun & (alone[number] | seconds[next])) != 0;
    }

    /** The number of the word that has the {@link WordKey}, 0 if there is none. */
    int find(long key) {
        int mask = keys.length - 1;
        for (int slot = slot(key, mask); ; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return numbers[slot];
            }
            if (keys[slot] == WordKey.NONE) {
                return 0;
            }
        }
    }

    /** The number of the word that has no key, 0 if there is none. */
    private int find(String folded) {
        return others.getOrDefault(folded, 0);
    }

    /** The number of the word {@code [start, end)}, which has no key, 0 if there is none. */
    int find(String text, int start, int end) {
        return end - start > longest ? 0 : find(Folding.fold(text.substring(start, end)));
    }

    private void put(long key, int number) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != WordKey.NONE) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        numbers[slot] = number;
    }

    private void grow() {
        int larger = words.length * 2;
        words = Arrays.copyOf(words, larger);
        begins = Arrays.copyOf(begins, larger);
        alone = Arrays.copyOf(alone, larger);
        seconds = Arrays.copyOf(seconds, larger);
        long[] old = keys;
        int[] oldNumbers = numbers;
        keys = new long[larger * 2];
        numbers = new int[larger * 2];
        for (int slot = 0; slot < old.length; slot++) {
            if (old[slot] != WordKey.NONE) {
                put(old[slot], oldNumbers[slot]);
            }
        }
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE) & mask;
    }
}

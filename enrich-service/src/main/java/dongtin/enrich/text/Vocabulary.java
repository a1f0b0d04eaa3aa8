package dongtin.enrich.text;

import java.util.Arrays;

/**
 * The words that some piece of knowledge speaks of, each with a number from 1 on; 0 is every other word. Words are added while knowledge is
 * loaded, by one thread; afterwards it is read by any number of them.
 */
public final class Vocabulary {

    private static final int FIRST_SIZE = 1 << 12;
    private static final int START = 4;

    /** By number; nothing has number 0. */
    private String[] words = new String[FIRST_SIZE];

    private char[][] keys = new char[FIRST_SIZE][];
    private long[] starts = new long[FIRST_SIZE];

    /** A bit for each collection of phrases of which one begins with the word. */
    private long[] begins = new long[FIRST_SIZE];

    private int collections;

    /** Numbers by hash, at most half full. */
    private int[] slots = new int[FIRST_SIZE * 2];

    private int size;

    /** The number of {@code word}, which is added if it is new. Case and placement of tones do not matter. */
    public int add(String word) {
        char[] key = Folding.fold(word).toCharArray();
        int known = find(key, key.length);
        if (known > 0) {
            return known;
        }
        size++;
        if (size == words.length) {
            grow();
        }
        words[size] = new String(key);
        keys[size] = key;
        starts[size] = start(key, key.length);
        put(size);
        return size;
    }

    /** The word of a number, folded. */
    String word(int number) {
        return words[number];
    }

    /** The bit of a new collection of phrases; the last one is shared by all that come late. */
    long collection() {
        return 1L << Math.min(collections++, Long.SIZE - 1);
    }

    /** Notes that a phrase of the collection begins with the word. */
    void begin(int number, long collection) {
        begins[number] |= collection;
    }

    /** Whether a phrase of the collection may begin with the word. */
    boolean begins(int number, long collection) {
        return (begins[number] & collection) != 0;
    }

    int find(char[] key, int length) {
        long start = start(key, length);
        int hash = hash(start, key, length);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            int number = slots[slot];
            if (number == 0 || (starts[number] == start && same(keys[number], key, length))) {
                return number;
            }
        }
    }

    private void put(int number) {
        int mask = slots.length - 1;
        char[] key = keys[number];
        int slot = hash(starts[number], key, key.length) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = number;
    }

    private void grow() {
        int larger = words.length * 2;
        words = Arrays.copyOf(words, larger);
        keys = Arrays.copyOf(keys, larger);
        starts = Arrays.copyOf(starts, larger);
        begins = Arrays.copyOf(begins, larger);
        slots = new int[larger * 2];
        for (int number = 1; number < size; number++) {
            put(number);
        }
    }

    /** The first four characters as one number; most words have no more. */
    private static long start(char[] key, int length) {
        long start = 0;
        for (int i = 0; i < length && i < START; i++) {
            start = start << Character.SIZE | key[i];
        }
        return start;
    }

    /** Whether the words are the same that begin with the same four characters. */
    private static boolean same(char[] word, char[] key, int length) {
        if (word.length != length) {
            return false;
        }
        for (int i = START; i < length; i++) {
            if (word[i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(long start, char[] key, int length) {
        long hash = start;
        for (int i = START; i < length; i++) {
            hash = hash * 31 + key[i];
        }
        hash *= 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32);
    }
}

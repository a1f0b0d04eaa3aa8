package dongtin.enrich.text;

import java.util.Arrays;

/**
 * The words that some piece of knowledge speaks of, each with a number from 1 on; 0 is every other word. Words are added while knowledge is
 * loaded, by one thread; afterwards it is read by any number of them.
 */
public final class Vocabulary {

    private static final int FIRST_SIZE = 1 << 12;

    /** By number; nothing has number 0. */
    private String[] words = new String[FIRST_SIZE];

    private char[][] keys = new char[FIRST_SIZE][];
    private int[] hashes = new int[FIRST_SIZE];

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
        hashes[size] = hash(key, key.length);
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
        int hash = hash(key, length);
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
            int number = slots[slot];
            if (number == 0) {
                return 0;
            }
            if (hashes[number] == hash && same(keys[number], key, length)) {
                return number;
            }
        }
    }

    private void put(int number) {
        int mask = slots.length - 1;
        int slot = hashes[number] & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = number;
    }

    private void grow() {
        int larger = words.length * 2;
        words = Arrays.copyOf(words, larger);
        keys = Arrays.copyOf(keys, larger);
        hashes = Arrays.copyOf(hashes, larger);
        begins = Arrays.copyOf(begins, larger);
        slots = new int[larger * 2];
        for (int number = 1; number < size; number++) {
            put(number);
        }
    }

    /** Words are short: a loop of our own is faster than a call that prepares for long ones. */
    private static boolean same(char[] word, char[] key, int length) {
        if (word.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word[i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] key, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + key[i];
        }
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 16;
    }
}

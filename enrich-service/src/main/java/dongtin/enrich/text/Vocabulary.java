package dongtin.enrich.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words that some piece of knowledge speaks of, each with a number from 1 on; 0 is every other word. Words are added while knowledge is
 * loaded, by one thread; afterwards it is read by any number of them.
 */
public final class Vocabulary {

    private @Nullable String[] words = new String[1 << 12];
    private int[] numbers = new int[1 << 12];
    private int size;

    /** The number of {@code word}, which is added if it is new. Case and placement of tones do not matter. */
    public int add(String word) {
        char[] key = Folding.fold(word).toCharArray();
        int known = find(key, key.length);
        if (known > 0) {
            return known;
        }
        if (size * 2 >= words.length) {
            grow();
        }
        size++;
        put(new String(key), size);
        return size;
    }

    /** One more than the greatest number. */
    public int size() {
        return size + 1;
    }

    int find(char[] key, int length) {
        int mask = words.length - 1;
        for (int slot = hash(key, length) & mask; ; slot = (slot + 1) & mask) {
            String word = words[slot];
            if (word == null) {
                return 0;
            }
            if (same(word, key, length)) {
                return numbers[slot];
            }
        }
    }

    private void put(String word, int number) {
        int mask = words.length - 1;
        int slot = hash(word.toCharArray(), word.length()) & mask;
        while (words[slot] != null) {
            slot = (slot + 1) & mask;
        }
        words[slot] = word;
        numbers[slot] = number;
    }

    private void grow() {
        @Nullable String[] oldWords = words;
        int[] oldNumbers = numbers;
        words = Arrays.copyOf(new String[0], oldWords.length * 2);
        numbers = new int[oldWords.length * 2];
        for (int i = 0; i < oldWords.length; i++) {
            String word = oldWords[i];
            if (word != null) {
                put(word, oldNumbers[i]);
            }
        }
    }

    private static int hash(char[] key, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + key[i];
        }
        return hash ^ hash >>> 15;
    }

    private static boolean same(String word, char[] key, int length) {
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != key[i]) {
                return false;
            }
        }
        return true;
    }
}

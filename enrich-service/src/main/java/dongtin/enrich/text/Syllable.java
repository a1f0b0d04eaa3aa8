package dongtin.enrich.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/** Tells Vietnamese syllables from other words by their build: onset, vowels, ending. */
public final class Syllable {

    private static final int LONGEST = 7;
    private static final int MOST_VOWELS = 3;
    private static final char NO_LETTER = 0;
    private static final long[] ONSETS = packed(List.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "q", "r", "s", "t", "th", "tr", "v", "x"));
    private static final long[] ENDINGS = packed(List.of("", "c", "ch", "m", "n", "ng", "nh", "p", "t"));

    /** The letter without its marks, of all that Vietnamese is written with; {@link #NO_LETTER} where it is none. */
    private static final char[] BARE = new char[0x1F00];

    static {
        for (char c = 0; c < BARE.length; c++) {
            char bare =
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
            BARE[c] = Character.isLetter(bare) ? bare : NO_LETTER;
        }
    }

    private Syllable() {}

    /** Whether {@code word}, in NFC and lower case, could be a syllable of Vietnamese; with or without its accents. */
    public static boolean isVietnamese(String word) {
        return isVietnamese(word, 0, word.length());
    }

    /** The same of a part of {@code text}, whatever its case. */
    static boolean isVietnamese(String text, int from, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        long onset = 0;
        long ending = 0;
        int vowels = 0;
        for (int i = from; i < to; i++) {
            char c = bare(text.charAt(i));
            if (c == NO_LETTER) {
                continue;
            }
            if (vowels == 0 && !isVowel(c)) {
                onset = onset << Character.SIZE | c;
            } else if (ending == 0 && isVowel(c)) {
                vowels++;
            } else {
                ending = ending << Character.SIZE | c;
            }
        }
        return vowels > 0
                && vowels <= MOST_VOWELS
                && Arrays.binarySearch(ONSETS, onset) >= 0
                && Arrays.binarySearch(ENDINGS, ending) >= 0;
    }

    private static char bare(char c) {
        char folded = Letters.folded(c);
        return folded < BARE.length ? BARE[folded] : Character.isLetter(folded) ? folded : NO_LETTER;
    }

    private static boolean isVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }

    /** Each as one number: up to three letters of 16 bits. */
    private static long[] packed(List<String> letters) {
        return letters.stream().mapToLong(Syllable::packed).sorted().toArray();
    }

    private static long packed(String letters) {
        long packed = 0;
        for (int i = 0; i < letters.length(); i++) {
            packed = packed << Character.SIZE | letters.charAt(i);
        }
        return packed;
    }
}

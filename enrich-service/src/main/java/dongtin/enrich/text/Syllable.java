package dongtin.enrich.text;

import java.text.Normalizer;
import java.util.Set;

/** Tells Vietnamese syllables from other words by their build: onset, vowels, ending. */
public final class Syllable {

    private static final int LONGEST = 7;
    private static final Set<String> ONSETS = Set.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "q", "r", "s", "t", "th", "tr", "v", "x");
    private static final Set<String> ENDINGS = Set.of("", "c", "ch", "m", "n", "ng", "nh", "p", "t");

    private Syllable() {}

    /** Whether {@code word}, folded, could be a syllable of Vietnamese; with or without its accents. */
    public static boolean isVietnamese(String word) {
        if (word.length() > LONGEST) {
            return false;
        }
        String bare = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder();
        bare.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        int start = 0;
        while (start < letters.length() && !isVowel(letters.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < letters.length() && isVowel(letters.charAt(end))) {
            end++;
        }
        return end > start
                && end - start <= 3
                && ONSETS.contains(letters.substring(0, start))
                && ENDINGS.contains(letters.substring(end));
    }

    private static boolean isVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }
}

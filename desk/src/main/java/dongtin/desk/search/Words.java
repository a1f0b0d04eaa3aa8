package dongtin.desk.search;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody typed, as plain words in NFC. None of them has a meaning of its own, such as AND or an asterisk. */
record Words(List<String> all) {

    static final int LONGEST = 200;
    private static final int MOST = 24;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]++");
    private static final Pattern MARK = Pattern.compile("\\p{M}");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    static Words of(String parameter, String typed) {
        if (typed.length() > LONGEST) {
            throw new BadParameter(parameter, "at most %d characters".formatted(LONGEST));
        }
        List<String> words = SPACE.splitAsStream(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .filter(word -> LETTER_OR_DIGIT.matcher(word).find())
                .toList();
        if (words.isEmpty() || words.size() > MOST) {
            throw new BadParameter(parameter, "one to %d words".formatted(MOST));
        }
        return new Words(words);
    }

    /** With one space between each. */
    String joined() {
        return String.join(" ", all);
    }

    /** Whether a word was typed with accents, and so means itself and no other word. */
    static boolean accented(String word) {
        return Stream.of("đ", "Đ", "ð", "Ð").anyMatch(word::contains)
                || MARK.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).find();
    }
}

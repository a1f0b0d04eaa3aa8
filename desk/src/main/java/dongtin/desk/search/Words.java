package dongtin.desk.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed, as plain words in NFC. None of them has a meaning of its own, such as AND or an asterisk; only quotation
 * marks have one.
 *
 * @param all the words in their order, without quotation marks
 * @param phrases those between quotation marks, which stand together
 */
record Words(List<String> all, List<List<String>> phrases) {

    static final int LONGEST = 200;
    private static final int MOST = 24;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]++");
    private static final Pattern QUOTE = Pattern.compile("[\"“”„«»]");
    private static final Pattern MARK = Pattern.compile("\\p{M}");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    static Words of(String parameter, String typed) {
        if (typed.length() > LONGEST) {
            throw new BadParameter(parameter, "at most %d characters".formatted(LONGEST));
        }
        String[] parts = QUOTE.split(Normalizer.normalize(typed, Normalizer.Form.NFC), -1);
        var all = new ArrayList<String>();
        var phrases = new ArrayList<List<String>>();
        for (int i = 0; i < parts.length; i++) {
            List<String> words = words(parts[i]);
            all.addAll(words);
            boolean quoted = i % 2 == 1 && i < parts.length - 1; // the last mark may have no other half
            if (quoted && words.size() > 1) {
                phrases.add(words);
            }
        }
        if (all.isEmpty() || all.size() > MOST) {
            throw new BadParameter(parameter, "one to %d words".formatted(MOST));
        }
        return new Words(List.copyOf(all), List.copyOf(phrases));
    }

    private static List<String> words(String text) {
        return SPACE.splitAsStream(text)
                .filter(word -> LETTER_OR_DIGIT.matcher(word).find())
                .toList();
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

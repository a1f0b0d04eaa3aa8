package dongtin.operator.console;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;

/** Texts of others, such that they stay in their column of a terminal. */
public final class Text {

    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private Text() {}

    /** As {@code 1 letter} and {@code 2,000 letters}. */
    public static String number(long number, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
    }

    /** On one line, without what would steer the terminal. */
    public static String plain(String text) {
        return text.replaceAll("\\s++", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "?").strip();
    }

    /** The same, and no wider than so many columns. */
    public static String cut(String text, int columns) {
        String plain = plain(text);
        if (width(plain) <= columns) {
            return plain;
        }
        int end = 0;
        for (int used = 1; end < plain.length(); end += Character.charCount(plain.codePointAt(end))) {
            used += width(plain.codePointAt(end));
            if (used > columns) {
                break;
            }
        }
        return plain.substring(0, end) + "…";
    }

    /** The columns that it takes: none for a mark above a letter, two for a character as wide as high. */
    static int width(String text) {
        return text.codePoints().map(Text::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return wide(character) ? 2 : 1;
    }

    private static boolean wide(int character) {
        return Character.isIdeographic(character)
                || Character.isEmojiPresentation(character)
                || WIDE.contains(UnicodeScript.of(character));
    }
}

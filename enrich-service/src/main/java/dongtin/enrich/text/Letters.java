package dongtin.enrich.text;

/**
 * What a character is, by table for all that news is written in: asking {@link Character} costs more. All that is told of a character lies in one number, its
 * traits, so that those of a word can be joined by {@code |}.
 */
final class Letters {

    static final int OTHER = 0;

    /** Combines with the letter before it, or is not seen at all. */
    static final int MARK = 1;

    static final int SPACE = 1 << 1;
    static final int LINE = 1 << 2;

    /** Words are made of the kinds from here on. */
    static final int DIGIT = 1 << 3;

    /** Letters are the kinds from here on. */
    static final int LOWER = 1 << 4;

    static final int UPPER = 1 << 5;

    /** What words are made of. */
    static final int WORD = DIGIT | LOWER | UPPER;

    private static final int KIND = MARK | SPACE | LINE | WORD;

    /** U+00D0 and its lower case, which stand for {@code Đ}. */
    static final int ETH = 1 << 6;

    /** Lies beyond ASCII when folded. */
    static final int MARKED = 1 << 7;

    /** A vowel whose tone moves to an {@code o} or {@code u} before it, maybe; see {@link Folding}. */
    static final int MOVABLE = 1 << 8;

    /** Has no {@link #code}. */
    static final int UNCODED = 1 << 9;

    private static final int CODE_SHIFT = 16;

    /** What knowledge and most of news is written in, folded. */
    private static final String CODED = "abcdefghijklmnopqrstuvwxyz0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’…"
            + "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    private static final int TABLED = 0x2100;
    private static final int[] TRAITS = new int[TABLED];
    private static final char[] FOLDED = new char[TABLED];

    static {
        for (char c = 0; c < TABLED; c++) {
            TRAITS[c] = traitsOf(c);
            FOLDED[c] = foldedOf(c);
        }
    }

    private Letters() {}

    /** All that is told of {@code c}. */
    static int traits(char c) {
        return c < TABLED ? TRAITS[c] : traitsOf(c);
    }

    /** Which of {@link #OTHER} to {@link #UPPER} it is. */
    static int kind(char c) {
        return traits(c) & KIND;
    }

    /** The lower-case form; one dash for all dashes. */
    static char folded(char c) {
        return c < TABLED ? FOLDED[c] : foldedOf(c);
    }

    /** A number from 1 to 255 for the folded form, 0 if it has none. */
    static int code(int traits) {
        return traits >>> CODE_SHIFT;
    }

    private static int traitsOf(char c) {
        char folded = foldedOf(c);
        int code = CODED.indexOf(folded) + 1;
        return kindOf(c)
                | (c == 'Ð' || c == 'ð' ? ETH : 0)
                | (folded > 127 ? MARKED : 0)
                | (Folding.MOVABLE.indexOf(folded) >= 0 ? MOVABLE : 0)
                | (code == 0 ? UNCODED : 0)
                | code << CODE_SHIFT;
    }

    private static int kindOf(char c) {
        if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
            return LINE;
        }
        if (c <= ' ' || (c > 127 && (Character.isSpaceChar(c) || Character.isWhitespace(c)))) {
            return SPACE;
        }
        if (Character.isLetter(c)) {
            return Character.isUpperCase(c) ? UPPER : LOWER;
        }
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        return isInvisible(c) || isCombining(c) ? MARK : OTHER;
    }

    static boolean isCombining(char c) {
        return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    static boolean isInvisible(char c) {
        return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
    }

    private static char foldedOf(char c) {
        return switch (c) {
            case '–', '—', '‐', '‑', '−' -> '-';
            case 'Ð', 'ð' -> 'đ';
            default -> Character.toLowerCase(c);
        };
    }
}

package dongtin.enrich.text;

/** What a character is, and its folded form, by table for all that news is written in: asking {@link Character} costs more. */
final class Letters {

    static final byte OTHER = 0;

    /** Combines with the letter before it, or is not seen at all. */
    static final byte MARK = 1;

    static final byte SPACE = 2;
    static final byte LINE = 3;

    /** Words are made of the kinds from here on. */
    static final byte DIGIT = 4;

    /** Letters are the kinds from here on. */
    static final byte LOWER = 5;

    static final byte UPPER = 6;

    private static final int TABLED = 0x2020;
    private static final byte[] KINDS = new byte[TABLED];
    private static final char[] FOLDED = new char[TABLED];

    static {
        for (char c = 0; c < TABLED; c++) {
            KINDS[c] = kindOf(c);
            FOLDED[c] = foldedOf(c);
        }
    }

    private Letters() {}

    static byte kind(char c) {
        return c < TABLED ? KINDS[c] : kindOf(c);
    }

    /** The lower-case form; one dash for all dashes. */
    static char folded(char c) {
        return c < TABLED ? FOLDED[c] : foldedOf(c);
    }

    private static byte kindOf(char c) {
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

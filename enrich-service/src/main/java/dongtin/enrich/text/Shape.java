package dongtin.enrich.text;

/** What a token looks like. */
public enum Shape {
    /** {@code nghị} */
    LOWER,
    /** {@code Nghị}, and a lone capital */
    CAPITAL,
    /** {@code UBND} */
    UPPER,
    /** {@code TTg}, {@code KPă}, {@code iPhone} */
    MIXED,
    /** {@code 2024} */
    NUMBER,
    /** Letters and digits: {@code QH14}, {@code 30a} */
    ALPHANUMERIC,
    /** A single sign: {@code ,} */
    SIGN;

    /** Whether a name may be written so. */
    public boolean startsWithCapital() {
        return this == CAPITAL || this == UPPER || this == MIXED;
    }

    static Shape of(String text, int start, int end) {
        int letters = 0;
        int capitals = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                if (Character.isUpperCase(c)) {
                    capitals++;
                }
            }
        }
        if (letters < end - start) {
            return letters == 0 ? NUMBER : ALPHANUMERIC;
        }
        return ofLetters(letters, capitals, Character.isUpperCase(text.charAt(start)));
    }

    private static Shape ofLetters(int letters, int capitals, boolean first) {
        if (capitals == 0) {
            return LOWER;
        }
        if (capitals == 1 && first) {
            return CAPITAL;
        }
        return capitals == letters ? UPPER : MIXED;
    }
}

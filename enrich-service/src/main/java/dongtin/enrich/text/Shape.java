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

    /** The shape of a word of so many letters, capitals among them, and digits. */
    static Shape of(int letters, int capitals, int length, boolean capitalFirst) {
        if (letters < length) {
            return letters == 0 ? NUMBER : ALPHANUMERIC;
        }
        return ofLetters(letters, capitals, capitalFirst);
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

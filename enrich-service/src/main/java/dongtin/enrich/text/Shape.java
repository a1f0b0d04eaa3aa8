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

    /** The shape of a word by the {@link Letters#traits} of its first letter and those of all others, joined. */
    static Shape of(int first, int rest) {
        int all = first | rest;
        if ((all & Letters.DIGIT) != 0) {
            return (all & (Letters.LOWER | Letters.UPPER)) == 0 ? NUMBER : ALPHANUMERIC;
        }
        if ((all & Letters.UPPER) == 0) {
            return LOWER;
        }
        if ((rest & Letters.UPPER) == 0) {
            return CAPITAL;
        }
        return (all & Letters.LOWER) == 0 ? UPPER : MIXED;
    }
}

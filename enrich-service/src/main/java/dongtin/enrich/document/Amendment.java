package dongtin.enrich.document;

import dongtin.enrich.text.Tokens;

/** What says of a law's name that it is the amended one: {@code (sửa đổi)}, {@code sửa đổi}, {@code sửa đổi, bổ sung năm 2018}. */
final class Amendment {

    private static final int LONGEST = 10;

    private Amendment() {}

    /** Where it ends; {@code at} if none begins there. */
    static int end(Tokens tokens, int at) {
        if (tokens.startsLine(at)) {
            return at;
        }
        if (tokens.is(at, '(')) {
            return tokens.is(at + 1, "sửa") ? bracketEnd(tokens, at) : at;
        }
        if (!tokens.is(at, "sửa") || !tokens.is(at + 1, "đổi") || tokens.startsLine(at + 1)) {
            return at;
        }
        int more = tokens.is(at + 2, ',') ? at + 3 : at + 2;
        if (!tokens.is(more, "bổ")) {
            return at + 2;
        }
        // Without a year it is more likely what is being done to the law.
        int year = tokens.is(more + 2, "năm") ? more + 3 : more + 2;
        return Days.isYear(tokens, year) ? more + 2 : at;
    }

    private static int bracketEnd(Tokens tokens, int at) {
        for (int i = at + 2; i < at + LONGEST; i++) {
            if (tokens.is(i, ')')) {
                return i + 1;
            }
        }
        return at;
    }
}

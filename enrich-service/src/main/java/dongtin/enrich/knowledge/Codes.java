package dongtin.enrich.knowledge;

import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;

/** Reads the codes, numbers and short forms within the names of bodies: {@code PC45}, {@code 30/4}, {@code LĐ-TB&XH}. Thread-safe once made. */
final class Codes {

    /** The most words and signs of a short form, with the bracket before it. */
    private static final int SHORT_FORM = 7;

    private final WordSet shortFields;

    Codes(Knowledge knowledge) {
        shortFields = knowledge.words("short_fields.tsv");
    }

    /**
     * Where a short form in brackets ends; {@code at} if none begins there: the name may go on behind it, as in {@code Trung tâm Kiểm soát bệnh tật (CDC) tỉnh
     * Phú Yên}, {@code Sở Giáo dục và Đào tạo (GD & ĐT) tỉnh Hà Giang}.
     */
    static int shortFormEnd(Tokens tokens, int at) {
        int end = at + 1;
        if (!tokens.is(at, '(')) {
            return at;
        }
        while (end < at + SHORT_FORM
                && (tokens.shape(end) == Shape.UPPER || tokens.isDash(end) || tokens.is(end, '&'))) {
            end++;
        }
        return end > at + 1 && tokens.is(end, ')') && !tokens.startsLine(end + 1) ? end + 1 : at;
    }

    /** {@code (Phòng) PC45}, {@code (Vụ) 1A}. */
    static boolean isCode(Tokens tokens, int at) {
        if (tokens.shape(at) != Shape.ALPHANUMERIC || tokens.length(at) > 5) {
            return false;
        }
        String code = tokens.text(at);
        for (int i = 0; i < code.length(); i++) {
            if (Character.isLowerCase(code.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    int acronymEnd(Tokens tokens, int at) {
        int end = at + 1;
        while ((tokens.isDash(end) || tokens.is(end, '&') || tokens.is(end, "và"))
                && tokens.shape(end + 1) == Shape.UPPER
                && (tokens.joined(end) || isSpaced(tokens, end))) {
            end += 2;
        }
        return end;
    }

    /** {@code (Bộ) TT & TT}, {@code (Sở) LĐ - TB và XH}, but not {@code (Sở) GTVT - TTXVN}. */
    private boolean isSpaced(Tokens tokens, int sign) {
        return !tokens.startsLine(sign)
                && !tokens.startsLine(sign + 1)
                && shortFields.has(tokens, sign - 1)
                && shortFields.has(tokens, sign + 1);
    }

    /** {@code (Bệnh viện) 30/4}. */
    static boolean isDay(Tokens tokens, int at) {
        return tokens.is(at + 1, '/')
                && tokens.joined(at + 1)
                && tokens.joined(at + 2)
                && tokens.shape(at) == Shape.NUMBER
                && tokens.shape(at + 2) == Shape.NUMBER
                && tokens.length(at) < 3
                && tokens.length(at + 2) < 3
                && !tokens.is(at + 3, '/');
    }

    static boolean isRoman(Tokens tokens, int at) {
        return tokens.length(at) == 1
                && tokens.shape(at) == Shape.CAPITAL
                && "IVX".contains(tokens.text(at))
                && (!tokens.is(at + 1, '.') || isCongress(tokens, at - 1));
    }

    /** {@code Đại hội | X.}: no initial. */
    private static boolean isCongress(Tokens tokens, int last) {
        return tokens.folded(last).equals("hội") && tokens.folded(last - 1).equals("đại");
    }
}

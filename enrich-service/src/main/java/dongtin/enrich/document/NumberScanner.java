package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import org.jspecify.annotations.Nullable;

/** Reads numbers and symbols: {@code 18}, {@code 30a}, {@code 66.13}, {@code 65/2022}, {@code 144-QĐ/TW}, {@code 73/2023/NĐ-CP}, {@code 45/2019/QH14}. */
final class NumberScanner {

    private static final String SUFFIXES = "abcdeđABC";

    private final CodeScanner codes;
    private final WordSet kindCodes;

    NumberScanner(Knowledge knowledge) {
        kindCodes = knowledge.words("kind_codes.tsv");
        codes = new CodeScanner(knowledge, kindCodes);
    }

    /** The number at {@code at}; null if there is none or it is a date. */
    @Nullable DocumentNumber scan(Tokens tokens, int at) {
        if (!isNumber(tokens, at)) {
            return null;
        }
        int end = isDecimal(tokens, at) ? at + 3 : at + 1;
        String number = tokens.text(at, end);
        if (tokens.is(end, '/') && !tokens.startsLine(end)) {
            return afterSlash(tokens, at, end, number);
        }
        if (tokens.isDash(end) && !tokens.startsLine(end)) {
            return afterDash(tokens, at, end, number);
        }
        return afterSpace(tokens, end, number);
    }

    /** Whether the symbol {@code [from, to)} says of which kind its document is. */
    boolean isCoded(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (kindCodes.has(tokens, i) && tokens.shape(i) != Shape.LOWER) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(Tokens tokens, int at) {
        if (tokens.shape(at) == Shape.NUMBER) {
            return tokens.length(at) <= 6;
        }
        String text = tokens.shape(at) == Shape.ALPHANUMERIC && tokens.length(at) <= 5 ? tokens.text(at) : "";
        return text.length() > 1
                && SUFFIXES.indexOf(text.charAt(text.length() - 1)) >= 0
                && text.chars().limit(text.length() - 1L).allMatch(Character::isDigit);
    }

    private static boolean isDecimal(Tokens tokens, int at) {
        return tokens.is(at + 1, '.')
                && tokens.joined(at + 1)
                && tokens.joined(at + 2)
                && tokens.shape(at + 2) == Shape.NUMBER
                && tokens.length(at + 2) <= 2;
    }

    private @Nullable DocumentNumber afterSlash(Tokens tokens, int at, int slash, String number) {
        if (isYearLike(tokens, slash + 1)) {
            return afterYear(tokens, at, slash, number);
        }
        int end = codes.end(tokens, slash + 1);
        if (end > slash + 1) {
            return full(tokens, at, end, number);
        }
        return tokens.shape(slash + 1) == Shape.NUMBER ? null : new DocumentNumber(slash, number, null, null);
    }

    private @Nullable DocumentNumber afterYear(Tokens tokens, int at, int slash, String number) {
        int end = slash + 2;
        boolean year = Days.isYear(tokens, slash + 1);
        if (year && kindCodes.has(tokens, end) && codes.isSeparator(tokens, end + 1)) {
            return spaced(tokens, at, end, number);
        }
        int symbolEnd = codes.isSeparator(tokens, end) ? codes.end(tokens, end + 1) : end + 1;
        if (symbolEnd > end + 1) {
            return full(tokens, at, symbolEnd, number);
        }
        return year ? new DocumentNumber(end, number, null, tokens.text(slash + 1)) : null;
    }

    /** A year, or one with a digit too many, which does occur: {@code 69/20217/NĐ-CP}. */
    private static boolean isYearLike(Tokens tokens, int at) {
        return Days.isYear(tokens, at) || (tokens.shape(at) == Shape.NUMBER && tokens.length(at) == 5);
    }

    private @Nullable DocumentNumber afterDash(Tokens tokens, int at, int dash, String number) {
        if (Days.isYear(tokens, dash + 1) && codes.isSeparator(tokens, dash + 2)) {
            int end = codes.end(tokens, dash + 3);
            return end > dash + 3 ? full(tokens, at, end, number) : null;
        }
        int end = codes.end(tokens, dash + 1);
        if (end > dash + 2 || (end > dash + 1 && kindCodes.has(tokens, dash + 1))) {
            return full(tokens, at, end, number);
        }
        boolean date = tokens.shape(dash + 1) == Shape.NUMBER && tokens.joined(dash + 1);
        return date ? null : new DocumentNumber(dash, number, null, null);
    }

    /** {@code 05 CT/TW} lost a dash, {@code 119 /QĐ-TTg} only has a space. */
    private DocumentNumber afterSpace(Tokens tokens, int end, String number) {
        if (kindCodes.has(tokens, end) && tokens.shape(end) != Shape.LOWER && codes.isSeparator(tokens, end + 1)) {
            int symbolEnd = codes.end(tokens, end);
            if (symbolEnd > end + 2) {
                String lost = tokens.is(end + 1, '/') ? "-" : "/";
                return new DocumentNumber(symbolEnd, number, number + lost + codes.text(tokens, end, symbolEnd), null);
            }
        }
        return new DocumentNumber(end, number, null, null);
    }

    /** {@code 67/2014 NĐ-CP} lost a slash. */
    private DocumentNumber spaced(Tokens tokens, int at, int code, String number) {
        int end = codes.end(tokens, code);
        String symbol = codes.text(tokens, at, code) + "/" + codes.text(tokens, code, end);
        return new DocumentNumber(end, number, symbol, null);
    }

    private DocumentNumber full(Tokens tokens, int at, int end, String number) {
        return new DocumentNumber(end, number, codes.text(tokens, at, end), null);
    }
}

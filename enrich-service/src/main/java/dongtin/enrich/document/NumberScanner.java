package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import org.jspecify.annotations.Nullable;

/** Reads numbers and symbols: {@code 18}, {@code 30a}, {@code 66.13}, {@code 65/2022}, {@code 144-QĐ/TW}, {@code 73/2023/NĐ-CP}, {@code 45/2019/QH14}. */
final class NumberScanner {

    private final WordSet codes;

    NumberScanner(Knowledge knowledge) {
        codes = knowledge.words("kind_codes.tsv");
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
        return afterSpace(tokens, at, end, number);
    }

    private static boolean isNumber(Tokens tokens, int at) {
        if (tokens.shape(at) == Shape.NUMBER) {
            return tokens.length(at) <= 6;
        }
        String text = tokens.shape(at) == Shape.ALPHANUMERIC && tokens.length(at) <= 5 ? tokens.text(at) : "";
        return text.length() > 1
                && Character.isLowerCase(text.charAt(text.length() - 1))
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
        if (Days.isYear(tokens, slash + 1)) {
            int end = slash + 2;
            if (codes.has(tokens, end) && isSeparator(tokens, end + 1)) {
                return spaced(tokens, at, end, number);
            }
            int symbolEnd = isSeparator(tokens, end) ? codesEnd(tokens, end + 1) : end + 1;
            return symbolEnd > end + 1
                    ? full(tokens, at, symbolEnd, number)
                    : new DocumentNumber(end, number, null, tokens.text(slash + 1));
        }
        int end = codesEnd(tokens, slash + 1);
        if (end > slash + 1) {
            return full(tokens, at, end, number);
        }
        return tokens.shape(slash + 1) == Shape.NUMBER ? null : new DocumentNumber(slash, number, null, null);
    }

    private @Nullable DocumentNumber afterDash(Tokens tokens, int at, int dash, String number) {
        if (Days.isYear(tokens, dash + 1) && isSeparator(tokens, dash + 2)) {
            int end = codesEnd(tokens, dash + 3);
            return end > dash + 3 ? full(tokens, at, end, number) : null;
        }
        int end = codesEnd(tokens, dash + 1);
        if (end > dash + 2 || (end > dash + 1 && codes.has(tokens, dash + 1))) {
            return full(tokens, at, end, number);
        }
        boolean date = tokens.shape(dash + 1) == Shape.NUMBER && tokens.joined(dash + 1);
        return date ? null : new DocumentNumber(dash, number, null, null);
    }

    private DocumentNumber afterSpace(Tokens tokens, int at, int end, String number) {
        if (codes.has(tokens, end) && tokens.shape(end) != Shape.LOWER && isSeparator(tokens, end + 1)) {
            int symbolEnd = codesEnd(tokens, end);
            if (symbolEnd > end + 2) {
                return full(tokens, at, symbolEnd, number);
            }
        }
        return new DocumentNumber(end, number, null, null);
    }

    /** {@code 67/2014 NĐ-CP} lost a slash. */
    private DocumentNumber spaced(Tokens tokens, int at, int code, String number) {
        int end = codesEnd(tokens, code);
        DocumentNumber year = full(tokens, at, code, number);
        return new DocumentNumber(
                end,
                number,
                year.symbol() + "/" + full(tokens, code, end, number).symbol(),
                null);
    }

    private static DocumentNumber full(Tokens tokens, int at, int end, String number) {
        StringBuilder symbol = new StringBuilder();
        for (int i = at; i < end; i++) {
            symbol.append(tokens.isDash(i) ? "-" : tokens.text(i));
        }
        return new DocumentNumber(end, number, symbol.toString(), null);
    }

    private int codesEnd(Tokens tokens, int at) {
        if (!isCode(tokens, at)) {
            return at;
        }
        int end = at + 1;
        while (isSeparator(tokens, end) && isCode(tokens, end + 1) && isTight(tokens, end)) {
            end += 2;
        }
        return end;
    }

    private boolean isTight(Tokens tokens, int separator) {
        return (tokens.joined(separator) && tokens.joined(separator + 1))
                || tokens.is(separator, '/')
                || codes.has(tokens, separator + 1)
                || (codes.has(tokens, separator - 1) && tokens.shape(separator + 1) == Shape.UPPER);
    }

    private static boolean isSeparator(Tokens tokens, int at) {
        if (tokens.startsLine(at)) {
            return false;
        }
        boolean dotted =
                tokens.is(at, '.') && tokens.joined(at) && tokens.length(at - 1) == 1 && tokens.length(at + 1) == 1;
        return tokens.is(at, '/') || tokens.isDash(at) || tokens.is(at, '&') || dotted;
    }

    private boolean isCode(Tokens tokens, int at) {
        if (tokens.startsLine(at) || tokens.length(at) > 30) {
            return false;
        }
        return switch (tokens.shape(at)) {
            case UPPER -> true;
            case MIXED, ALPHANUMERIC -> Character.isUpperCase(tokens.text(at).charAt(0));
            case CAPITAL -> tokens.length(at) == 1 || codes.has(tokens, at) || tokens.length(at) <= 3;
            case LOWER, NUMBER, SIGN -> false;
        };
    }
}

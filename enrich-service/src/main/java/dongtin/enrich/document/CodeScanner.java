package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;

/** Reads the codes of a symbol behind its number, {@code NĐ-CP} or {@code QĐ/TW}, however they are spaced. */
final class CodeScanner {

    /** A spaced out code is at most so long: {@code 10070/BTC - TCDT}. */
    private static final int SHORT = 6;

    private final WordSet kindCodes;
    private final WordSet issuers;
    private final WordSet after;

    CodeScanner(Knowledge knowledge, WordSet kindCodes) {
        this.kindCodes = kindCodes;
        issuers = knowledge.words("number_context.tsv", "issuer");
        after = knowledge.words("number_context.tsv", "after");
    }

    /** Where the codes that begin at {@code at} end; {@code at} if none does. */
    int end(Tokens tokens, int at) {
        if (!isCode(tokens, at)) {
            return at;
        }
        int end = codeEnd(tokens, at);
        while (isSeparator(tokens, end) && isCode(tokens, end + 1) && isTight(tokens, end)) {
            end = codeEnd(tokens, end + 1);
        }
        boolean lost = isLost(tokens, end);
        return lost ? end + 1 : end;
    }

    /** {@code 24-NQ TW} lost the slash before its issuer. */
    private boolean isLost(Tokens tokens, int end) {
        return !tokens.startsLine(end)
                && kindCodes.has(tokens, end - 1)
                && issuers.has(tokens, end)
                && tokens.shape(end) != Shape.LOWER
                && tokens.shape(end) != Shape.CAPITAL;
    }

    /** {@code QH 14} is one code. */
    private static int codeEnd(Tokens tokens, int at) {
        boolean legislature = tokens.shape(at + 1) == Shape.NUMBER
                && tokens.length(at + 1) == 2
                && !tokens.startsLine(at + 1)
                && tokens.shape(at) == Shape.UPPER
                && tokens.text(at).endsWith("QH");
        return legislature ? at + 2 : at + 1;
    }

    /** The symbol in its normal form: plain hyphens, no spaces, lost separators restored. */
    String text(Tokens tokens, int from, int to) {
        StringBuilder symbol = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean glued = i > from && issuers.has(tokens, i) && kindCodes.has(tokens, i - 1);
            if (glued) {
                symbol.append(symbol.indexOf("/") >= 0 ? "-" : "/");
            }
            symbol.append(tokens.isDash(i) ? "-" : tokens.text(i));
        }
        return symbol.toString();
    }

    private boolean isTight(Tokens tokens, int separator) {
        int next = separator + 1;
        return (tokens.joined(separator) && tokens.joined(next))
                || tokens.is(separator, '/')
                || kindCodes.has(tokens, next)
                || (kindCodes.has(tokens, separator - 1) && tokens.shape(next) == Shape.UPPER)
                || isSpacedOut(tokens, next);
    }

    private boolean isSpacedOut(Tokens tokens, int code) {
        Shape shape = tokens.shape(code);
        int next = code + 1;
        return (shape == Shape.UPPER || shape == Shape.MIXED)
                && tokens.length(code) <= SHORT
                && !tokens.startsLine(next)
                && (after.has(tokens, next) || tokens.is(next, ',') || tokens.is(next, ')'));
    }

    /** Whether a sign that parts codes stands at {@code at}. */
    boolean isSeparator(Tokens tokens, int at) {
        if (tokens.startsLine(at)) {
            return false;
        }
        boolean dotted = tokens.is(at, '.')
                && tokens.joined(at)
                && tokens.joined(at + 1)
                && tokens.length(at - 1) == 1
                && tokens.length(at + 1) <= 2
                && tokens.shape(at + 1).startsWithCapital();
        return tokens.is(at, '/') || tokens.isDash(at) || tokens.is(at, '&') || dotted;
    }

    /** {@code 11/2022/TT-} at the end of a line, {@code BGDĐT} on the next. */
    private boolean isBroken(Tokens tokens, int at) {
        return tokens.isDash(at - 1)
                && tokens.joined(at - 1)
                && kindCodes.has(tokens, at - 2)
                && tokens.shape(at) == Shape.UPPER;
    }

    private boolean isCode(Tokens tokens, int at) {
        if ((tokens.startsLine(at) && !isBroken(tokens, at)) || tokens.length(at) > 30) {
            return false;
        }
        return switch (tokens.shape(at)) {
            case UPPER -> true;
            case MIXED, ALPHANUMERIC -> Character.isUpperCase(tokens.text(at).charAt(0));
            case CAPITAL -> tokens.length(at) == 1 || kindCodes.has(tokens, at) || tokens.length(at) <= 3;
            case LOWER, NUMBER, SIGN -> false;
        };
    }
}

package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;

/**
 * Tells numbers of documents from amounts where neither {@code số} nor a symbol does: {@code Nghị quyết 18 về ...} names a document, {@code quyết định 31 nội
 * dung} decides on matters.
 */
final class BareNumbers {

    private enum Next {
        /** The number counts it: {@code nội dung}. */
        UNIT,
        /** Begins like a unit and is none: {@code điều chỉnh}. */
        OTHER
    }

    private final Phrases<Next> nexts;
    private final WordSet followers;
    private final WordSet nounBefore;
    private final WordSet verbBefore;

    BareNumbers(Knowledge knowledge) {
        nexts = knowledge.phrases();
        knowledge.rows("number_context.tsv").stream()
                .filter(row -> row.at(1).equals("unit") || row.at(1).equals("other"))
                .forEach(row -> nexts.put(row.at(0), row.at(1, Next.class)));
        followers = knowledge.words("number_context.tsv", "follower");
        nounBefore = knowledge.words("number_context.tsv", "noun");
        verbBefore = knowledge.words("number_context.tsv", "verb");
    }

    /** Whether {@code number}, which stands behind the kind word that begins at {@code kind}, is a document's. */
    boolean isBelieved(Tokens tokens, int kind, DocumentNumber number, Trust trust) {
        if (trust == Trust.LAW || !isPlain(tokens, number)) {
            return false;
        }
        boolean weak = trust == Trust.WEAK;
        if (weak && isVerb(tokens, kind, number)) {
            return false;
        }
        int next = number.end();
        if (tokens.startsLine(next) || tokens.shape(next) != Shape.LOWER) {
            return number.year() != null || number.number().length() <= 4 || !weak;
        }
        if (Days.beginsWith(tokens, next)) {
            return isDated(tokens, next, weak);
        }
        if (nexts.find(tokens, next) == Next.UNIT) {
            return false;
        }
        return !weak || followers.has(tokens, next) || isNoun(tokens, kind);
    }

    /** Whether {@code number}, which shares the kind word of another, is a document's. */
    boolean isBelievedShared(Tokens tokens, DocumentNumber number) {
        int next = number.end();
        if (!isPlain(tokens, number) || (number.number().length() == 1 && tokens.shape(next) == Shape.LOWER)) {
            return false;
        }
        if (tokens.startsLine(next) || tokens.shape(next) != Shape.LOWER) {
            return true;
        }
        if (Days.beginsWith(tokens, next)) {
            return isDated(tokens, next, true);
        }
        return nexts.find(tokens, next) != Next.UNIT && followers.has(tokens, next);
    }

    private static boolean isPlain(Tokens tokens, DocumentNumber number) {
        int next = number.end();
        boolean year = number.year() == null && Days.isYear(tokens, next - 1);
        return !year && !tokens.is(next, '%') && !isMore(tokens, next) && !isAmount(tokens, next);
    }

    /** {@code (Chỉ thị 16 và) 16+}: stricter than it. */
    private static boolean isMore(Tokens tokens, int sign) {
        return tokens.is(sign, '+') && tokens.joined(sign);
    }

    private static boolean isAmount(Tokens tokens, int sign) {
        boolean joined = tokens.joined(sign) && tokens.joined(sign + 1) && tokens.shape(sign + 1) == Shape.NUMBER;
        return joined && (tokens.is(sign, '.') || (tokens.is(sign, ',') && tokens.length(sign + 1) == 1));
    }

    /** {@code kế hoạch 5 năm 2016-2020} is no document of the year 2016. */
    private static boolean isDated(Tokens tokens, int at, boolean weak) {
        Days days = Days.scan(tokens, at);
        if (days == null) {
            return tokens.is(at, "ngày") && tokens.shape(at + 1) == Shape.NUMBER;
        }
        boolean range = tokens.isDash(days.end()) && Days.isYear(tokens, days.end() + 1);
        return !range && !(weak && tokens.length(at - 1) == 1);
    }

    private boolean isVerb(Tokens tokens, int kind, DocumentNumber number) {
        if (tokens.shape(kind) != Shape.LOWER) {
            return false;
        }
        boolean one = number.number().length() == 1 && number.year() == null;
        return (!tokens.startsLine(kind) && verbBefore.has(tokens, kind - 1)) || (one && !isNoun(tokens, kind));
    }

    private boolean isNoun(Tokens tokens, int kind) {
        boolean first = tokens.startsLine(kind) || tokens.shape(kind - 1) == Shape.SIGN;
        return !first && (tokens.shape(kind) != Shape.LOWER || nounBefore.has(tokens, kind - 1));
    }
}

package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads the name of the meeting that passed a document: {@code Đại hội XIII}, {@code Trung ương 4 khóa XII}, {@code Hội nghị lần thứ 31 Ban Chấp hành ...}. */
final class MeetingScanner {

    private enum Part {
        /** Begins the name: {@code Đại hội}. */
        HEAD,
        /** May stand within it: {@code đại biểu toàn quốc}. */
        WORD,
        /** Announces an ordinal: {@code lần thứ}. */
        ORDINAL,
        /** Announces a term: {@code khóa}. */
        TERM,
        /** An ordinal in words: {@code tư}. */
        COUNT
    }

    private static final int LONGEST = 40;

    private final Phrases<Part> parts;
    private final Bodies bodies;

    MeetingScanner(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        parts = knowledge.phrases();
        knowledge.rows("meetings.tsv").forEach(row -> parts.put(row.at(0), row.at(1, Part.class)));
    }

    /** Where the name that begins at {@code at} ends; {@code at} if none does, or it bears neither ordinal nor term. */
    int end(Tokens tokens, int at) {
        if (tokens.startsLine(at)) {
            return at;
        }
        if (part(tokens, at) == Part.HEAD || isGlued(tokens, at)) {
            return read(tokens, at);
        }
        return bareCongress(tokens, at);
    }

    /** Whether the name {@code [from, to)} says which of its kind the meeting is, not only in which term it was. */
    boolean hasOrdinal(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean count = isCount(tokens, i) || isOrdinal(tokens, i) || isGlued(tokens, i);
            if (count && !isTerm(tokens, i - 1) && !tokens.isDash(i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the name that ends at {@code end} does so with its ordinal, so that its body and term may follow. */
    private boolean isOrdinalEnd(Tokens tokens, int end) {
        return hasOrdinal(tokens, end - 1, end);
    }

    private static boolean isTerm(Tokens tokens, int at) {
        String word = tokens.folded(at);
        return word.equals("khóa") || word.equals("kỳ");
    }

    /** {@code TƯ} folds like the count {@code tư}, but is written in capitals. */
    private @Nullable Part part(Tokens tokens, int at) {
        Part part = parts.find(tokens, at);
        return part == Part.COUNT && tokens.shape(at) == Shape.UPPER ? Part.HEAD : part;
    }

    private int read(Tokens tokens, int at) {
        int end = at;
        boolean identified = false;
        while (end < at + LONGEST) {
            int next = next(tokens, end, end > at);
            if (next == end && end > at) {
                next = !identified
                        ? bodies.end(tokens, end)
                        : isOrdinalEnd(tokens, end) ? bodyOfTerm(tokens, end) : end;
            }
            if (next == end || (end > at && tokens.startsLine(end))) {
                break;
            }
            identified |= isCount(tokens, next - 1)
                    || tokens.is(next - 1, ')')
                    || isOrdinal(tokens, next - 1)
                    || isGlued(tokens, next - 1);
            end = next;
        }
        return identified ? end : at;
    }

    /** {@code (Nghị quyết) XIII của Đảng}, {@code lần thứ XIII của Đảng}, {@code lần thứ XI Đảng bộ ...}. */
    private int bareCongress(Tokens tokens, int at) {
        boolean ordinal = parts.find(tokens, at) == Part.ORDINAL && parts.end(tokens, at) == at + 2;
        int count = ordinal ? at + 2 : at;
        if (!isCount(tokens, count) || (!ordinal && tokens.shape(count) != Shape.UPPER)) {
            return at;
        }
        int next = count + 1;
        boolean ofParty = tokens.is(next, "của") && tokens.is(next + 1, "đảng");
        if (ofParty) {
            return next;
        }
        return ordinal && part(tokens, next) == Part.HEAD && !tokens.startsLine(next) ? read(tokens, at) : at;
    }

    private int next(Tokens tokens, int at, boolean inside) {
        if (inside && tokens.startsLine(at)) {
            return at;
        }
        if (isGlued(tokens, at)) {
            return at + 1;
        }
        Part part = part(tokens, at);
        int end = parts.end(tokens, at);
        if (part == Part.ORDINAL) {
            return isCount(tokens, end) || parts.find(tokens, end) == Part.COUNT ? end + 1 : at;
        }
        if (part == Part.TERM) {
            return termEnd(tokens, end, at);
        }
        if (part == Part.HEAD || part == Part.WORD) {
            boolean lower = tokens.shape(at) == Shape.LOWER && part == Part.WORD;
            return Math.max(end, lower ? end : bodies.placeEnd(tokens, at));
        }
        return other(tokens, at);
    }

    private int other(Tokens tokens, int at) {
        if (isCount(tokens, at)) {
            return at + 1;
        }
        if (tokens.is(at, '(')) {
            return bracketEnd(tokens, at);
        }
        if (tokens.is(at, ',') && parts.find(tokens, at + 1) == Part.TERM) {
            int end = termEnd(tokens, parts.end(tokens, at + 1), at + 1);
            return end > at + 1 && !isYears(tokens, end) ? end : at;
        }
        int place = bodies.placeEnd(tokens, at);
        String before = tokens.folded(at - 1);
        boolean named = place > bodies.unitEnd(tokens, at) || before.equals("bộ") || before.equals("đảng");
        return named ? place : at;
    }

    /** {@code , nhiệm kỳ 2020-2025} is no part of a name that has its ordinal. */
    private static boolean isYears(Tokens tokens, int end) {
        return Days.isYear(tokens, end - 1);
    }

    /** {@code (khóa XII)}, {@code (khóa XI, XII)}, {@code (lần 2)}. */
    private int bracketEnd(Tokens tokens, int at) {
        Part part = parts.find(tokens, at + 1);
        if (part != Part.TERM && part != Part.ORDINAL) {
            return at;
        }
        int end = termEnd(tokens, parts.end(tokens, at + 1), at + 1);
        while (end > at + 1 && (tokens.is(end, ',') || tokens.is(end, "và"))) {
            int further = parts.find(tokens, end + 1) == Part.TERM ? parts.end(tokens, end + 1) : end + 1;
            if (!isCount(tokens, further)) {
                return at;
            }
            end = further + 1;
        }
        return end > at + 1 && tokens.is(end, ')') ? end + 1 : at;
    }

    /** {@code Quốc hội khóa XV}, {@code , Ban Chấp hành Trung ương (khóa X)}, behind a name that has its ordinal. */
    private int bodyOfTerm(Tokens tokens, int at) {
        int from = tokens.is(at, ',') ? at + 1 : at;
        int body = tokens.startsLine(from) ? from : bodies.end(tokens, from);
        if (body == from) {
            return at;
        }
        int term = tokens.is(body, ',') ? body + 1 : body;
        if (tokens.is(term, '(')) {
            int end = bracketEnd(tokens, term);
            return end > term ? end : at;
        }
        return parts.find(tokens, term) == Part.TERM ? termEnd(tokens, parts.end(tokens, term), at) : at;
    }

    private static int termEnd(Tokens tokens, int count, int otherwise) {
        if (tokens.is(count, '(') && isCount(tokens, count + 1) && tokens.is(count + 2, ')')) {
            return count + 3;
        }
        if (!isCount(tokens, count)) {
            return otherwise;
        }
        boolean years = tokens.isDash(count + 1) && tokens.shape(count + 2) == Shape.NUMBER;
        return years ? count + 3 : count + 1;
    }

    private boolean isOrdinal(Tokens tokens, int at) {
        return parts.find(tokens, at) == Part.COUNT && tokens.is(at - 1, "thứ");
    }

    /** {@code TW4} */
    private static boolean isGlued(Tokens tokens, int at) {
        if (tokens.shape(at) != Shape.ALPHANUMERIC || tokens.length(at) > 4) {
            return false;
        }
        String text = tokens.folded(at);
        return (text.startsWith("tw") || text.startsWith("tư"))
                && text.length() > 2
                && text.chars().skip(2).allMatch(Character::isDigit);
    }

    private static boolean isCount(Tokens tokens, int at) {
        if (tokens.startsLine(at)) {
            return false;
        }
        if (tokens.shape(at) == Shape.NUMBER) {
            return tokens.length(at) <= 4;
        }
        boolean capitals = tokens.shape(at) == Shape.UPPER || tokens.shape(at) == Shape.CAPITAL;
        return capitals && tokens.length(at) <= 5 && tokens.isOf(at, "IVXL");
    }
}

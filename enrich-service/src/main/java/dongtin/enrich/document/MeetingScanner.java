package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;

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
        if (parts.find(tokens, at) != Part.HEAD || tokens.startsLine(at)) {
            return at;
        }
        int end = at;
        boolean identified = false;
        while (end < at + LONGEST) {
            int next = next(tokens, end, end > at);
            if (next == end) {
                break;
            }
            identified |= isCount(tokens, next - 1) || tokens.is(next - 1, ')') || isOrdinal(tokens, next - 1);
            end = next;
        }
        return identified ? end : at;
    }

    private int next(Tokens tokens, int at, boolean inside) {
        if (inside && tokens.startsLine(at)) {
            return at;
        }
        Part part = parts.find(tokens, at);
        int end = parts.end(tokens, at);
        if (part == Part.ORDINAL) {
            return isCount(tokens, end) || parts.find(tokens, end) == Part.COUNT ? end + 1 : at;
        }
        if (part == Part.TERM) {
            return termEnd(tokens, end, at);
        }
        if (part == Part.HEAD || part == Part.WORD) {
            return Math.max(
                    end, tokens.shape(at) == Shape.LOWER && part == Part.WORD ? end : bodies.placeEnd(tokens, at));
        }
        return other(tokens, at);
    }

    private int other(Tokens tokens, int at) {
        if (isCount(tokens, at)) {
            return at + 1;
        }
        if (tokens.is(at, '(') && parts.find(tokens, at + 1) == Part.TERM) {
            int end = termEnd(tokens, parts.end(tokens, at + 1), at + 1);
            return end > at + 1 && tokens.is(end, ')') ? end + 1 : at;
        }
        if (tokens.is(at, ',') && parts.find(tokens, at + 1) == Part.TERM) {
            int end = termEnd(tokens, parts.end(tokens, at + 1), at + 1);
            return end > at + 1 ? end : at;
        }
        return bodies.placeEnd(tokens, at);
    }

    private static int termEnd(Tokens tokens, int count, int otherwise) {
        if (!isCount(tokens, count)) {
            return otherwise;
        }
        boolean years = tokens.isDash(count + 1) && tokens.shape(count + 2) == Shape.NUMBER;
        return years ? count + 3 : count + 1;
    }

    private boolean isOrdinal(Tokens tokens, int at) {
        return parts.find(tokens, at) == Part.COUNT && tokens.folded(at - 1).equals("thứ");
    }

    private static boolean isCount(Tokens tokens, int at) {
        if (tokens.startsLine(at)) {
            return false;
        }
        if (tokens.shape(at) == Shape.NUMBER) {
            return tokens.length(at) <= 4;
        }
        boolean capitals = tokens.shape(at) == Shape.UPPER || tokens.shape(at) == Shape.CAPITAL;
        return capitals && tokens.length(at) <= 5 && tokens.text(at).chars().allMatch(c -> "IVXL".indexOf(c) >= 0);
    }
}

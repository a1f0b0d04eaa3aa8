package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.Set;

/** Knows what may stand between a title and its name without being part of either: terms, abbreviations in brackets, duties. */
final class Asides {

    private static final int LONGEST_DUTY = 10;
    private static final int LONGEST_REMARK = 14;
    private static final int MOST_TERMS = 3;

    private final Bodies bodies;
    private final WordSet terms;
    private final WordSet duties;
    private final Phrases<String> times;
    private final Phrases<String> forces;

    Asides(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        knowledge.rows("asides.tsv").forEach(row -> row.oneOf(1, Set.of("term", "duty", "time", "force")));
        terms = knowledge.words("asides.tsv", "term");
        duties = knowledge.words("asides.tsv", "duty");
        times = knowledge.phrases("asides.tsv", "time");
        forces = knowledge.phrases("asides.tsv", "force");
    }

    /** Where an armed force that belongs to a rank ends; {@code at} if none begins there. */
    int forceEnd(Tokens tokens, int at) {
        return forces.end(tokens, at);
    }

    /** Where all that stands aside from {@code at} on ends; {@code at} if nothing does. */
    int end(Tokens tokens, int at) {
        int end = at;
        for (int i = 0; i < 3; i++) {
            int next = one(tokens, end);
            if (next == end) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** Whether {@code phụ trách} stands at {@code at}. */
    boolean isDuty(Tokens tokens, int at) {
        return duties.has(tokens, at) && duties.has(tokens, at + 1);
    }

    private int one(Tokens tokens, int at) {
        if (tokens.startsLine(at)) {
            return at;
        }
        if (terms.has(tokens, at)) {
            return termsEnd(tokens, at);
        }
        int parted = partedTermsEnd(tokens, at);
        if (parted > at) {
            return parted;
        }
        if (isDuty(tokens, at)) {
            return dutyEnd(tokens, at + 2);
        }
        if (!tokens.is(at, '(')) {
            return times.end(tokens, at);
        }
        int end = bracketEnd(tokens, at);
        return end > at ? end : remarkEnd(tokens, at);
    }

    /** {@code , nhiệm kỳ 2016 - 2021}, {@code (giai đoạn 2014 - 2018)}, {@code các nhiệm kỳ ...}; {@code at} if no term begins there. */
    private int partedTermsEnd(Tokens tokens, int at) {
        boolean bracket = tokens.is(at, '(');
        boolean parted = bracket || tokens.is(at, ',') || tokens.folded(at).equals("các");
        if (!parted || tokens.startsLine(at + 1) || !terms.has(tokens, at + 1)) {
            return at;
        }
        int end = termsEnd(tokens, at + 1);
        if (end == at + 1 || (bracket && !tokens.is(end, ')'))) {
            return at;
        }
        return bracket ? end + 1 : end;
    }

    /** {@code khóa XIV}, {@code nhiệm kỳ 2016 - 2021 và 2021 - 2026}; {@code from} if no number follows. */
    private int termsEnd(Tokens tokens, int from) {
        int word = terms.has(tokens, from + 1) ? from + 2 : from + 1;
        int end = ordinalsEnd(tokens, word);
        for (int i = 0; i < MOST_TERMS && end > word && isJoint(tokens, end); i++) {
            int next = ordinalsEnd(tokens, end + 1);
            if (next == end + 1) {
                break;
            }
            end = next;
        }
        return end > word ? end : from;
    }

    /** {@code khóa XIII, XIV}, but not {@code khóa XIII, 3 đại biểu}. */
    private static boolean isJoint(Tokens tokens, int at) {
        boolean sign = tokens.is(at, ',') || tokens.folded(at).equals("và");
        return sign && !tokens.startsLine(at) && (tokens.shape(at + 1) != Shape.NUMBER || tokens.length(at + 1) == 4);
    }

    /** {@code XIV}, {@code 2016 - 2021}. */
    private static int ordinalsEnd(Tokens tokens, int from) {
        int end = from;
        while (end < from + 3
                && !tokens.startsLine(end)
                && (isOrdinal(tokens, end) || (end > from && tokens.isDash(end)))) {
            end++;
        }
        return end > from && tokens.isDash(end - 1) ? from : end;
    }

    private static boolean isOrdinal(Tokens tokens, int at) {
        Shape shape = tokens.shape(at);
        return shape == Shape.NUMBER || (shape.startsWithCapital() && isRoman(tokens.text(at)));
    }

    private static boolean isRoman(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("IVX".indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code phụ trách khối đô thị}, up to the name. */
    private int dutyEnd(Tokens tokens, int from) {
        for (int at = from; at < from + LONGEST_DUTY; at++) {
            if (bodies.beginsLongName(tokens, at)) {
                return at;
            }
            if (tokens.startsLine(at) || tokens.shape(at) == Shape.SIGN) {
                break;
            }
        }
        return from - 2;
    }

    /** {@code (KH-ĐT)}. */
    private static int bracketEnd(Tokens tokens, int from) {
        int at = from + 1;
        while (at < from + 6 && isAbbreviation(tokens, at)) {
            at++;
        }
        return at > from + 1 && tokens.is(at, ')') ? at + 1 : from;
    }

    /** {@code Cục trưởng Cục Cảnh sát (Bộ Công an) | Lê Văn Bưởi}, {@code đại biểu Quốc hội (đoàn Hà Nội) | Lê Văn Bưởi}: only before a name. */
    private int remarkEnd(Tokens tokens, int from) {
        for (int at = from + 1; at < from + LONGEST_REMARK && !tokens.startsLine(at); at++) {
            if (tokens.is(at, ')')) {
                return isName(tokens, at + 1) ? at + 1 : from;
            }
            if (bodies.beginsLongName(tokens, at)) {
                return from;
            }
        }
        return from;
    }

    private boolean isName(Tokens tokens, int at) {
        return !tokens.startsLine(at)
                && (bodies.beginsLongName(tokens, at)
                        || (bodies.beginsName(tokens, at) && bodies.placeEnd(tokens, at) == at));
    }

    private static boolean isAbbreviation(Tokens tokens, int at) {
        Shape shape = tokens.shape(at);
        boolean sign = tokens.isDash(at) || tokens.is(at, '&');
        return !tokens.startsLine(at) && (sign || (shape == Shape.UPPER && tokens.length(at) > 1));
    }
}

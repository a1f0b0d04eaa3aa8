package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;

/** Tells where the name of a law ends: by the lexicon, or by its words where it is written with a capital. */
final class LawNames {

    private static final int LONGEST = 12;

    /** How many laws one that amends several may name. */
    private static final int MOST = 6;

    private final Phrases<String> laws;
    private final Phrases<String> amendments;
    private final Phrases<String> inner;
    private final Phrases<String> tails;
    private final Bodies bodies;
    private final WordSet stops;
    private final WordSet heads;
    private final WordSet companies;

    LawNames(Knowledge knowledge, Bodies bodies, Phrases<String> laws) {
        this.laws = laws;
        this.bodies = bodies;
        amendments = knowledge.phrases("amendments.tsv");
        inner = knowledge.phrases();
        knowledge.rows("law_context.tsv").stream()
                .filter(row -> row.at(1).equals("inner"))
                .forEach(row -> inner.put(row.at(0), row.at(0)));
        tails = knowledge.phrases();
        knowledge.rows("law_context.tsv").stream()
                .filter(row -> row.at(1).equals("tail"))
                .forEach(row -> tails.put(row.at(0), row.at(0)));
        stops = knowledge.words("law_context.tsv", "after");
        heads = knowledge.words("law_context.tsv", "head");
        companies = knowledge.words("law_context.tsv", "company");
    }

    /** Where the name behind the kind word {@code [at, kindEnd)} ends; {@code kindEnd} if there is none. */
    int end(Tokens tokens, int at, int kindEnd) {
        if (tokens.startsLine(kindEnd)) {
            return kindEnd;
        }
        int amended = amendments.end(tokens, kindEnd);
        if (amended > kindEnd) {
            int end = amendedEnd(tokens, amended);
            return end > amended ? end : kindEnd;
        }
        int known = known(tokens, at, kindEnd);
        if (known > kindEnd) {
            return isCommonNoun(tokens, at, kindEnd, known) ? kindEnd : tailed(tokens, known);
        }
        if (isShort(tokens, at, kindEnd)) {
            return kindEnd + 1;
        }
        return isGeneric(tokens, at, kindEnd) ? genericEnd(tokens, kindEnd) : kindEnd;
    }

    /** The lexicon has {@code luật} before each name; {@code bộ luật} and {@code đạo luật} end with it. */
    private int known(Tokens tokens, int at, int kindEnd) {
        return Math.max(laws.end(tokens, at), laws.end(tokens, kindEnd - 1));
    }

    /** {@code luật thuế} in small letters is all of them. */
    private static boolean isCommonNoun(Tokens tokens, int at, int kindEnd, int end) {
        return end == kindEnd + 1
                && tokens.shape(at) == Shape.LOWER
                && tokens.shape(kindEnd) == Shape.LOWER
                && tokens.length(kindEnd) <= 4;
    }

    private int tailed(Tokens tokens, int end) {
        return Math.max(end, tokens.startsLine(end) ? end : tails.end(tokens, end));
    }

    private int amendedEnd(Tokens tokens, int at) {
        int counted = countedEnd(tokens, at);
        if (counted > at) {
            return counted;
        }
        int end = oneAmendedEnd(tokens, at);
        for (int i = 0; i < MOST && end > at && tokens.is(end, "và"); i++) {
            int next = tokens.startsLine(end + 1) ? end : oneAmendedEnd(tokens, end + 1);
            if (next <= end + 1) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** {@code 11 luật}, {@code các luật về thuế}. */
    private int countedEnd(Tokens tokens, int at) {
        boolean several = tokens.shape(at) == Shape.NUMBER || tokens.is(at, "các");
        int law = several ? at + 1 : at;
        if (!tokens.is(law, "luật") || (!several && !tokens.is(at - 1, "các"))) {
            return at;
        }
        if (tokens.is(law + 1, "về")) {
            return genericEnd(tokens, law + 1);
        }
        return tokens.shape(at) == Shape.NUMBER && !isName(tokens, law + 1) ? law + 1 : at;
    }

    private boolean isName(Tokens tokens, int at) {
        return tokens.shape(at) == Shape.CAPITAL || laws.longest(tokens, at - 1) != Phrases.NONE;
    }

    /** The end of {@code Luật Đất đai} at {@code at}, with or without its kind word. */
    private int oneAmendedEnd(Tokens tokens, int at) {
        int kind = tokens.is(at, "bộ") ? at + 1 : at;
        for (int i = kind; i <= kind + 1; i++) {
            String word = tokens.folded(i);
            if (word.equals("luật") || word.equals("lệnh")) {
                int known = Math.max(laws.end(tokens, kind), laws.end(tokens, i));
                int end = known > i ? tailed(tokens, known) : known;
                if (end <= i + 1 && isGeneric(tokens, i, i + 1)) {
                    end = genericEnd(tokens, i + 1);
                }
                return end > i + 1 ? Amendment.end(tokens, end) : at;
            }
        }
        return at;
    }

    /** {@code Luật CĐ} */
    private boolean isShort(Tokens tokens, int at, int kindEnd) {
        return tokens.shape(at) == Shape.CAPITAL
                && tokens.shape(kindEnd) == Shape.UPPER
                && tokens.length(kindEnd) <= 6
                && !stops.has(tokens, kindEnd)
                && !companies.has(tokens, kindEnd)
                && tokens.shape(kindEnd + 1) != Shape.UPPER
                && bodies.placeEnd(tokens, kindEnd) == kindEnd;
    }

    private boolean isGeneric(Tokens tokens, int at, int kindEnd) {
        boolean head = heads.has(tokens, kindEnd);
        return (head || (tokens.shape(at) == Shape.CAPITAL && tokens.shape(kindEnd + 1) == Shape.LOWER))
                && tokens.shape(kindEnd) == Shape.CAPITAL
                && !tokens.startsLine(kindEnd + 1)
                && isNameWord(tokens, kindEnd + 1)
                && (inner.end(tokens, kindEnd) > kindEnd || !stops.has(tokens, kindEnd))
                && (head || bodies.end(tokens, kindEnd) == kindEnd);
    }

    private int genericEnd(Tokens tokens, int at) {
        int end = at + 1;
        while (end < at + LONGEST && !tokens.startsLine(end)) {
            int compound = inner.end(tokens, end);
            if (compound > end) {
                end = compound;
            } else if (isNameWord(tokens, end) || isComma(tokens, at, end)) {
                end++;
            } else {
                break;
            }
        }
        return trimmed(tokens, at, end);
    }

    /** A comma parts what one law is about ({@code Phòng, chống ...}) near its begin only, else the law from what follows. */
    private boolean isComma(Tokens tokens, int from, int at) {
        return tokens.is(at, ',')
                && at <= from + 3
                && tokens.shape(at + 1) == Shape.LOWER
                && tokens.shape(at + 2) == Shape.LOWER
                && isNameWord(tokens, at + 1)
                && isNameWord(tokens, at + 2);
    }

    private boolean isNameWord(Tokens tokens, int at) {
        Shape shape = tokens.shape(at);
        boolean acronym = shape == Shape.UPPER && tokens.length(at) <= 6 && tokens.shape(at + 1) != Shape.UPPER;
        return (shape == Shape.LOWER || shape == Shape.CAPITAL || acronym)
                && (!stops.has(tokens, at) || inner.end(tokens, at) > at);
    }

    private static int trimmed(Tokens tokens, int at, int end) {
        int last = end;
        while (last > at + 1 && (tokens.is(last - 1, ',') || tokens.is(last - 1, "và"))) {
            last--;
        }
        return last;
    }
}

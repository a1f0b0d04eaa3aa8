package dongtin.enrich.people;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.List;

/** Reads titles of English dispatches: {@code Party General Secretary}, {@code Secretary of the Ho Chi Minh City Party Committee}. */
final class EnglishTitles {

    private enum Part {
        HEAD,
        WORD,
        PLACE
    }

    private static final int LONGEST = 24;
    private static final int MOST_BEFORE = 8;

    private final Phrases<String> heads;
    private final Phrases<String> words;
    private final WordSet links;
    private final WordSet inner;

    EnglishTitles(Knowledge knowledge) {
        heads = knowledge.phrases();
        words = knowledge.phrases();
        knowledge
                .rows("english_titles.tsv")
                .forEach(row -> (row.at(1, Part.class) == Part.HEAD ? heads : words).put(row.at(0), row.at(0)));
        links = knowledge.words(List.of("of", "for", "to", "at"));
        inner = knowledge.words(List.of("of", "the", "and", "for", "on", "in", "to"));
    }

    /** For {@link Tokens#mayBegin}: where none of these begins, a word printed small begins no title. */
    long small() {
        return heads.collection();
    }

    /** The end of the title that begins at {@code at}; {@code at} if none does. */
    int end(Tokens tokens, int at, TitleScanner.Side side) {
        if (!tokens.isPlain()) {
            return at;
        }
        int head = at;
        while (head < at + MOST_BEFORE && headEnd(tokens, head, side) == head) {
            int next = wordEnd(tokens, head);
            if (next == head || tokens.startsLine(next)) {
                return at;
            }
            head = next;
        }
        int end = headEnd(tokens, head, side);
        return end > head ? tailEnd(tokens, end, side) : at;
    }

    /** Behind a name an office may be printed small: {@code , director of the Fruit Institute}. */
    private int headEnd(Tokens tokens, int at, TitleScanner.Side side) {
        int end = heads.end(tokens, at);
        boolean begins = end > at
                && (tokens.shape(at).startsWithCapital()
                        || isMember(tokens, at)
                        || (side == TitleScanner.Side.AFTER && links.has(tokens, end)));
        return begins ? end : at;
    }

    private static boolean isMember(Tokens tokens, int at) {
        return tokens.length(at) == 6 && tokens.is(at, "member");
    }

    /** {@code Ho Chi Minh City}, {@code Party}, {@code UN}. */
    private int wordEnd(Tokens tokens, int at) {
        if (!tokens.shape(at).startsWithCapital()) {
            return at;
        }
        int known = words.end(tokens, at);
        if (known > at) {
            return possessiveEnd(tokens, known);
        }
        boolean acronym = tokens.shape(at) == Shape.UPPER && tokens.length(at) > 1 && isAscii(tokens, at);
        return acronym ? possessiveEnd(tokens, at + 1) : at;
    }

    private static boolean isAscii(Tokens tokens, int at) {
        return tokens.text(at).chars().allMatch(c -> c < 128);
    }

    private static int possessiveEnd(Tokens tokens, int at) {
        boolean apostrophe = (tokens.is(at, '\'') || tokens.is(at, '’')) && tokens.joined(at);
        if (!apostrophe) {
            return at;
        }
        return tokens.joined(at + 1) && tokens.length(at + 1) == 1 ? at + 2 : at + 1;
    }

    private int tailEnd(Tokens tokens, int from, TitleScanner.Side side) {
        if (tokens.startsLine(from) || !links.has(tokens, from) || tokens.shape(from) != Shape.LOWER) {
            return from;
        }
        int end = from;
        int at = from;
        while (at < from + LONGEST && !tokens.startsLine(at)) {
            int next = step(tokens, at, side);
            if (next == at) {
                break;
            }
            end = inner.has(tokens, at) && tokens.shape(at) == Shape.LOWER ? end : next;
            at = next;
        }
        return end;
    }

    private int step(Tokens tokens, int at, TitleScanner.Side side) {
        if (tokens.shape(at) == Shape.LOWER) {
            boolean joins = inner.has(tokens, at) || links.has(tokens, at);
            boolean title = tokens.is(at, "and") && headEnd(tokens, at + 1, side) > at + 1;
            return joins && !title ? at + 1 : at;
        }
        int known = wordEnd(tokens, at);
        if (known > at || tokens.is(at, '&')) {
            return Math.max(known, at + 1);
        }
        return side == TitleScanner.Side.AFTER && tokens.shape(at).startsWithCapital()
                ? possessiveEnd(tokens, at + 1)
                : at;
    }
}

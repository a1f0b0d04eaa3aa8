package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import org.jspecify.annotations.Nullable;

/** Reads what a document is about, {@code về chuẩn mực đạo đức ...}, as the text puts it, to the end of the clause. */
final class SubjectScanner {

    private static final int LONGEST = 60;

    private final WordSet stops;

    SubjectScanner(Knowledge knowledge) {
        stops = knowledge.words("issuing.tsv", "predicate");
    }

    /** The subject that begins at {@code at}, with its {@code về}; null if none does. */
    @Nullable String scan(Tokens tokens, int at) {
        int from = tokens.is(at, ',') ? at + 1 : at;
        String word = tokens.folded(from);
        if (tokens.startsLine(from) || !(word.equals("về") || word.equals("on"))) {
            return null;
        }
        int end = end(tokens, from);
        return end > from + 2 ? tokens.text(from, end) : null;
    }

    private int end(Tokens tokens, int from) {
        boolean quoted = false;
        for (int i = from + 1; i < from + LONGEST; i++) {
            boolean quote = tokens.is(i, '"') || tokens.is(i, '“') || tokens.is(i, '”');
            if (quote && i > from + 3) {
                return quoted ? i + 1 : i;
            }
            quoted |= quote;
            if (tokens.startsLine(i) || isEnd(tokens, i) || (!quoted && isClauseEnd(tokens, i))) {
                return i;
            }
        }
        return from; // a subject that does not end is none
    }

    private static boolean isEnd(Tokens tokens, int at) {
        return tokens.is(at, ';') || (tokens.is(at, '.') && !tokens.joined(at + 1));
    }

    private boolean isClauseEnd(Tokens tokens, int at) {
        return tokens.is(at, ',')
                || tokens.is(at, '(')
                || tokens.is(at, ')')
                || tokens.is(at, ':')
                || stops.has(tokens, at);
    }
}

package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the references of a text, from kind word to kind word. */
final class ReferenceScanner {

    private enum Trust {
        STRONG,
        WEAK,
        SHORT,
        LAW,
        ENGLISH
    }

    private record Kind(String name, Trust trust) {}

    /** How many words may stand between a kind word and its {@code số}. */
    private static final int FAR = 25;

    private final Phrases<Kind> kinds;
    private final NumberScanner numbers;
    private final MeetingScanner meetings;
    private final LawScanner laws;
    private final WordSet units;
    private final WordSet followers;

    ReferenceScanner(Knowledge knowledge, Bodies bodies) {
        kinds = knowledge.phrases();
        knowledge.rows("kinds.tsv").forEach(row -> kinds.put(row.at(0), new Kind(row.at(1), row.at(2, Trust.class))));
        numbers = new NumberScanner(knowledge);
        meetings = new MeetingScanner(knowledge, bodies);
        laws = new LawScanner(knowledge, bodies);
        units = knowledge.words("number_context.tsv", "unit");
        followers = knowledge.words("number_context.tsv", "follower");
    }

    List<Reference> scan(Tokens tokens) {
        List<Reference> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Reference reference = at(tokens, at);
            if (reference == null) {
                at = Math.max(at + 1, kinds.end(tokens, at));
            } else {
                found.add(reference);
                at = reference.number() == null ? reference.to() : more(tokens, reference, found);
            }
        }
        return found;
    }

    private @Nullable Reference at(Tokens tokens, int at) {
        int match = kinds.longest(tokens, at);
        if (match == Phrases.NONE) {
            return laws.abbreviated(tokens, at);
        }
        Kind kind = kinds.value(match);
        int end = at + kinds.length(match);
        if ((kind.trust() == Trust.SHORT && tokens.shape(at) != Shape.UPPER) || tokens.startsLine(end)) {
            return null;
        }
        Reference numbered = numbered(tokens, at, end, kind);
        if (numbered != null) {
            return numbered;
        }
        if (kind.trust() == Trust.LAW) {
            return laws.scan(tokens, at, end, kind.name());
        }
        return named(tokens, at, end, kind);
    }

    private @Nullable Reference named(Tokens tokens, int at, int end, Kind kind) {
        if (kind.name().equals("nghị quyết") || kind.name().equals("kết luận")) {
            int meeting = kind.trust() == Trust.SHORT ? end : meetings.end(tokens, end);
            if (meeting > end) {
                return Reference.named(at, meeting, kind.name(), tokens.text(end, meeting), null);
            }
        }
        return kind.trust() == Trust.SHORT ? null : distant(tokens, at, end, kind);
    }

    private @Nullable Reference numbered(Tokens tokens, int at, int kindEnd, Kind kind) {
        int bracket = tokens.is(kindEnd, '(') ? kindEnd + 1 : kindEnd;
        int mark = markEnd(tokens, bracket);
        DocumentNumber number = mark > bracket || bracket == kindEnd ? numbers.scan(tokens, mark) : null;
        if (number == null || tokens.startsLine(mark)) {
            return null;
        }
        if (mark == bracket && number.symbol() == null && !isBelieved(tokens, number, kind.trust(), false)) {
            return null;
        }
        if (bracket > kindEnd && !tokens.is(number.end(), ')')) {
            return null;
        }
        int end = bracket > kindEnd ? number.end() + 1 : number.end();
        return Reference.numbered(at, end, kind.name(), number);
    }

    /** The end of {@code số}, {@code No.} and the like at {@code at}. */
    private static int markEnd(Tokens tokens, int at) {
        String word = tokens.folded(at);
        if (word.equals("số") || word.equals("no")) {
            boolean sign = tokens.is(at + 1, ':') || tokens.is(at + 1, '.');
            return sign ? at + 2 : at + 1;
        }
        return at;
    }

    private static boolean isAmount(Tokens tokens, int sign) {
        boolean joined = tokens.joined(sign) && tokens.joined(sign + 1) && tokens.shape(sign + 1) == Shape.NUMBER;
        return joined && (tokens.is(sign, '.') || (tokens.is(sign, ',') && tokens.length(sign + 1) == 1));
    }

    /** Whether a number without {@code số} is a document's; {@code shared}: it follows another in a list. */
    private boolean isBelieved(Tokens tokens, DocumentNumber number, Trust trust, boolean shared) {
        int next = number.end();
        if ((trust == Trust.LAW && !shared) || tokens.is(next, '%') || isAmount(tokens, next)) {
            return false;
        }
        if (number.year() == null && Days.isYear(tokens, next - 1)) {
            return false;
        }
        if (tokens.startsLine(next) || tokens.shape(next) != Shape.LOWER) {
            return number.year() != null || number.number().length() <= 4 || trust == Trust.STRONG;
        }
        String word = tokens.folded(next);
        if (word.equals("năm") || word.equals("ngày") || word.equals("tháng")) {
            return Days.scan(tokens, next) != null || (word.equals("ngày") && tokens.shape(next + 1) == Shape.NUMBER);
        }
        return trust == Trust.WEAK ? followers.has(tokens, next) : !units.has(tokens, next);
    }

    private @Nullable Reference distant(Tokens tokens, int at, int kindEnd, Kind kind) {
        for (int i = kindEnd; i < kindEnd + FAR && !tokens.startsLine(i); i++) {
            boolean stop = tokens.is(i, '.')
                    || tokens.is(i, ';')
                    || tokens.is(i, ',')
                    || tokens.is(i, '"')
                    || tokens.is(i, '”');
            if (stop
                    || (kinds.longest(tokens, i) != Phrases.NONE
                            && !tokens.folded(i).equals("ct"))) {
                return null;
            }
            if (tokens.folded(i).equals("số")) {
                DocumentNumber number = numbers.scan(tokens, markEnd(tokens, i));
                if (number != null && number.symbol() != null) {
                    return Reference.numbered(at, number.end(), kind.name(), number);
                }
            }
        }
        return null;
    }

    /** Adds the further numbers that share the kind word of {@code first}; answers where they end. */
    private int more(Tokens tokens, Reference first, List<Reference> found) {
        Reference last = first;
        while (true) {
            Reference next = sharing(tokens, last);
            if (next == null) {
                return last.to();
            }
            found.add(next);
            last = next;
        }
    }

    private @Nullable Reference sharing(Tokens tokens, Reference last) {
        int at = last.to();
        String word = tokens.folded(at);
        boolean listed = tokens.is(at, ',') || tokens.is(at, ';') || word.equals("và") || word.equals("hoặc");
        if (!listed || tokens.startsLine(at)) {
            return null;
        }
        int mark = markEnd(tokens, at + 1);
        DocumentNumber number = tokens.startsLine(mark) ? null : numbers.scan(tokens, mark);
        if (number == null) {
            return null;
        }
        boolean bare = number.symbol() == null && mark == at + 1;
        if (bare && (last.symbol() != null || !isBelieved(tokens, number, Trust.WEAK, true))) {
            return null;
        }
        return Reference.numbered(mark, number.end(), last.kind(), number);
    }
}

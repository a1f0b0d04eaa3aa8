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

    private record Kind(String name, Trust trust) {}

    /** How many words may stand between a kind word and its {@code số}. */
    private static final int FAR = 25;

    /** How many words may stand between a symbol, its date and issuer, and a further symbol that shares its kind word. */
    private static final int APART = 16;

    private final Phrases<Kind> kinds;
    private final NumberScanner numbers;
    private final BareNumbers bareNumbers;
    private final GluedNumbers glued;
    private final MeetingScanner meetings;
    private final LawScanner laws;
    private final EnglishLaws englishLaws;
    private final Phrases<String> marks;
    private final WordSet commands;
    private final WordSet speech;
    private final WordSet plural;

    ReferenceScanner(Knowledge knowledge, Bodies bodies) {
        kinds = knowledge.phrases();
        knowledge.rows("kinds.tsv").forEach(row -> kinds.put(row.at(0), new Kind(row.at(1), row.at(2, Trust.class))));
        numbers = new NumberScanner(knowledge);
        bareNumbers = new BareNumbers(knowledge);
        glued = new GluedNumbers(knowledge);
        meetings = new MeetingScanner(knowledge, bodies);
        laws = new LawScanner(knowledge, bodies);
        englishLaws = new EnglishLaws(knowledge);
        marks = knowledge.phrases();
        knowledge.rows("number_context.tsv").stream()
                .filter(row -> row.at(1).equals("mark"))
                .forEach(row -> marks.put(row.at(0), row.at(0)));
        commands = knowledge.words("number_context.tsv", "command");
        speech = knowledge.words("number_context.tsv", "speech");
        plural = knowledge.words("number_context.tsv", "plural");
    }

    List<Reference> scan(Tokens tokens) {
        List<Reference> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            if (isIdle(tokens, at)) {
                at++;
                continue;
            }
            int kind = kinds.longest(tokens, at);
            Reference reference = kind == Phrases.NONE ? withoutKind(tokens, at) : at(tokens, at, kind);
            if (reference == null) {
                at += kind == Phrases.NONE ? 1 : kinds.length(kind);
            } else {
                found.add(reference);
                at = reference.number() == null ? reference.to() : more(tokens, reference, found);
            }
        }
        return found;
    }

    /** Most words are no kind of document, and neither capital nor number. */
    private boolean isIdle(Tokens tokens, int at) {
        Shape shape = tokens.shape(at);
        return (shape == Shape.LOWER || shape == Shape.SIGN) && !tokens.mayBegin(at, kinds.collection());
    }

    private @Nullable Reference withoutKind(Tokens tokens, int at) {
        Reference abbreviated = glued.scan(tokens, at);
        if (abbreviated != null) {
            return abbreviated;
        }
        Reference law = laws.abbreviated(tokens, at);
        return law != null ? law : englishLaws.scan(tokens, at);
    }

    private @Nullable Reference at(Tokens tokens, int at, int match) {
        Kind kind = kinds.value(match);
        int end = at + kinds.length(match);
        if ((kind.trust() == Trust.SHORT && tokens.shape(at) != Shape.UPPER) || tokens.startsLine(end)) {
            return null;
        }
        if (kind.name().equals("lệnh") && commands.has(tokens, at - 1) && !tokens.startsLine(at)) {
            return null;
        }
        Reference numbered = numbered(tokens, at, end, kind);
        if (numbered != null) {
            return numbered;
        }
        return switch (kind.trust()) {
            case LAW -> withNumber(tokens, laws.scan(tokens, at, end, kind.name()));
            case SHORT -> null;
            case ENGLISH -> englishLaws.scan(tokens, at);
            case STRONG, WEAK -> named(tokens, at, end, kind);
        };
    }

    /** {@code Luật Thanh tra số 56/2010/QH12} */
    private @Nullable Reference withNumber(Tokens tokens, @Nullable Reference law) {
        if (law == null || tokens.startsLine(law.to())) {
            return law;
        }
        int mark = markEnd(tokens, law.to());
        DocumentNumber number = mark > law.to() && !tokens.startsLine(mark) ? numbers.scan(tokens, mark) : null;
        return number == null || number.symbol() == null ? law : law.numbered(number);
    }

    private @Nullable Reference named(Tokens tokens, int at, int end, Kind kind) {
        boolean conclusion = kind.name().equals("kết luận");
        if (kind.name().equals("nghị quyết") || (conclusion && !isConcluding(tokens, at))) {
            boolean several = plural.has(tokens, at - 1) || tokens.shape(at - 1) == Shape.NUMBER;
            boolean of = tokens.is(end, "của") && !several;
            int from = of ? end + 1 : end;
            int meeting = meetings.end(tokens, from);
            if (meeting > from && (!of || meetings.hasOrdinal(tokens, from, meeting))) {
                return Reference.named(at, meeting, kind.name(), tokens.text(from, meeting), null);
            }
        }
        return distant(tokens, at, end, kind);
    }

    /** {@code phát biểu kết luận Hội nghị ...} closes a meeting. */
    private boolean isConcluding(Tokens tokens, int at) {
        return tokens.startsLine(at) || speech.has(tokens, at - 1) || tokens.is(at - 1, '.');
    }

    private @Nullable Reference numbered(Tokens tokens, int at, int kindEnd, Kind kind) {
        int bracket = tokens.is(kindEnd, '(') ? kindEnd + 1 : kindEnd;
        int mark = markEnd(tokens, bracket);
        DocumentNumber number = mark > bracket || bracket == kindEnd ? numbers.scan(tokens, mark) : null;
        if (number == null || tokens.startsLine(mark)) {
            return null;
        }
        boolean bare = mark == bracket && number.symbol() == null;
        if (bare && !bareNumbers.isBelieved(tokens, at, number, kind.trust())) {
            return null;
        }
        if (bracket > kindEnd && !tokens.is(number.end(), ')')) {
            return null;
        }
        int end = bracket > kindEnd ? number.end() + 1 : number.end();
        return Reference.numbered(at, end, kind.name(), number);
    }

    /** The end of {@code số}, {@code No.} and the like at {@code at}. */
    private int markEnd(Tokens tokens, int at) {
        int end = marks.end(tokens, at);
        boolean sign = end > at && (tokens.is(end, ':') || tokens.is(end, '.'));
        return sign ? end + 1 : end;
    }

    private @Nullable Reference distant(Tokens tokens, int at, int kindEnd, Kind kind) {
        for (int i = kindEnd; i < kindEnd + FAR && !tokens.startsLine(i); i++) {
            boolean bracketed = tokens.is(i, '(') && markEnd(tokens, i + 1) > i + 1;
            if (!bracketed && (isClauseEnd(tokens, i) || isOtherKind(tokens, i))) {
                return null;
            }
            int mark = markEnd(tokens, i);
            if (mark > i) {
                DocumentNumber number = numbers.scan(tokens, mark);
                if (number != null && number.symbol() != null) {
                    return Reference.numbered(at, number.end(), kind.name(), number);
                }
            }
        }
        return null;
    }

    private static boolean isClauseEnd(Tokens tokens, int at) {
        return tokens.is(at, '.')
                || tokens.is(at, ';')
                || tokens.is(at, ',')
                || tokens.is(at, '(')
                || tokens.is(at, '"')
                || tokens.is(at, '”');
    }

    private boolean isOtherKind(Tokens tokens, int at) {
        return kinds.longest(tokens, at) != Phrases.NONE && !tokens.is(at, "ct");
    }

    /** Adds the further numbers that share the kind word of {@code first}; answers where they end. */
    private int more(Tokens tokens, Reference first, List<Reference> found) {
        Reference last = first;
        while (true) {
            Reference next = sharing(tokens, last);
            if (next == null && last.symbol() != null) {
                next = sharingApart(tokens, last);
            }
            if (next == null) {
                return last.to();
            }
            found.add(next);
            last = next;
        }
    }

    private @Nullable Reference sharing(Tokens tokens, Reference last) {
        int at = last.to();
        if (!isListed(tokens, at)) {
            return null;
        }
        int mark = markEnd(tokens, at + 1);
        DocumentNumber number = tokens.startsLine(mark) ? null : numbers.scan(tokens, mark);
        if (number == null) {
            return null;
        }
        boolean bare = number.symbol() == null && mark == at + 1;
        if (bare && (last.symbol() != null || !bareNumbers.isBelievedShared(tokens, number))) {
            return null;
        }
        return Reference.numbered(mark, number.end(), last.kind(), number);
    }

    private static boolean isListed(Tokens tokens, int at) {
        if (tokens.startsLine(at)) {
            return false;
        }
        if (tokens.is(at, ',') || tokens.is(at, ';')) {
            return true;
        }
        String word = tokens.folded(at);
        return word.equals("và") || word.equals("hoặc") || word.equals("and");
    }

    /** {@code Nghị quyết 84/NQ-CP ngày 29/5/2020, 42/NQ-CP ngày 9/4/2020}: the further symbol stands behind what is said of the first. */
    private @Nullable Reference sharingApart(Tokens tokens, Reference last) {
        int end = last.to() + APART;
        for (int i = last.to() + 1; i < end && !tokens.startsLine(i); i++) {
            if (tokens.is(i, '.') || tokens.is(i, ')') || isOtherKind(tokens, i)) {
                return null;
            }
            if (isListed(tokens, i) && !tokens.startsLine(i + 1) && tokens.shape(i + 1) == Shape.NUMBER) {
                DocumentNumber number = numbers.scan(tokens, i + 1);
                if (number != null && number.symbol() != null && numbers.isCoded(tokens, i + 1, number.end())) {
                    return Reference.numbered(i + 1, number.end(), last.kind(), number);
                }
            }
        }
        return null;
    }
}

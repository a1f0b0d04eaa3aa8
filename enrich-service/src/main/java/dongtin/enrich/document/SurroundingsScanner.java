package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads issuer and date beside a reference: {@code ... ngày 9/5/2024 của Bộ Chính trị}, {@code Ngày 28/01/2003, Thủ tướng Chính phủ ra Quyết định ...}. It
 * looks a bounded number of tokens far.
 */
final class SurroundingsScanner {

    private static final int FAR = 12;

    private final Bodies bodies;
    private final MeetingScanner meetings;
    private final Phrases<String> issuing;
    private final WordSet auxiliaries;

    SurroundingsScanner(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        meetings = new MeetingScanner(knowledge, bodies);
        issuing = knowledge.phrases();
        knowledge.rows("issuing.tsv").stream()
                .filter(row -> row.at(1).equals("verb"))
                .forEach(row -> issuing.put(row.at(0), row.at(0)));
        auxiliaries = knowledge.words("issuing.tsv", "auxiliary");
    }

    Surroundings scan(Tokens tokens, Reference reference) {
        Surroundings after = after(tokens, reference.to());
        if (after.issuer() != null && after.date() != null) {
            return after;
        }
        Surroundings before = before(tokens, reference.from());
        return new Surroundings(
                after.issuer() != null ? after.issuer() : before.issuer(),
                after.date() != null ? after.date() : before.date(),
                after.year() != null ? after.year() : before.year());
    }

    private Surroundings after(Tokens tokens, int end) {
        String issuer = null;
        LocalDate date = null;
        String year = null;
        int at = end;
        for (int step = 0; step < 5 && !tokens.startsLine(at); step++) {
            Days days = days(tokens, at);
            int body = issuer == null ? issuerEnd(tokens, at) : at;
            if (days != null) {
                date = date == null ? days.date() : date;
                year = year == null ? days.year() : year;
                at = days.end();
            } else if (body > at) {
                issuer = tokens.text(at + 1, body);
                at = skipTerm(tokens, body);
            } else if (isOpening(tokens, at)) {
                at++;
            } else {
                break;
            }
        }
        return new Surroundings(issuer, date, date == null ? year : null);
    }

    private static @Nullable Days days(Tokens tokens, int at) {
        String word = tokens.folded(at);
        return word.equals("ngày") || word.equals("năm") || word.equals("tháng") ? Days.scan(tokens, at) : null;
    }

    private boolean isOpening(Tokens tokens, int at) {
        String next = tokens.folded(at + 1);
        return ((tokens.is(at, ',') || tokens.is(at, '(')) && (next.equals("ngày") || next.equals("của")))
                || (issuing.end(tokens, at) == at + 2 && tokens.folded(at + 2).equals("ngày"))
                || (issuing.end(tokens, at - 1) == at + 1 && next.equals("ngày"));
    }

    private int issuerEnd(Tokens tokens, int at) {
        String word = tokens.folded(at);
        if (!word.equals("của") && !word.equals("do")) {
            return at;
        }
        int end = Math.max(bodies.end(tokens, at + 1), meetings.end(tokens, at + 1));
        if (end == at + 1) {
            return at;
        }
        return word.equals("của") || issuing.end(tokens, end) > end ? end : at;
    }

    private static int skipTerm(Tokens tokens, int at) {
        int from = tokens.is(at, '(') ? at + 1 : at;
        if (!tokens.folded(from).equals("khóa")) {
            return at;
        }
        return tokens.is(from + 2, ')') ? from + 3 : from + 2;
    }

    private Surroundings before(Tokens tokens, int kind) {
        int verb = verbBefore(tokens, kind);
        int bodyEnd = verb;
        while (bodyEnd > verb - 4 && auxiliaries.has(tokens, bodyEnd - 1)) {
            bodyEnd--;
        }
        int body = bodyBefore(tokens, bodyEnd);
        if (verb == kind || body == bodyEnd) {
            return new Surroundings(null, null, null);
        }
        Days days = daysBefore(tokens, body);
        return new Surroundings(
                tokens.text(body, bodyEnd), days == null ? null : days.date(), days == null ? null : days.year());
    }

    private int verbBefore(Tokens tokens, int kind) {
        for (int at = kind - 1; at >= kind - 5 && at >= 0 && !tokens.startsLine(at + 1); at--) {
            int end = issuing.end(tokens, at);
            if (end > at && end <= kind) {
                return issuing.end(tokens, at - 2) == at ? at - 2 : at;
            }
        }
        return kind;
    }

    private int bodyBefore(Tokens tokens, int end) {
        int found = end;
        for (int at = end - 1; at >= end - FAR && at >= 0 && !tokens.startsLine(at + 1); at--) {
            if (tokens.shape(at) == Shape.SIGN && tokens.is(at, '.')) {
                return found;
            }
            if (bodies.end(tokens, at) == end) {
                found = at;
            }
        }
        return found;
    }

    private static @Nullable Days daysBefore(Tokens tokens, int end) {
        int comma = tokens.is(end - 1, ',') ? end - 1 : end;
        for (int at = comma - 1; at >= comma - 6 && at >= 0; at--) {
            Days days = Days.scan(tokens, at);
            if (days != null && days.end() == comma) {
                Days whole = Days.scan(tokens, at - 2);
                return whole != null && whole.end() == comma ? whole : days;
            }
        }
        return null;
    }
}

package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import org.jspecify.annotations.Nullable;

/** Reads issuer, date and subject behind a reference: {@code ... ngày 9/5/2024 của Bộ Chính trị về ...}, {@code ... được Chính phủ ban hành ngày ...}. */
final class BehindScanner {

    private static final int STEPS = 6;

    private final Issuing issuing;
    private final MeetingScanner meetings;
    private final SubjectScanner subjects;
    private final WordSet englishLinks;

    BehindScanner(Knowledge knowledge, Bodies bodies, Issuing issuing) {
        this.issuing = issuing;
        meetings = new MeetingScanner(knowledge, bodies);
        subjects = new SubjectScanner(knowledge);
        englishLinks = knowledge.words("english_documents.tsv", "by");
    }

    private static final class Found {
        private @Nullable String issuer;
        private @Nullable Days days;

        private void day(Days found) {
            days = days == null || (days.date() == null && found.date() != null) ? found : days;
        }

        private Surroundings with(@Nullable String subject) {
            return days == null
                    ? new Surroundings(issuer, null, null, subject)
                    : new Surroundings(issuer, days.date(), days.date() == null ? days.year() : null, subject);
        }
    }

    Surroundings scan(Tokens tokens, Reference reference) {
        Found found = new Found();
        int at = reference.to();
        for (int step = 0; step < STEPS && !tokens.startsLine(at); step++) {
            int next = step(tokens, at, reference, found);
            if (next == at) {
                break;
            }
            at = next;
        }
        String subject = reference.number() == null && !reference.isOfMeeting() ? null : subjects.scan(tokens, at);
        return found.with(subject);
    }

    private int step(Tokens tokens, int at, Reference reference, Found found) {
        if (Days.beginsWith(tokens, at) || Days.isEnglish(tokens, at)) {
            Days days = Days.scan(tokens, at, reference.symbolYear());
            if (days != null) {
                found.day(days);
                return days.end();
            }
        }
        if (tokens.is(at, '(') && !tokens.joined(at)) {
            return bracket(tokens, at, reference, found);
        }
        if (found.issuer == null) {
            int issued = issued(tokens, at, reference, found);
            if (issued > at) {
                return issued;
            }
        }
        int made = made(tokens, at, reference, found);
        return made > at ? made : opening(tokens, at);
    }

    /** {@code (ngày 1/9/2011)}, {@code (22/12/2003)}, {@code (2013)}; other brackets are not looked into, except for {@code (ngày ... của ...)}. */
    private static int bracket(Tokens tokens, int at, Reference reference, Found found) {
        Days days = Days.scan(tokens, at + 1, reference.symbolYear());
        if (days == null && Days.isYear(tokens, at + 1)) {
            days = new Days(at + 2, null, tokens.text(at + 1));
        }
        if (days == null) {
            return tokens.is(at + 1, "của") ? at + 1 : at;
        }
        found.day(days);
        return tokens.is(days.end(), ')') ? days.end() + 1 : days.end();
    }

    /** {@code của Bộ Chính trị}, {@code do Thủ tướng ban hành}, {@code vừa được Chính phủ ban hành}, {@code Hội nghị Trung ương 5 khóa XII}. */
    private int issued(Tokens tokens, int at, Reference reference, Found found) {
        int link = issuing.auxiliaryEnd(tokens, at);
        String word = tokens.folded(link);
        boolean of =
                link == at && (word.equals("của") || (englishLinks.has(tokens, at) && isEnglish(tokens, reference)));
        boolean passive = word.equals("do") || (link > at && tokens.is(link - 1, "được"));
        if (of) {
            int from = tokens.is(at + 1, "the") ? at + 2 : at + 1;
            int end = Math.max(issuing.issuerEnd(tokens, from), meetings.end(tokens, from));
            return end > from ? owner(tokens, from, end, reference, found) : at;
        }
        if (passive) {
            int from = word.equals("do") ? link + 1 : link;
            int end = issuing.issuerEnd(tokens, from);
            int verb = issuing.auxiliaryEnd(tokens, end);
            boolean makes = end > from && issuing.verbEnd(tokens, verb) > verb && issuing.makes(tokens, verb);
            return makes ? Math.max(maker(tokens, from, end, reference, found), verb) : at;
        }
        int from = tokens.is(at, ',') || tokens.is(at, "tại") ? at + 1 : at;
        int end = reference.number() == null ? from : meetings.end(tokens, from);
        return end > from ? maker(tokens, from, end, reference, found) : at;
    }

    private static boolean isEnglish(Tokens tokens, Reference reference) {
        return Days.isEnglish(tokens, reference.from());
    }

    private int issuer(Tokens tokens, int from, int end, Reference reference, Found found) {
        if (isParty(tokens, from, reference)) {
            found.issuer = tokens.text(from);
            return from + 1;
        }
        found.issuer = tokens.text(from, end);
        return skipTerm(tokens, end);
    }

    /** {@code Nghị quyết 78 của Thủ tướng} has no symbol that knows better. */
    private int owner(Tokens tokens, int from, int end, Reference reference, Found found) {
        return reference.symbol() == null
                ? issuer(tokens, from, end, reference, found)
                : maker(tokens, from, end, reference, found);
    }

    /** {@code (Nghị định 66) do Thủ tướng ký ban hành} tells the signer of what the government passed. */
    private int maker(Tokens tokens, int from, int end, Reference reference, Found found) {
        return issuing.isSigner(tokens, from, reference.kind())
                ? skipTerm(tokens, end)
                : issuer(tokens, from, end, reference, found);
    }

    /** {@code (Nghị quyết Đại hội XIII) của Đảng}, whatever follows. */
    private static boolean isParty(Tokens tokens, int at, Reference reference) {
        return reference.isOfMeeting()
                && tokens.is(at, "đảng")
                && tokens.shape(at + 1) != Shape.CAPITAL
                && !tokens.is(at + 1, "bộ");
    }

    private static int skipTerm(Tokens tokens, int at) {
        int from = tokens.is(at, '(') ? at + 1 : at;
        if (!tokens.is(from, "khóa") || tokens.startsLine(from)) {
            return at;
        }
        return tokens.is(from + 2, ')') ? from + 3 : from + 2;
    }

    /** {@code được ban hành năm 2013}, {@code ký ngày}, {@code ban hành hôm 8/3}: the words ahead of a day. */
    private int made(Tokens tokens, int at, Reference reference, Found found) {
        int from = tokens.is(at, ',') || tokens.is(at, '(') ? at + 1 : at;
        int verb = issuing.auxiliaryEnd(tokens, from);
        int end = issuing.verbEnd(tokens, verb);
        int day = tokens.is(end, "vào") || tokens.is(end, "từ") ? end + 1 : end;
        if (end == verb || !issuing.makes(tokens, verb)) {
            return at;
        }
        Days days = Days.scan(tokens, day, reference.symbolYear());
        if (days == null) {
            return at;
        }
        found.day(days);
        return days.end();
    }

    /** {@code (Kết luận 24), năm 2017, Bộ Chính trị đã ...}: the year of what follows. */
    private static boolean isNextClause(Tokens tokens, int at) {
        Days days = Days.scan(tokens, at);
        return days != null
                && days.date() == null
                && tokens.is(days.end(), ',')
                && tokens.shape(days.end() + 1).startsWithCapital();
    }

    private static int opening(Tokens tokens, int at) {
        if (!tokens.is(at, ',') || tokens.startsLine(at + 1)) {
            return at;
        }
        return (Days.beginsWith(tokens, at + 1) && !isNextClause(tokens, at + 1)) || tokens.is(at + 1, "của")
                ? at + 1
                : at;
    }
}

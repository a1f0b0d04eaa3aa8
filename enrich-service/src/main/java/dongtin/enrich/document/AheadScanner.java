package dongtin.enrich.document;

import dongtin.enrich.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Reads issuer and date ahead of a reference: {@code Ngày 28/01/2003, Thủ tướng Chính phủ ra Quyết định ...}, {@code Politburo's Resolution ...}. */
final class AheadScanner {

    /** How far the begin of the sentence is looked for. */
    private static final int SENTENCE = 32;

    private final Issuing issuing;

    AheadScanner(Issuing issuing) {
        this.issuing = issuing;
    }

    Surroundings scan(Tokens tokens, Reference reference) {
        int kind = reference.from();
        if (tokens.startsLine(kind)) {
            return Surroundings.NOTHING;
        }
        String owner = owner(tokens, kind);
        if (owner != null) {
            return new Surroundings(owner, null, null, null);
        }
        int end = issuing.betweenStart(tokens, kind);
        int verb = issuing.verbStart(tokens, end);
        if (verb == end) {
            return Surroundings.NOTHING;
        }
        int helped = issuing.auxiliaryStart(tokens, verb);
        int bodyEnd = termStart(tokens, helped);
        int body = issuing.issuerStart(tokens, bodyEnd);
        Days days = daysBefore(tokens, body);
        boolean made = issuing.makes(tokens, verb) && (body < bodyEnd || !tokens.is(verb, "có"));
        if (days == null && made) {
            days = daysOfSentence(tokens, body, reference.symbolYear());
        }
        boolean none = body == bodyEnd
                || isPassive(tokens, helped, verb)
                || !isNamed(tokens, body, bodyEnd)
                || issuing.isSigner(tokens, body, reference.kind())
                || (issuing.signs(tokens, verb) && issuing.isOffice(tokens, body));
        String signedFor = none && made ? represented(tokens, helped) : null;
        return new Surroundings(
                none ? signedFor : tokens.text(body, bodyEnd),
                days == null ? null : days.date(),
                days == null ? null : days.year(),
                null);
    }

    /** {@code Thay mặt | Bộ Chính trị|, đồng chí Lê Văn Bưởi ký ...}: for whom somebody signs, before {@code end} in the sentence. */
    private @Nullable String represented(Tokens tokens, int end) {
        for (int at = end - 1; at > end - SENTENCE && at > 0 && !tokens.startsLine(at + 1); at--) {
            if (tokens.is(at, ';') || tokens.is(at, '.')) {
                return null;
            }
            if (tokens.is(at, "mặt") && tokens.is(at - 1, "thay")) {
                int body = issuing.issuerEnd(tokens, at + 1);
                return body > at + 1 && tokens.is(body, ',') ? tokens.text(at + 1, body) : null;
            }
        }
        return null;
    }

    /** {@code (dự án) đã được phê duyệt tại Quyết định ...}: who stands before that is no issuer. */
    private static boolean isPassive(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, "được")) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a body's name rather than a common noun such as {@code nhà trường}. */
    private static boolean isNamed(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.shape(i).startsWithCapital()) {
                return true;
            }
        }
        return false;
    }

    /** {@code the Politburo's Resolution}, {@code UN Security Council Resolution} */
    private @Nullable String owner(Tokens tokens, int kind) {
        if (!Days.isEnglish(tokens, kind)) {
            return null;
        }
        int end = tokens.is(kind - 1, "s") ? kind - 2 : kind;
        int found = issuing.issuerStart(tokens, end);
        int start = tokens.is(found, "the") ? found + 1 : found;
        return start < end ? tokens.text(start, end) : null;
    }

    /** Passes over {@code khóa XIV} and {@code (khóa XI)}, which end before {@code end}. */
    private static int termStart(Tokens tokens, int end) {
        int last = tokens.is(end - 1, ')') ? end - 1 : end;
        if (!tokens.is(last - 2, "khóa")) {
            return end;
        }
        return last < end && tokens.is(last - 3, '(') ? last - 3 : last - 2;
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

    /** {@code Ngày 20/9/2017, Bộ trưởng ... đã ký ...}: the day with which the sentence begins. */
    private static @Nullable Days daysOfSentence(Tokens tokens, int end, @Nullable String symbolYear) {
        int start = end;
        while (start > 0
                && start > end - SENTENCE
                && !tokens.startsLine(start)
                && !tokens.is(start - 1, '.')
                && !tokens.is(start - 1, ';')) {
            start--;
        }
        if (start == end - SENTENCE) {
            return null;
        }
        for (int at = start; at < start + 4 && at < end; at++) {
            if (Days.beginsWith(tokens, at)) {
                Days days = Days.scan(tokens, at, symbolYear);
                return days != null && tokens.is(days.end(), ',') ? days : null;
            }
        }
        return null;
    }
}

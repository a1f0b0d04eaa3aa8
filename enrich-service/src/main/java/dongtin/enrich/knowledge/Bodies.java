package dongtin.enrich.knowledge;

import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.List;

/**
 * Knows how the name of a body (cơ quan) and of a place runs: {@code Ban Chấp hành Trung ương}, {@code UBND tỉnh Đồng Nai}, {@code Bộ Giáo dục và Đào
 * tạo}. Thread-safe once made.
 */
public final class Bodies {

    private enum BodyKind {
        /** A body by itself: {@code Quốc hội}. */
        WHOLE,
        /** Goes on with what it is for or where it is: {@code Bộ}, {@code UBND}. */
        HEAD,
        /** The same, if written with a capital: {@code Ban}, {@code Hội}. */
        CAPITAL,
        /** Bears a person's name, maybe: {@code Trường Đại học}. */
        NAMED,
        /** A company and the like, which goes on with its name: {@code Tập đoàn}. */
        ORG,
        /** Looks like one and is none: {@code Trường Chinh}. */
        NOT
    }

    /** A name longer than this is read no further, which keeps the work linear in the text. */
    private static final int LONGEST = 32;

    private final Phrases<BodyKind> bodies;
    private final Phrases<String> offices;
    private final Phrases<String> domains;

    private final Places places;
    private final WordSet starts;
    private final Phrases<String> predicates;
    private final WordSet in;
    private final WordSet about;
    private final Phrases<String> steering;

    /** Reads bodies, what they are named after, and places. */
    public Bodies(Knowledge knowledge) {
        bodies = knowledge.phrases();
        knowledge.rows("bodies.tsv").forEach(row -> bodies.put(row.at(0), row.at(1, BodyKind.class)));
        offices = knowledge.phrases("offices.tsv");
        domains = knowledge.phrases("domains.tsv");
        places = new Places(knowledge, domains);
        starts = knowledge.wordsByLanguage("sentence_starts.tsv");
        predicates = knowledge.phrases("predicates.tsv");
        in = knowledge.words(List.of("tại"));
        about = knowledge.words(List.of("về"));
        steering = knowledge.phrases();
        List.of("chỉ đạo", "Hội đồng", "Ủy ban").forEach(body -> steering.put(body, body));
    }

    /** Where the body that begins at {@code at} ends; {@code at} if none does. */
    public int end(Tokens tokens, int at) {
        return end(tokens, at, at + LONGEST);
    }

    private int end(Tokens tokens, int at, int limit) {
        int end = phraseEnd(tokens, at);
        return end == at ? at : tail(tokens, end, limit, false);
    }

    private int phraseEnd(Tokens tokens, int at) {
        int match = bodies.longest(tokens, at);
        if (match == Phrases.NONE
                || bodies.value(match) == BodyKind.NOT
                || (bodies.value(match) == BodyKind.CAPITAL && !tokens.shape(at).startsWithCapital())) {
            return at;
        }
        int end = at + bodies.length(match);
        if (offices.end(tokens, at) > end) {
            // "Bộ trưởng" is no Bộ.
            return at;
        }
        return switch (bodies.value(match)) {
            case NAMED -> ownNameEnd(tokens, namesakeEnd(tokens, end));
            case ORG -> ownNameEnd(tokens, end);
            case WHOLE, HEAD, CAPITAL, NOT -> end;
        };
    }

    /** Where the word for a body printed small before its name ends: {@code hội | Khuyến học}, {@code đoàn | Lâm Đồng}; {@code at} if none begins there. */
    public int smallEnd(Tokens tokens, int at) {
        int match = tokens.shape(at) == Shape.LOWER ? bodies.longest(tokens, at) : Phrases.NONE;
        if (match == Phrases.NONE || bodies.value(match) != BodyKind.CAPITAL) {
            return at;
        }
        int end = at + bodies.length(match);
        boolean name = tokens.shape(end).startsWithCapital()
                && !tokens.startsLine(end)
                && (!beginsName(tokens, end) || placeEnd(tokens, end) > end + 1);
        return name && offices.end(tokens, at) <= end ? end : at;
    }

    private int ownNameEnd(Tokens tokens, int at) {
        int end = at;
        while (end < at + 4 && isOwnWord(tokens, end) && phrase(tokens, end) == end && !beginsName(tokens, end)) {
            end++;
        }
        return tokens.shape(end) == Shape.LOWER && !tokens.startsLine(end) && domains.end(tokens, end - 1) > end
                ? at
                : end;
    }

    /** Where a known phrase that begins at {@code at} ends. */
    private int phrase(Tokens tokens, int at) {
        return Math.max(domains.end(tokens, at), Math.max(bodies.end(tokens, at), places.knownEnd(tokens, at)));
    }

    private boolean isOwnWord(Tokens tokens, int at) {
        return tokens.shape(at).startsWithCapital() && !tokens.startsLine(at) && !starts.has(tokens, at);
    }

    private int namesakeEnd(Tokens tokens, int at) {
        int end = at;
        if (!tokens.startsLine(at)
                && places.isKnown(tokens, at)
                && tokens.shape(at).startsWithCapital()) {
            return places.knownEnd(tokens, at);
        }
        if (!tokens.startsLine(at) && beginsName(tokens, at)) {
            while (end < at + 4
                    && tokens.shape(end) == Shape.CAPITAL
                    && !tokens.startsLine(end)
                    && !(end > at + 1 && beginsName(tokens, end))) {
                end++;
            }
        }
        return end;
    }

    /** Whether a field of work stands at {@code at} that takes more than one word: {@code Cảnh sát}. */
    public boolean isField(Tokens tokens, int at) {
        return domains.end(tokens, at) > at + 1 && tokens.shape(at + 1) == Shape.LOWER;
    }

    /** Where a place that begins at {@code at} ends, with or without a word for its kind; {@code at} if none does. */
    public int placeEnd(Tokens tokens, int at) {
        return places.end(tokens, at);
    }

    /** Whether a country begins at {@code at}. */
    public boolean isCountry(Tokens tokens, int at) {
        return places.isCountry(tokens, at);
    }

    /** For {@link Tokens#mayBegin}: where none of these begins, a word printed small begins no place. */
    public long units() {
        return places.units();
    }

    /** Whether a word for a kind of place ({@code tỉnh}) stands at {@code at}. */
    public boolean isUnit(Tokens tokens, int at) {
        return places.unitEnd(tokens, at) > at;
    }

    /** Where the word for a kind of place ends. */
    public int unitEnd(Tokens tokens, int at) {
        return places.unitEnd(tokens, at);
    }

    /** Whether the name of a body that ends at {@code end} may go on with any words: it names no place, and is not complete by itself. */
    public boolean isOpen(Tokens tokens, int from, int end) {
        for (int at = Math.max(from, end - 6); at < end; at++) {
            int match = bodies.longest(tokens, at);
            boolean whole =
                    match != Phrases.NONE && bodies.value(match) == BodyKind.WHOLE && at + bodies.length(match) == end;
            if (whole || placeEnd(tokens, at) == end) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word for a kind of body that is named by any words ends at {@code end}: {@code Hiệp hội}, {@code Công ty}. */
    private boolean endsWithHead(Tokens tokens, int from, int end) {
        for (int at = Math.max(from, end - 4); at < end; at++) {
            int match = bodies.longest(tokens, at);
            if (match != Phrases.NONE && at + bodies.length(match) == end && isNamedFreely(bodies.value(match))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a body that bears any name stands in {@code [from, end)}, or a head ends it: {@code Tập đoàn Giáo dục}, {@code Văn phòng}. */
    public boolean isNamedFreely(Tokens tokens, int from, int end) {
        for (int at = from; at < end; at++) {
            int match = bodies.longest(tokens, at);
            if (match != Phrases.NONE
                    && (bodies.value(match) == BodyKind.ORG || bodies.value(match) == BodyKind.NAMED)) {
                return true;
            }
        }
        return endsWithHead(tokens, from, end);
    }

    private static boolean isNamedFreely(BodyKind kind) {
        return switch (kind) {
            case HEAD, CAPITAL, NAMED, ORG -> true;
            case WHOLE, NOT -> false;
        };
    }

    /** Where the words that go on with the name of a body end. */
    public int tail(Tokens tokens, int from) {
        return tail(tokens, from, from + LONGEST, true);
    }

    private int tail(Tokens tokens, int from, int limit, boolean ofOffice) {
        int end = from;
        boolean place = false;
        while (end < limit
                && !(place && (phraseEnd(tokens, end) > end || isPersonBehindPlace(tokens, end)))
                && !isRepeated(tokens, end)) {
            int next = step(tokens, end, limit, ofOffice);
            if (next == end) {
                return end;
            }
            place = placeEnd(tokens, end) == next && tokens.shape(end).startsWithCapital();
            end = next;
        }
        return end;
    }

    /** {@code tỉnh Hà Tĩnh | Vũ Quang Bưởi}: the name of a person, though its first words are a place's. */
    private boolean isPersonBehindPlace(Tokens tokens, int at) {
        return beginsName(tokens, at)
                && tokens.shape(at + 2) == Shape.CAPITAL
                && !tokens.startsLine(at + 2)
                && !isUnit(tokens, at);
    }

    /** {@code MTTQ Việt Nam | Việt Nam}. */
    private boolean isRepeated(Tokens tokens, int at) {
        int length = placeEnd(tokens, at) - at;
        for (int i = 0; i < length; i++) {
            if (tokens.word(at + i) == 0 || tokens.word(at + i) != tokens.word(at + i - length)) {
                return false;
            }
        }
        return length > 0 && !isUnit(tokens, at);
    }

    /** Whether the sentence goes on at {@code at} with what is no part of a name: {@code cho biết}. */
    public boolean isPredicate(Tokens tokens, int at) {
        return predicateEnd(tokens, at) > at;
    }

    /** Where the words end with which the sentence goes on at {@code at}; {@code at} if it does not. */
    public int predicateEnd(Tokens tokens, int at) {
        if (tokens.shape(at) != Shape.LOWER) {
            return at;
        }
        int end = predicates.end(tokens, at);
        return end > at && end >= Math.max(domains.end(tokens, at), bodies.end(tokens, at)) ? end : at;
    }

    /** Whether a body's field goes on at {@code at}: {@code (khai thác) và bảo vệ (nguồn lợi)}. */
    public boolean isJoined(Tokens tokens, int at) {
        int next = at + 1;
        return tokens.shape(at - 1) == Shape.LOWER
                && tokens.shape(next) == Shape.LOWER
                && !tokens.startsLine(next)
                && tokens.folded(at).equals("và")
                && domains.end(tokens, next) > next
                && phraseEnd(tokens, next) == next
                && !isOffice(tokens, next)
                && !isPredicate(tokens, next);
    }

    private int step(Tokens tokens, int at, int limit, boolean ofOffice) {
        if (tokens.startsLine(at)) {
            return at;
        }
        if (isAbroad(tokens, at) || isBetweenCountries(tokens, at)) {
            return placeEnd(tokens, at + 1);
        }
        int content = isPredicate(tokens, at) ? at : content(tokens, at);
        if (content > at) {
            return content;
        }
        if (isConnector(tokens, at) && !tokens.startsLine(at + 1)) {
            int next = domains.end(tokens, at + 1);
            if (next > at + 1 && (tokens.shape(at + 1).startsWithCapital() || !tokens.is(at, ','))) {
                int body = phraseEnd(tokens, at + 1);
                boolean other = tokens.is(at, ',') ? body > at + 1 : body > next;
                return other || isOffice(tokens, at + 1) || isPredicate(tokens, at + 1) ? at : next;
            }
        }
        if (isAbout(tokens, at)) {
            return domains.end(tokens, at + 1);
        }
        int behind = Codes.shortFormEnd(tokens, at);
        if (behind > at && (ofOffice ? isTail(tokens, behind) : placeEnd(tokens, behind) > behind)) {
            return behind;
        }
        return isBridge(tokens, at) ? bridged(tokens, at, limit, ofOffice) : at;
    }

    /** {@code Ban Chỉ đạo Trung ương về (phòng, chống tham nhũng)}. */
    private boolean isAbout(Tokens tokens, int at) {
        if (!about.has(tokens, at) || tokens.startsLine(at + 1) || domains.end(tokens, at + 1) == at + 1) {
            return false;
        }
        for (int from = at - 2; from >= Math.max(at - 5, 0); from--) {
            if (steering.end(tokens, from) > from) {
                return true;
            }
        }
        return false;
    }

    private boolean isTail(Tokens tokens, int at) {
        boolean field = tokens.shape(at).startsWithCapital() && domains.end(tokens, at) > at + 1;
        return placeEnd(tokens, at) > at || phraseEnd(tokens, at) > at || (field && !isOffice(tokens, at));
    }

    private boolean isOffice(Tokens tokens, int at) {
        return offices.longest(tokens, at) != Phrases.NONE;
    }

    /** {@code (Đại sứ Việt Nam) tại Cuba}, {@code (Tổng Lãnh sự Cuba) tại Đà Nẵng}. */
    private boolean isAbroad(Tokens tokens, int at) {
        return in.has(tokens, at)
                && !tokens.startsLine(at + 1)
                && (isCountry(tokens, at + 1) || (isBehindCountry(tokens, at) && placeEnd(tokens, at + 1) > at + 1));
    }

    /** {@code (Hội Hữu nghị Việt Nam) - Cuba}. */
    private boolean isBetweenCountries(Tokens tokens, int at) {
        return tokens.isDash(at)
                && !tokens.startsLine(at + 1)
                && isCountry(tokens, at + 1)
                && isBehindCountry(tokens, at);
    }

    private boolean isBehindCountry(Tokens tokens, int at) {
        for (int from = Math.max(at - 3, 0); from < at; from++) {
            if (isCountry(tokens, from) && placeEnd(tokens, from) == at) {
                return true;
            }
        }
        return false;
    }

    private int content(Tokens tokens, int at) {
        int body = phraseEnd(tokens, at);
        int domain = domains.end(tokens, at);
        int place = placeEnd(tokens, at);
        int known = Math.max(Math.max(body, domain), place);
        if (known > at) {
            return beginsName(tokens, at) && known < at + 2 ? at : known;
        }
        if (tokens.shape(at) == Shape.UPPER && tokens.length(at) > 1) {
            return Codes.acronymEnd(tokens, at);
        }
        if (Codes.isCode(tokens, at)) {
            return at + 1;
        }
        int district = isBodyBefore(tokens, at) ? places.districtEnd(tokens, at) : at;
        return district > at ? district : numbered(tokens, at);
    }

    /** Whether a body's head ends at {@code end}: {@code UBND}, {@code Công an}. */
    private boolean isBodyBefore(Tokens tokens, int end) {
        for (int at = end - 1; at >= 0 && at > end - 4; at--) {
            int match = bodies.longest(tokens, at);
            if (match != Phrases.NONE && at + bodies.length(match) == end && isNamedFreely(bodies.value(match))) {
                return true;
            }
        }
        return false;
    }

    private int numbered(Tokens tokens, int at) {
        int digits = tokens.shape(at) == Shape.NUMBER ? tokens.length(at) : 0;
        if (digits > 0 && digits < 5 && tokens.folded(at - 1).equals("số")) {
            return at + 1;
        }
        if (Codes.isDay(tokens, at)) {
            return at + 3;
        }
        boolean number = (digits > 0 && digits < (isCounted(tokens, at + 1) ? 3 : 4)) || Codes.isRoman(tokens, at);
        return number ? at + 1 : at;
    }

    /** {@code 120 | tỷ đồng}. */
    private boolean isCounted(Tokens tokens, int at) {
        return tokens.shape(at) == Shape.LOWER && !tokens.startsLine(at) && !isPredicate(tokens, at);
    }

    private boolean isConnector(Tokens tokens, int at) {
        return tokens.is(at, ',') || tokens.isDash(at) || tokens.is(at, '&') || tokens.is(at, "và");
    }

    private boolean isBridge(Tokens tokens, int at) {
        return tokens.is(at, "của") || tokens.is(at, "thuộc");
    }

    /** {@code người phát ngôn của Thủ tướng}, but not {@code Chính phủ của | Thủ tướng Lê Văn Bưởi}. */
    private int bridged(Tokens tokens, int at, int limit, boolean ofOffice) {
        int body = !ofOffice && isOffice(tokens, at + 1) ? at : end(tokens, at + 1, limit);
        int place = placeEnd(tokens, at + 1);
        int end = Math.max(body, place);
        return end > at + 1 ? end : at;
    }

    /** Whether a name of three words or more seems to begin at {@code at}, which is no place. */
    public boolean beginsLongName(Tokens tokens, int at) {
        return beginsName(tokens, at)
                && tokens.shape(at + 2) == Shape.CAPITAL
                && !tokens.startsLine(at + 2)
                && placeEnd(tokens, at) == at;
    }

    /** Where the known words of a body, a field or a place that begin at {@code at} end; {@code at} if none do. */
    public int knownEnd(Tokens tokens, int at) {
        return content(tokens, at);
    }

    /** Whether somebody's full name seems to begin at {@code at}. */
    public boolean beginsName(Tokens tokens, int at) {
        return places.beginsName(tokens, at);
    }
}

package dongtin.enrich.knowledge;

import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.List;

/**
 * Knows how the name of a body goes on behind its first words, with fields of work, bodies, places, codes and numbers, and where it ends: {@code (UBND) tỉnh
 * Đồng Nai}, {@code (Bộ) Giáo dục và Đào tạo | cho biết}. Thread-safe once made.
 */
final class BodyTail {

    /** A name longer than this is read no further, which keeps the work linear in the text. */
    private static final int LONGEST = 32;

    private final BodyHeads heads;
    private final Phrases<String> domains;
    private final Places places;
    private final Codes codes;
    private final Phrases<String> predicates;
    private final WordSet in;
    private final WordSet about;
    private final Phrases<String> steering;

    BodyTail(Knowledge knowledge, BodyHeads heads, Phrases<String> domains, Places places) {
        this.heads = heads;
        this.domains = domains;
        this.places = places;
        codes = new Codes(knowledge);
        predicates = knowledge.phrases("predicates.tsv");
        in = knowledge.words(List.of("tại"));
        about = knowledge.words(List.of("về"));
        steering = knowledge.phrases();
        List.of("chỉ đạo", "Hội đồng", "Ủy ban").forEach(body -> steering.put(body, body));
    }

    /** Where the body that begins at {@code at} ends, with its tail; {@code at} if none does. */
    int bodyEnd(Tokens tokens, int at) {
        return bodyEnd(tokens, at, at + LONGEST);
    }

    private int bodyEnd(Tokens tokens, int at, int limit) {
        int end = heads.end(tokens, at);
        return end == at ? at : end(tokens, end, limit, false);
    }

    /** Where the words that go on with the name of a body end. */
    int end(Tokens tokens, int from) {
        return end(tokens, from, from + LONGEST, true);
    }

    private int end(Tokens tokens, int from, int limit, boolean ofOffice) {
        int end = from;
        boolean place = false;
        while (end < limit
                && !(place && (heads.end(tokens, end) > end || isPersonBehindPlace(tokens, end)))
                && !isRepeated(tokens, end)) {
            int next = step(tokens, end, limit, ofOffice);
            if (next == end) {
                return end;
            }
            place = places.end(tokens, end) == next && tokens.shape(end).startsWithCapital();
            end = next;
        }
        return end;
    }

    /** {@code tỉnh Hà Tĩnh | Vũ Quang Bưởi}: the name of a person, though its first words are a place's. */
    private boolean isPersonBehindPlace(Tokens tokens, int at) {
        return places.beginsName(tokens, at)
                && tokens.shape(at + 2) == Shape.CAPITAL
                && !tokens.startsLine(at + 2)
                && places.unitEnd(tokens, at) == at;
    }

    /** {@code MTTQ Việt Nam | Việt Nam}. */
    private boolean isRepeated(Tokens tokens, int at) {
        int length = places.end(tokens, at) - at;
        for (int i = 0; i < length; i++) {
            if (tokens.word(at + i) == 0 || tokens.word(at + i) != tokens.word(at + i - length)) {
                return false;
            }
        }
        return length > 0 && places.unitEnd(tokens, at) == at;
    }

    /** Whether the sentence goes on at {@code at} with what is no part of a name: {@code cho biết}. */
    boolean isPredicate(Tokens tokens, int at) {
        return predicateEnd(tokens, at) > at;
    }

    /** Where the words end with which the sentence goes on at {@code at}; {@code at} if it does not. */
    int predicateEnd(Tokens tokens, int at) {
        if (tokens.shape(at) != Shape.LOWER) {
            return at;
        }
        int end = predicates.end(tokens, at);
        return end > at && end >= Math.max(domains.end(tokens, at), heads.wordsEnd(tokens, at)) ? end : at;
    }

    /** Whether a body's field goes on at {@code at}: {@code (khai thác) và bảo vệ (nguồn lợi)}, {@code (Biển) và Hải đảo}. */
    boolean isJoined(Tokens tokens, int at) {
        int next = at + 1;
        if (tokens.startsLine(next) || !tokens.folded(at).equals("và")) {
            return false;
        }
        boolean small = tokens.shape(at - 1) == Shape.LOWER
                && tokens.shape(next) == Shape.LOWER
                && domains.end(tokens, next) > next
                && !isPredicate(tokens, next);
        return (small || isFieldInCapitals(tokens, next))
                && heads.end(tokens, next) == next
                && !heads.isOffice(tokens, next);
    }

    /** {@code Hải đảo}: the first word alone has a capital, unlike a place or a person. */
    private static boolean isFieldInCapitals(Tokens tokens, int at) {
        return tokens.shape(at) == Shape.CAPITAL && tokens.shape(at + 1) == Shape.LOWER && !tokens.startsLine(at + 1);
    }

    private int step(Tokens tokens, int at, int limit, boolean ofOffice) {
        if (tokens.startsLine(at)) {
            return at;
        }
        if (isAbroad(tokens, at) || isBetweenCountries(tokens, at)) {
            return places.end(tokens, at + 1);
        }
        int content = isPredicate(tokens, at) ? at : content(tokens, at);
        if (content > at) {
            return content;
        }
        if (isConnector(tokens, at) && !tokens.startsLine(at + 1)) {
            int next = domains.end(tokens, at + 1);
            if (next > at + 1 && (tokens.shape(at + 1).startsWithCapital() || !tokens.is(at, ','))) {
                int body = heads.end(tokens, at + 1);
                boolean other = tokens.is(at, ',') ? body > at + 1 : body > next;
                return other || heads.isOffice(tokens, at + 1) || isPredicate(tokens, at + 1) ? at : next;
            }
        }
        if (isAbout(tokens, at)) {
            return domains.end(tokens, at + 1);
        }
        int behind = Codes.shortFormEnd(tokens, at);
        if (behind > at && (ofOffice ? isTail(tokens, behind) : places.end(tokens, behind) > behind)) {
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
        return places.end(tokens, at) > at || heads.end(tokens, at) > at || (field && !heads.isOffice(tokens, at));
    }

    /** {@code (Đại sứ Việt Nam) tại Cuba}, {@code (Tổng Lãnh sự Cuba) tại Đà Nẵng}. */
    private boolean isAbroad(Tokens tokens, int at) {
        return in.has(tokens, at)
                && !tokens.startsLine(at + 1)
                && (places.isCountry(tokens, at + 1)
                        || (isBehindCountry(tokens, at) && places.end(tokens, at + 1) > at + 1));
    }

    /** {@code (Hội Hữu nghị Việt Nam) - Cuba}. */
    private boolean isBetweenCountries(Tokens tokens, int at) {
        return tokens.isDash(at)
                && !tokens.startsLine(at + 1)
                && places.isCountry(tokens, at + 1)
                && isBehindCountry(tokens, at);
    }

    private boolean isBehindCountry(Tokens tokens, int at) {
        for (int from = Math.max(at - 3, 0); from < at; from++) {
            if (places.isCountry(tokens, from) && places.end(tokens, from) == at) {
                return true;
            }
        }
        return false;
    }

    int content(Tokens tokens, int at) {
        int body = heads.end(tokens, at);
        int domain = domains.end(tokens, at);
        int place = places.end(tokens, at);
        int known = Math.max(Math.max(body, domain), place);
        if (known > at) {
            return places.beginsName(tokens, at) && known < at + 2 ? at : known;
        }
        if (tokens.shape(at) == Shape.UPPER && tokens.length(at) > 1 && !places.beginsNameInCapitals(tokens, at)) {
            return codes.acronymEnd(tokens, at);
        }
        if (Codes.isCode(tokens, at)) {
            return at + 1;
        }
        int district = heads.endWithHead(tokens, Math.max(at - 3, 0), at) ? places.districtEnd(tokens, at) : at;
        return district > at ? district : numbered(tokens, at);
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
        int body = !ofOffice && heads.isOffice(tokens, at + 1) ? at : bodyEnd(tokens, at + 1, limit);
        int place = places.end(tokens, at + 1);
        int end = Math.max(body, place);
        return end > at + 1 ? end : at;
    }
}

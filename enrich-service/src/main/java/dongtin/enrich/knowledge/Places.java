package dongtin.enrich.knowledge;

import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.List;
import java.util.Set;

/** Knows how the name of a place runs: {@code Hà Tĩnh}, {@code huyện Cẩm Xuyên}, {@code H.Nghĩa Hành}. Thread-safe once made. */
final class Places {

    private enum Kind {
        PLACE,
        COUNTRY,
        /** Named after somebody, and no place without a word for its kind: {@code TP Hồ Chí Minh}. */
        NAMESAKE,
        WARD
    }

    /** A small place, which may bear a person's name: {@code phường}. */
    private static final String WARD = "ward";

    /** What wards belong to: {@code huyện}. */
    private static final String GREATER = "greater";

    private final Phrases<Kind> places;
    private final Phrases<String> units;
    private final Phrases<String> domains;
    private final WordSet briefUnits;
    private final WordSet quarters;
    private final WordSet surnames;
    private final WordSet names;
    private final WordSet starts;

    Places(Knowledge knowledge, Phrases<String> domains) {
        this.domains = domains;
        places = knowledge.phrases();
        knowledge.rows("places.tsv").reversed().forEach(row -> places.put(row.at(0), row.at(1, Kind.class)));
        units = knowledge.phrases();
        knowledge.rows("units.tsv").forEach(row -> units.put(row.at(0), row.oneOf(1, Set.of("", WARD, GREATER))));
        briefUnits = knowledge.words(List.of("H", "Q", "P", "X", "TX", "TT"));
        quarters = knowledge.words(List.of("Đông", "Tây", "Nam", "Bắc", "Trung", "Thượng", "Hạ", "A", "B"));
        surnames = knowledge.wordsAlsoPlain("surnames.tsv");
        names = knowledge.wordsAlsoPlain("given_names.tsv");
        starts = knowledge.wordsByLanguage("sentence_starts.tsv");
    }

    boolean isKnown(Tokens tokens, int at) {
        return places.longest(tokens, at) != Phrases.NONE;
    }

    int knownEnd(Tokens tokens, int at) {
        return places.end(tokens, at);
    }

    /** The collections that a place printed small begins in. */
    long units() {
        return units.collection();
    }

    int unitEnd(Tokens tokens, int at) {
        return units.end(tokens, at);
    }

    boolean isCountry(Tokens tokens, int at) {
        return places.find(tokens, at) == Kind.COUNTRY && tokens.shape(at).startsWithCapital();
    }

    int end(Tokens tokens, int at) {
        int unit = units.end(tokens, at);
        if (unit > at) {
            int full = places.end(tokens, at);
            int name = isAbbreviated(tokens, unit) ? unit + 1 : unit;
            int end = tokens.startsLine(name) ? name : afterUnit(tokens, name);
            return Math.max(full, end > name ? end : unit);
        }
        int match = places.longest(tokens, at);
        boolean place = match != Phrases.NONE
                && isPlace(tokens, at, places.value(match))
                && tokens.shape(at).startsWithCapital()
                && (tokens.shape(at + places.length(match) - 1).startsWithCapital()
                        || tokens.joined(at + places.length(match) - 1));
        return place ? at + places.length(match) : at;
    }

    /** {@code TP. Đà Nẵng}, {@code tỉnh.Phú Yên}, but not {@code huyện. Sau đó}. */
    private static boolean isAbbreviated(Tokens tokens, int dot) {
        return tokens.is(dot, '.')
                && tokens.joined(dot)
                && (tokens.joined(dot + 1) || tokens.shape(dot - 1) != Shape.LOWER);
    }

    private boolean isPlace(Tokens tokens, int at, Kind kind) {
        return switch (kind) {
            case PLACE, COUNTRY -> true;
            case NAMESAKE -> units.end(tokens, at - 1) == at || units.end(tokens, at - 2) == at;
            case WARD -> false;
        };
    }

    /** {@code H.Nghĩa Hành}, {@code Q.3}: only beside a body, for a person's initials look the same. */
    int districtEnd(Tokens tokens, int at) {
        int name = at + 2;
        boolean unit = briefUnits.has(tokens, at)
                && tokens.shape(at).startsWithCapital()
                && tokens.is(at + 1, '.')
                && tokens.joined(at + 1)
                && !tokens.startsLine(name);
        int end = unit ? afterUnit(tokens, name) : name;
        return end > name ? end : at;
    }

    private int afterUnit(Tokens tokens, int at) {
        int known = places.end(tokens, at);
        if (known > at && tokens.shape(at).startsWithCapital()) {
            return isQuarter(tokens, known) ? known + 1 : known;
        }
        if (tokens.shape(at) == Shape.NUMBER) {
            return tokens.length(at) < 3 ? at + 1 : at;
        }
        return tokens.isSyllable(at) ? nativeEnd(tokens, at) : foreignEnd(tokens, at);
    }

    private int nativeEnd(Tokens tokens, int at) {
        boolean field = domains.end(tokens, at) > at + 1 && tokens.shape(at + 1) == Shape.LOWER;
        if (field) {
            return at;
        }
        if (beginsName(tokens, at) && tokens.shape(at + 2) == Shape.CAPITAL && !tokens.startsLine(at + 2)) {
            // "xã Mã Bưởi | Lê Văn Quýt": a place of two words, and a name behind it.
            boolean both = beginsName(tokens, at + 2)
                    && tokens.shape(at + 4) == Shape.CAPITAL
                    && !tokens.startsLine(at + 3)
                    && !tokens.startsLine(at + 4);
            return both ? at + 2 : namesakeEnd(tokens, at);
        }
        int end = at;
        while (end < at + 2
                && (isPlaceWord(tokens, end) || (end > at && isLastWord(tokens, end)))
                && !(end > at && beginsName(tokens, end))) {
            end++;
        }
        return end == at + 2 && isQuarter(tokens, end) ? end + 1 : end;
    }

    /** {@code phường Lê Văn Bưởi, thành phố Vinh}: a ward that bears a person's name, as the greater place behind it shows; {@code at} otherwise. */
    private int namesakeEnd(Tokens tokens, int at) {
        if (!isBehindWard(tokens, at)) {
            return at;
        }
        int end = at + 3;
        if (tokens.shape(end) == Shape.CAPITAL && !tokens.startsLine(end)) {
            end++;
        }
        int greater = end + 1;
        boolean inserted = (tokens.is(end, ',') || tokens.is(end, '(')) && !tokens.startsLine(greater);
        if (!inserted || !GREATER.equals(units.find(tokens, greater))) {
            return at;
        }
        int unit = units.end(tokens, greater);
        int name = isAbbreviated(tokens, unit) ? unit + 1 : unit;
        return tokens.shape(name).startsWithCapital() && !tokens.startsLine(name) ? end : at;
    }

    private boolean isBehindWard(Tokens tokens, int at) {
        for (int from = Math.max(at - 2, 0); from < at; from++) {
            if (units.end(tokens, from) == at && WARD.equals(units.find(tokens, from))) {
                return true;
            }
        }
        return false;
    }

    /** {@code phường Thanh Xuân Bắc}. */
    private boolean isQuarter(Tokens tokens, int at) {
        return quarters.has(tokens, at)
                && isPlaceWord(tokens, at)
                && !tokens.shape(at + 1).startsWithCapital();
    }

    /** {@code bang Hessen | Volker Applewood}: two words are left for a name. */
    private int foreignEnd(Tokens tokens, int at) {
        int end = at;
        while (end < at + 5 && isPlaceWord(tokens, end)) {
            end++;
            while (tokens.isDash(end) && tokens.joined(end) && tokens.joined(end + 1)) {
                end += 2;
            }
        }
        int words = end - at;
        return words > 2 && !tokens.isDash(end - 2) ? end - 2 : end;
    }

    /** {@code (xã Cam) Bằng, ...}: a word that may begin a sentence does not begin one before a sign. */
    private static boolean isLastWord(Tokens tokens, int at) {
        return tokens.shape(at) == Shape.CAPITAL && !tokens.startsLine(at) && tokens.shape(at + 1) == Shape.SIGN;
    }

    private boolean isPlaceWord(Tokens tokens, int at) {
        return tokens.shape(at) == Shape.CAPITAL && !tokens.startsLine(at) && !starts.has(tokens, at);
    }

    /** Whether somebody's name begins at {@code at} that is printed in capitals: {@code LÊ VĂN BƯỞI}. */
    boolean beginsNameInCapitals(Tokens tokens, int at) {
        return surnames.has(tokens, at)
                && isInCapitals(tokens, at)
                && isInCapitals(tokens, at + 1)
                && !tokens.startsLine(at + 1)
                && (names.has(tokens, at + 1) || (names.has(tokens, at + 2) && isInCapitals(tokens, at + 2)));
    }

    private static boolean isInCapitals(Tokens tokens, int at) {
        return tokens.shape(at) == Shape.UPPER && tokens.length(at) > 1;
    }

    boolean beginsName(Tokens tokens, int at) {
        return surnames.has(tokens, at)
                && tokens.shape(at) == Shape.CAPITAL
                && tokens.shape(at + 1) == Shape.CAPITAL
                && !tokens.startsLine(at + 1)
                && (names.has(tokens, at + 1) || surnames.has(tokens, at + 1) || tokens.shape(at + 2) == Shape.CAPITAL);
    }
}

package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.knowledge.Row;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads forms of address and the names behind them: {@code ông Bưởi}, {@code cử tri Lê Văn Bưởi}. */
final class Addressed {

    private static final Set<String> PLURALS = Set.of("các", "những", "nhiều", "nhóm", "hai", "ba", "bốn");

    private static final Set<String> WITHIN_PLACES = Set.of("ông", "bà");

    private final Phrases<String> addresses;
    private final Phrases<String> compounds;
    private final Bodies bodies;
    private final TitleScanner titles;
    private final NameScanner names;
    private final FramedName framed;

    Addressed(Knowledge knowledge, Bodies bodies, TitleScanner titles, NameScanner names, FramedName framed) {
        this.bodies = bodies;
        this.titles = titles;
        this.names = names;
        this.framed = framed;
        addresses = knowledge.phrases();
        compounds = knowledge.phrases();
        for (Row row : knowledge.rows("addresses.tsv")) {
            (row.oneOf(1, Set.of("", "not")).equals("not") ? compounds : addresses).put(row.at(0), row.at(0));
        }
    }

    /** For {@link Tokens#mayBegin}: where none of these begins, a word printed small addresses no one. */
    long small() {
        return addresses.collection() | compounds.collection();
    }

    /** Where a form of address at {@code at} ends; {@code at} if none begins there. */
    int end(Tokens tokens, int at) {
        return addresses.end(tokens, at);
    }

    /** Whether a form of address begins at {@code at} that only people have, with more in its line behind it. */
    boolean isPersonal(Tokens tokens, int at) {
        int end = tokens.startsLine(at) ? at : addresses.end(tokens, at);
        return end > at && !tokens.startsLine(end) && names.isPersonal(tokens.folded(end - 1));
    }

    /** Where words end that only look like one: {@code công cụ}. */
    int compoundEnd(Tokens tokens, int at) {
        return compounds.end(tokens, at);
    }

    /** Whether several are spoken of: {@code các (ông)}. */
    static boolean isPlural(Tokens tokens, int at) {
        return PLURALS.contains(tokens.folded(at - 1)) || tokens.shape(at - 1) == Shape.NUMBER;
    }

    /** The name behind a form of address at {@code at}; null if none stands there. */
    @Nullable Mention mention(Tokens tokens, int at) {
        int end = compounds.end(tokens, at) > at ? at : addressEnd(tokens, at);
        if (end == at
                || tokens.startsLine(end)
                || titles.startsFormer(tokens, end)
                || (titles.startsAt(tokens, end)
                        && (!names.isSurname(tokens, end) || tokens.shape(end + 1) == Shape.LOWER))) {
            return null;
        }
        boolean place = isPlace(tokens, end, end - at);
        if (bodies.isField(tokens, end)
                || isAddressed(tokens, end)
                || (end > at + 1 && !names.isSurname(tokens, end) && bodies.end(tokens, end) > end)
                || (place && !names.isSubject(tokens, end))) {
            return null;
        }
        boolean within = tokens.shape(at) == Shape.CAPITAL
                && tokens.shape(at - 1) == Shape.CAPITAL
                && !tokens.startsLine(at)
                && addresses.end(tokens, at - 1) == at - 1;
        boolean glued = within && WITHIN_PLACES.contains(tokens.folded(at));
        within &= !glued;
        within |= tokens.shape(at) == Shape.CAPITAL && !tokens.startsLine(at) && bodies.isUnit(tokens, at - 1);
        place |= glued || isWithinPlace(tokens, at);
        end = behindPlace(tokens, end);
        Mention named =
                within ? null : framed.after(tokens, end, tokens.folded(addresses.end(tokens, at) - 1), List.of());
        return place && named != null && !named.full() ? named.trusted(false) : named;
    }

    /** {@code hồ Bà Sen}, {@code cù lao Ông Quýt}: within a sentence a form of address is printed small, so it is somebody only if known. */
    private static boolean isWithinPlace(Tokens tokens, int at) {
        return tokens.shape(at) == Shape.CAPITAL
                && tokens.shape(at - 1) == Shape.LOWER
                && !tokens.startsLine(at)
                && WITHIN_PLACES.contains(tokens.folded(at));
    }

    /** {@code nhà ngoại giao Trung Quốc | Hồ Thích}. */
    private int behindPlace(Tokens tokens, int at) {
        int end = bodies.isCountry(tokens, at) ? bodies.placeEnd(tokens, at) : at;
        boolean name = end > at
                && !tokens.startsLine(end)
                && tokens.shape(end).startsWithCapital()
                && tokens.shape(end + 1).startsWithCapital()
                && !tokens.startsLine(end + 1);
        boolean word = end == at + 1 && names.isSyllable(tokens, at) && !NameScanner.isForeign(tokens, end);
        return name && !word && bodies.knownEnd(tokens, end) == end ? end : at;
    }

    /** {@code con cháu | Bác Tôn}: the nearer form of address counts. */
    private boolean isAddressed(Tokens tokens, int at) {
        int end = addresses.end(tokens, at);
        return end > at + 1
                || (end > at
                        && !names.isSurname(tokens, at)
                        && !tokens.startsLine(end)
                        && tokens.shape(end).startsWithCapital());
    }

    /** The end of a form of address, of {@code các đồng chí:} too. */
    private int addressEnd(Tokens tokens, int at) {
        int end = addresses.end(tokens, at);
        if (end > at + 1 && tokens.shape(at + 1) == Shape.CAPITAL && isInSmallLetters(addresses.find(tokens, at))) {
            // "cầu Thủ Thiêm" addresses no one.
            return at;
        }
        return end > at && tokens.is(end, ':') && isPlural(tokens, at) ? end + 1 : end;
    }

    private static boolean isInSmallLetters(@Nullable String address) {
        return address != null && address.equals(address.toLowerCase(Locale.ROOT));
    }

    /** {@code ông Đức} is somebody, {@code chiến sĩ Đức} and {@code anh Hà Nội} are not; {@code luật sư Đức nói} may be. */
    private boolean isPlace(Tokens tokens, int at, int address) {
        int end = bodies.placeEnd(tokens, at);
        return end >= Math.max(names.runEnd(tokens, at), at + 1) && (address > 1 || end > at + 1);
    }
}

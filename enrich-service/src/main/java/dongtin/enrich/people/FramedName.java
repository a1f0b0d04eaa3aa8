package dongtin.enrich.people;

import dongtin.enrich.text.Folding;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the name behind a form of address or a title, where any capitalised words are one. */
final class FramedName {

    private final NameScanner names;

    FramedName(NameScanner names) {
        this.names = names;
    }

    /** The name at {@code at}, with {@code titles} before it; null if none stands there. */
    @Nullable Mention after(Tokens tokens, int at, @Nullable String address, List<Title> titles) {
        if (tokens.startsLine(at) && !tokens.startsLine(at - 1)) {
            return null;
        }
        int capitals = names.capitalsEnd(tokens, at);
        if (capitals > at) {
            return mention(tokens, at, capitals, true, true, address, titles);
        }
        int run = names.runEnd(tokens, at);
        boolean start = names.isStart(tokens, at) && !names.isSurname(tokens, at);
        if (run == at || (start && address == null && !names.isSubject(tokens, at))) {
            return null;
        }
        if (start && (address == null || !names.isGiven(tokens, at))) {
            // "ông Đọc", "Bộ trưởng Nghị nói" may be the short form of a name; by itself it is none.
            return mention(tokens, at, at + 1, false, false, address, titles);
        }
        boolean foreign = isForeign(tokens, at, run);
        int vietnamese = names.vietnameseEnd(tokens, at);
        if (vietnamese > at && !(foreign && vietnamese < run)) {
            return isInitials(tokens, at, vietnamese)
                    ? null
                    : mention(tokens, at, vietnamese, true, true, address, titles);
        }
        Mention behind = address == null ? behindPlace(tokens, at, run, titles) : null;
        return behind != null ? behind : other(tokens, at, run, foreign, address, titles);
    }

    /** {@code Bộ trưởng lê Văn Bưởi}: a family name printed small by mistake; not trusted, for it is one only where the text has the name in full too. */
    @Nullable Mention afterSmallSurname(Tokens tokens, int at, List<Title> titles) {
        if (tokens.shape(at) != Shape.LOWER || tokens.startsLine(at) || !names.isSurname(tokens, at)) {
            return null;
        }
        int end = names.runEnd(tokens, at + 1);
        boolean name = end == at + 3 && !tokens.startsLine(at + 1);
        return name ? mention(tokens, at, end, true, false, null, titles) : null;
    }

    /** A title may end in words that no lexicon knows: the name begins with the first family name. */
    private @Nullable Mention behindPlace(Tokens tokens, int at, int run, List<Title> titles) {
        for (int start = at + 1; start < run - 1; start++) {
            int end = names.vietnameseEnd(tokens, start);
            if (end == run
                    && (end > start + 2 || (names.isGiven(tokens, end - 1) && !isForeign(tokens, start, end)))
                    && end > start + 1) {
                return mention(tokens, start, end, true, true, null, TitleScanner.longer(titles, start));
            }
        }
        return null;
    }

    private @Nullable Mention other(
            Tokens tokens, int at, int run, boolean foreign, @Nullable String address, List<Title> titles) {
        int end = run;
        boolean initials = isInitials(tokens, at, end);
        if (initials || (end == at + 1 && tokens.length(at) < 2)) {
            return null;
        }
        boolean strange = address == null && !foreign && end <= at + 2 && !isKnown(tokens, at, end);
        boolean company = foreign && end == at + 1 && address == null && isCompany(tokens, titles);
        boolean lone = end == at + 1 && tokens.shape(end) == Shape.LOWER;
        boolean doubtful = lone && (foreign ? names.isGroup(address) : (address == null || !names.isPersonal(address)));
        boolean whole = (end > at + 1 && (foreign || (strange && names.isState(tokens, titles)))) || end > at + 2;
        return company ? null : mention(tokens, at, end, whole, !doubtful && (whole || !strange), address, titles);
    }

    private boolean isKnown(Tokens tokens, int from, int to) {
        return names.isGiven(tokens, to - 1) && names.isSyllable(tokens, from);
    }

    /** {@code Tổng giám đốc Viettel} names no one. */
    static boolean isCompany(Tokens tokens, List<Title> titles) {
        Title last = titles.getLast();
        for (int i = last.from(); i < last.to(); i++) {
            String word = tokens.folded(i);
            if (word.equals("giám") || word.equals("hđqt") || word.equals("ceo")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInitials(Tokens tokens, int from, int to) {
        return tokens.length(to - 1) == 1
                && (to == from + 1
                        || (tokens.shape(to - 1) == Shape.CAPITAL
                                && !tokens.text(to - 1).equals("Y")));
    }

    private static boolean isForeign(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (NameScanner.isForeign(tokens, i) || tokens.isDash(i)) {
                return true;
            }
        }
        return false;
    }

    static Mention mention(
            Tokens tokens,
            int from,
            int to,
            boolean full,
            boolean trusted,
            @Nullable String address,
            List<Title> titles) {
        List<String> words = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            if (tokens.shape(i) != Shape.SIGN) {
                words.add(tokens.folded(i));
            }
        }
        return new Mention(from, to, words, full, trusted, address, null, titles);
    }

    static List<String> words(String name) {
        return List.of(Folding.fold(name).split(" ", -1));
    }
}

package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads titles: the office, then what goes on with it ({@code Phó Chủ tịch} + {@code Thường trực} + {@code HĐND tỉnh Tuyên Quang}). */
final class TitleScanner {

    private static final int MOST_DEGREES = 8;

    private enum Office {
        /** Goes on with a body or place. */
        OFFICE,
        /** The same, and with the name of a company: {@code Chủ tịch}. */
        FIRM,
        /** The same, and with any other words: {@code Giám đốc}. */
        OPEN,
        /** The same, and no title without them: {@code Trưởng}. */
        PART,
        /** The same as an office, but only behind a name; before one it is the body: {@code Thường vụ Tỉnh ủy}. */
        BEHIND,
        /** Complete by itself: {@code Thượng tướng}. */
        RANK,
        /** Joined to its like: {@code PGS.TS}. */
        DEGREE
    }

    /** Where a title is read. */
    enum Side {
        /** Before a name, at which it has to end. */
        BEFORE,
        /** After a name, where it ends at a sign or a verb. */
        AFTER
    }

    private final Phrases<Office> offices;
    private final Phrases<String> modifiers;
    private final WordSet former;
    private final WordSet acting;
    private final WordSet powers;
    private final long small;
    private final Bodies bodies;
    private final TitleReach reach;
    private final Asides asides;
    private final ParentBodies parents;
    private final EnglishTitles english;

    TitleScanner(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        reach = new TitleReach(bodies);
        asides = new Asides(knowledge, bodies);
        english = new EnglishTitles(knowledge);
        parents = new ParentBodies(knowledge, bodies);
        offices = knowledge.phrases();
        knowledge.rows("offices.tsv").forEach(row -> offices.put(row.at(0), row.at(1, Office.class)));
        modifiers = knowledge.phrases("office_modifiers.tsv");
        acting = knowledge.words(List.of("quyền"));
        powers = knowledge.words(List.of("chính", "thẩm", "chủ", "nhân", "uỷ"));
        former = knowledge.words("office_prefixes.tsv");
        small = offices.collection() | english.small() | former.collection();
    }

    private @Nullable Title scan(Tokens tokens, int at, Side side) {
        int head = offices.longest(tokens, at) == Phrases.NONE ? formerEnd(tokens, formerEnd(tokens, at)) : at;
        int match = offices.longest(tokens, head); // "Cố vấn" is no late one
        if (match == Phrases.NONE) {
            int last = english.end(tokens, head, side);
            return last > head ? new Title(at, last) : null;
        }
        int end = head + offices.length(match);
        return switch (offices.value(match)) {
            case RANK -> new Title(at, rankEnd(tokens, end));
            case DEGREE -> new Title(at, degreesEnd(tokens, end));
            case OFFICE -> new Title(at, officeEnd(tokens, end, false, side));
            case BEHIND -> side == Side.AFTER ? new Title(at, officeEnd(tokens, end, false, side)) : null;
            case FIRM -> new Title(at, officeEnd(tokens, end, isFirm(tokens, end, side), side));
            case OPEN -> new Title(at, officeEnd(tokens, end, true, side));
            case PART -> part(tokens, at, end, side);
        };
    }

    /** The end of {@code nguyên}, {@code cựu}, {@code quyền} at {@code at}; two of them may follow each other. */
    private int formerEnd(Tokens tokens, int at) {
        return former.has(tokens, at) && !tokens.startsLine(at + 1) && !isPower(tokens, at) ? at + 1 : at;
    }

    /** {@code chính | quyền Tổng thống Applewood}: no acting president. */
    private boolean isPower(Tokens tokens, int at) {
        return acting.has(tokens, at) && powers.has(tokens, at - 1);
    }

    /** For {@link Tokens#mayBegin}: where none of these begins, a word printed small begins no title. */
    long small() {
        return small;
    }

    /** Whether an office begins at {@code at}. */
    boolean startsAt(Tokens tokens, int at) {
        int match = offices.longest(tokens, at);
        return match != Phrases.NONE
                && (offices.value(match) != Office.PART || bodies.end(tokens, at + offices.length(match)) > at + 1);
    }

    /** Whether a former office begins at {@code at}: {@code Nguyên đại tá}. */
    boolean startsFormer(Tokens tokens, int at) {
        int head = formerEnd(tokens, at);
        return head > at && tokens.shape(head) == Shape.LOWER && startsAt(tokens, head);
    }

    private @Nullable Title part(Tokens tokens, int at, int headEnd, Side side) {
        boolean body = !tokens.startsLine(headEnd) && bodies.end(tokens, headEnd) > headEnd;
        return body ? new Title(at, officeEnd(tokens, headEnd, true, side)) : null;
    }

    private int officeEnd(Tokens tokens, int headEnd, boolean open, Side side) {
        if (tokens.startsLine(headEnd)) {
            return headEnd;
        }
        int end = bodies.tail(tokens, bodies.smallEnd(tokens, chargeEnd(tokens, modifierEnd(tokens, headEnd))));
        int again = tokens.startsLine(end) ? end : modifierEnd(tokens, end);
        end = again > end ? bodies.tail(tokens, again) : end;
        boolean goesOn = end == headEnd ? open : bodies.isOpen(tokens, headEnd, end);
        goesOn &= side == Side.BEFORE || !(isNext(tokens, headEnd, end) || isNextForeign(tokens, headEnd, end, open));
        return goesOn && !tokens.startsLine(end) ? reached(tokens, end, side) : end;
    }

    /** {@code Phó Vụ trưởng phụ trách | Vụ Pháp chế}: who is in charge of a body bears its name; any other duty is none of the title. */
    private int chargeEnd(Tokens tokens, int at) {
        boolean charge = asides.isDuty(tokens, at)
                && tokens.shape(at + 2).startsWithCapital()
                && !tokens.startsLine(at + 2)
                && bodies.end(tokens, at + 2) > at + 3;
        return charge ? at + 2 : at;
    }

    /** {@code Giám đốc | điều hành}, but not {@code Thủ tướng | điều hành phiên họp}. */
    private int modifierEnd(Tokens tokens, int at) {
        int end = modifiers.end(tokens, at);
        return end > at && bodies.predicateEnd(tokens, at) > end ? at : end;
    }

    /** {@code Phó chủ nhiệm Tổng cục Chính trị | Lê Bưởi}: a name in small letters' place belongs to the next of a list. */
    private boolean isNext(Tokens tokens, int headEnd, int at) {
        return at > headEnd
                && bodies.beginsName(tokens, at)
                && !tokens.shape(at + 2).startsWithCapital()
                && !bodies.isNamedFreely(tokens, headEnd, at);
    }

    /** {@code Bộ trưởng Thương mại | Mary Applewood}: another person, not the name of the body. */
    private boolean isNextForeign(Tokens tokens, int headEnd, int at, boolean open) {
        return !open
                && at > headEnd
                && TitleReach.beginsForeignName(tokens, bodies, at)
                && !bodies.isNamedFreely(tokens, headEnd, at);
    }

    /** {@code (Chủ tịch) Fruitland}, {@code (Chủ tịch HĐQT) FruitLand Seed | cho biết}. */
    private boolean isFirm(Tokens tokens, int at, Side side) {
        if (side == Side.BEFORE
                || tokens.startsLine(at)
                || !tokens.shape(at).startsWithCapital()
                || tokens.isDash(at + 1)
                || !NameScanner.isForeign(tokens, at)) {
            return false;
        }
        int end = at + 1;
        while (end < at + 3 && tokens.shape(end).startsWithCapital() && !tokens.startsLine(end)) {
            end++;
        }
        if (end == at + 1) {
            return true;
        }
        // "Chủ tịch Mary Applewood" is somebody else, "Chủ tịch FruitLand Seed" is not.
        boolean closed = tokens.shape(end) == Shape.SIGN || bodies.isPredicate(tokens, end);
        return closed && tokens.shape(at) != Shape.CAPITAL && NameScanner.isForeign(tokens, end - 1);
    }

    private int reached(Tokens tokens, int from, Side side) {
        Shape shape = tokens.shape(from);
        boolean initial = tokens.length(from) == 1 && tokens.is(from + 1, '.');
        if (initial || (shape != Shape.LOWER && !shape.startsWithCapital())) {
            return from;
        }
        int end = reach.end(tokens, from, side);
        boolean sure = side == Side.AFTER || shape == Shape.LOWER || bodies.beginsLongName(tokens, end);
        return sure ? end : from;
    }

    /** {@code Phó đô đốc Hải quân}. */
    private int rankEnd(Tokens tokens, int end) {
        return tokens.startsLine(end) ? end : asides.forceEnd(tokens, end);
    }

    private int degreesEnd(Tokens tokens, int from) {
        int end = from;
        for (int i = 0; i < MOST_DEGREES && isDegreeAfterSign(tokens, end); i++) {
            end = offices.end(tokens, end + 1);
        }
        return end;
    }

    private boolean isDegreeAfterSign(Tokens tokens, int at) {
        boolean sign = tokens.is(at, '.') || tokens.isDash(at) || tokens.is(at, ',');
        return sign && tokens.joined(at) && offices.find(tokens, at + 1) == Office.DEGREE && tokens.joined(at + 1);
    }

    /** The titles listed from {@code at} on, joined by commas, {@code kiêm} and the like; empty if none begins there. */
    List<Title> list(Tokens tokens, int at, Side side) {
        return list(tokens, at, side, List.of());
    }

    /** The same, of which {@code begun} is known: titles of a list that was read from further ahead, the first of them at {@code at}. */
    List<Title> list(Tokens tokens, int at, Side side, List<Title> begun) {
        Title title = scan(tokens, begun.isEmpty() ? at : begun.getLast().from(), side);
        if (title == null) {
            return List.of();
        }
        List<Title> titles = new ArrayList<>(begun.isEmpty() ? List.of() : begun.subList(0, begun.size() - 1));
        while (title != null && titles.size() < 12) {
            if (!startsAt(tokens, title.to() + 1)) {
                title = new Title(title.from(), parents.end(tokens, title.to(), side));
            }
            titles.add(title);
            Title before = side == Side.AFTER ? former(tokens, title.to()) : null;
            if (before != null) {
                titles.add(before);
                title = before;
            }
            int end = before == null ? title.to() : before.to() + 1;
            int next = afterConnector(tokens, past(tokens, end));
            Title other = tokens.startsLine(next) ? null : scan(tokens, next, side);
            if (other != null
                    && side == Side.AFTER
                    && TitleOwners.isAide(tokens, title)
                    && other.from() == title.to()) {
                titles.set(titles.size() - 1, new Title(title.from(), other.to()));
                other = null;
            }
            title = other;
        }
        return titles;
    }

    /** {@code (Bí thư Huyện ủy) (nguyên Giám đốc Sở Xây dựng)}: an office in brackets behind another; null if none stands there. */
    private @Nullable Title former(Tokens tokens, int at) {
        if (!tokens.is(at, '(') || tokens.startsLine(at + 1) || !former.has(tokens, at + 1)) {
            return null;
        }
        Title title = scan(tokens, at + 1, Side.AFTER);
        return title != null && tokens.is(title.to(), ')') ? title : null;
    }

    /** {@code titles}, the last of them reaching to {@code end}. */
    static List<Title> longer(List<Title> titles, int end) {
        List<Title> longer = new ArrayList<>(titles);
        longer.add(new Title(longer.removeLast().from(), end));
        return longer;
    }

    /** The end of a title's words at {@code at} as far as they are known; {@code at} if no title begins there. */
    int knownEnd(Tokens tokens, int at) {
        int match = offices.longest(tokens, at);
        if (match == Phrases.NONE || offices.value(match) == Office.PART) {
            return at;
        }
        int end = at + offices.length(match);
        return tokens.startsLine(end) ? end : bodies.tail(tokens, modifiers.end(tokens, end));
    }

    /** Where the text goes on behind what may stand between a title and a name: {@code khóa XIII}, {@code (KH-ĐT)}, the dot of {@code TS.}. */
    int past(Tokens tokens, int end) {
        return asides.end(tokens, isDegreeDot(tokens, end) ? end + 1 : end);
    }

    /** {@code TS. Lê Văn Bưởi}: no full stop. */
    private boolean isDegreeDot(Tokens tokens, int at) {
        return tokens.is(at, '.')
                && tokens.joined(at)
                && !tokens.startsLine(at + 1)
                && tokens.shape(at - 1) != Shape.LOWER
                && offices.find(tokens, at - 1) == Office.DEGREE;
    }

    /** Where a title that is listed beside one that ends at {@code end} would begin. */
    private static int afterConnector(Tokens tokens, int end) {
        if (tokens.startsLine(end)) {
            return end;
        }
        int at = tokens.is(end, ',') || tokens.is(end, ';') || tokens.isDash(end) ? end + 1 : end;
        String word = tokens.folded(at);
        if (word.equals("đồng") && tokens.folded(at + 1).equals("thời")) {
            return tokens.folded(at + 2).equals("là") ? at + 3 : at + 2;
        }
        return word.equals("kiêm") || word.equals("và") || word.equals("tân") || word.equals("and") ? at + 1 : at;
    }
}

package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads titles: the office, then what goes on with it ({@code Phó Chủ tịch} + {@code Thường trực} + {@code HĐND tỉnh Tuyên Quang}). */
final class TitleScanner {

    private enum Office {
        /** Goes on with a body or place. */
        OFFICE,
        /** Complete by itself: {@code Thượng tướng}. */
        RANK,
        /** Joined to its like: {@code PGS.TS}. */
        DEGREE
    }

    private final Phrases<Office> offices;
    private final Phrases<String> modifiers;
    private final WordSet former;
    private final Bodies bodies;

    TitleScanner(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        offices = knowledge.phrases();
        knowledge.rows("offices.tsv").forEach(row -> offices.put(row.at(0), row.at(1, Office.class)));
        modifiers = knowledge.phrases("office_modifiers.tsv");
        former = knowledge.words("office_prefixes.tsv");
    }

    /** The title that begins at {@code at}; null if none does. */
    @Nullable Title scan(Tokens tokens, int at) {
        int head = former.has(tokens, at) && !tokens.startsLine(at + 1) ? at + 1 : at;
        int match = offices.longest(tokens, head);
        if (match == Phrases.NONE) {
            return null;
        }
        int end = head + offices.length(match);
        return switch (offices.value(match)) {
            case RANK -> new Title(at, end);
            case DEGREE -> new Title(at, degreesEnd(tokens, end));
            case OFFICE -> new Title(at, officeEnd(tokens, end));
        };
    }

    /** Whether an office begins at {@code at}. */
    boolean startsAt(Tokens tokens, int at) {
        return offices.longest(tokens, at) != Phrases.NONE;
    }

    private int officeEnd(Tokens tokens, int headEnd) {
        int end = headEnd;
        if (tokens.startsLine(end)) {
            return end;
        }
        int modified = modifiers.end(tokens, end);
        end = bodies.tail(tokens, modified);
        int again = tokens.startsLine(end) ? end : modifiers.end(tokens, end);
        return again > end ? bodies.tail(tokens, again) : end;
    }

    private int degreesEnd(Tokens tokens, int from) {
        int end = from;
        while (true) {
            boolean sign = tokens.is(end, '.') || tokens.isDash(end) || tokens.is(end, ',');
            boolean next = sign
                    && tokens.joined(end)
                    && offices.find(tokens, end + 1) == Office.DEGREE
                    && tokens.joined(end + 1);
            if (!next) {
                return end;
            }
            end = offices.end(tokens, end + 1);
        }
    }

    /** The titles listed from {@code at} on, joined by commas, {@code kiêm} and the like; empty if none begins there. */
    List<Title> list(Tokens tokens, int at) {
        Title title = scan(tokens, at);
        if (title == null) {
            return List.of();
        }
        List<Title> titles = new ArrayList<>(2);
        while (title != null && titles.size() < 12) {
            titles.add(title);
            int next = afterConnector(tokens, title.to());
            title = tokens.startsLine(next) ? null : scan(tokens, next);
        }
        return titles;
    }

    /** Where a title that is listed beside one that ends at {@code end} would begin. */
    static int afterConnector(Tokens tokens, int end) {
        if (tokens.startsLine(end)) {
            return end;
        }
        int at = tokens.is(end, ',') || tokens.is(end, ';') || tokens.isDash(end) ? end + 1 : end;
        String word = tokens.folded(at);
        if (word.equals("đồng") && tokens.folded(at + 1).equals("thời")) {
            return tokens.folded(at + 2).equals("là") ? at + 3 : at + 2;
        }
        return word.equals("kiêm") || word.equals("và") || word.equals("tân") ? at + 1 : at;
    }
}

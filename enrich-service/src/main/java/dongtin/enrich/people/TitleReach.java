package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.Set;

/**
 * Reads on where a title names a body by words that no lexicon knows: to the name that follows, to the next sign, or to where the sentence goes on
 * ({@code Giám đốc Trung tâm | Bảo tồn voi Đắk Lắk, ...}).
 */
final class TitleReach {

    private static final int LONGEST = 14;

    /** What begins sentences and never goes on with the name of a body. */
    private static final Set<String> SENTENCES = Set.of(
            "theo", "sau", "trong", "khi", "tại", "ngày", "trước", "để", "tuy", "ngoài", "với", "những", "cùng", "ông",
            "bà");

    private final Bodies bodies;

    TitleReach(Bodies bodies) {
        this.bodies = bodies;
    }

    /** The end of the unknown words at {@code from}; {@code from} itself if what stands there belongs to no title. */
    int end(Tokens tokens, int from, TitleScanner.Side side) {
        int at = from;
        while (at < from + LONGEST) {
            if (ends(tokens, at) || (side == TitleScanner.Side.BEFORE && beginsForeignName(tokens, bodies, at))) {
                return at;
            }
            int known = bodies.knownEnd(tokens, at);
            at = known > at ? known : at + 1;
        }
        return from;
    }

    private boolean ends(Tokens tokens, int at) {
        if (tokens.startsLine(at) || bodies.beginsLongName(tokens, at) || beginsSentence(tokens, at)) {
            return true;
        }
        if (bodies.isPredicate(tokens, at)) {
            return !bodies.isJoined(tokens, at);
        }
        if (tokens.shape(at) == Shape.NUMBER) {
            return (tokens.length(at) > 3 && !isNumbering(tokens, at - 1))
                    || (!tokens.folded(at - 1).equals("số")
                            && tokens.shape(at + 1) == Shape.LOWER
                            && !bodies.isPredicate(tokens, at + 1)
                            && !bodies.isUnit(tokens, at + 1));
        }
        return tokens.shape(at) == Shape.SIGN && !isInner(tokens, at);
    }

    /** {@code Giám đốc Sở Y tế | Theo ...}: a sentence lost its full stop. */
    private static boolean beginsSentence(Tokens tokens, int at) {
        return tokens.shape(at) == Shape.CAPITAL && SENTENCES.contains(tokens.folded(at));
    }

    /** {@code số (1234)}, {@code năm (2018)}. */
    private static boolean isNumbering(Tokens tokens, int at) {
        return tokens.folded(at).equals("số") || tokens.folded(at).equals("năm");
    }

    static boolean beginsForeignName(Tokens tokens, Bodies bodies, int at) {
        return bodies.knownEnd(tokens, at) == at
                && tokens.shape(at) == Shape.CAPITAL
                && tokens.shape(at + 1).startsWithCapital()
                && tokens.shape(at - 1) == Shape.LOWER
                && NameScanner.isForeign(tokens, at);
    }

    /** Signs within a name: {@code Rạng Đông-Sài Gòn}, {@code A&B}, {@code (Nghị quyết) 09-NQ/TW}. */
    private static boolean isInner(Tokens tokens, int at) {
        boolean joined = tokens.joined(at) && tokens.joined(at + 1);
        boolean code = tokens.is(at, '/')
                && tokens.shape(at - 1).startsWithCapital()
                && tokens.shape(at + 1).startsWithCapital();
        return (joined && (tokens.isDash(at) || code)) || tokens.is(at, '&');
    }
}

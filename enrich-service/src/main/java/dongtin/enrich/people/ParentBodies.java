package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;

/** Reads the greater body that the body of a title belongs to: {@code Vụ trưởng Vụ Pháp chế, Bộ Nội vụ}. */
final class ParentBodies {

    private static final int MOST = 3;

    private final Bodies bodies;
    private final Phrases<String> speech;

    ParentBodies(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        speech = knowledge.phrases("speech.tsv");
    }

    /** Where the title that ends at {@code end} ends together with the bodies above its own. */
    int end(Tokens tokens, int end, TitleScanner.Side side) {
        int at = end;
        for (int i = 0; i < MOST && isJoint(tokens, at); i++) {
            int body = bodyEnd(tokens, at + 1);
            if (body == at + 1) {
                break;
            }
            at = body;
        }
        return at > end && isSettled(tokens, at, side) ? at : end;
    }

    /** {@code Ban Dân nguyện - Ủy ban Thường vụ Quốc hội}. */
    private static boolean isJoint(Tokens tokens, int at) {
        return !tokens.startsLine(at) && (tokens.is(at, ',') || (tokens.isDash(at) && !tokens.joined(at)));
    }

    private int bodyEnd(Tokens tokens, int at) {
        boolean begins = !tokens.startsLine(at) && tokens.shape(at).startsWithCapital();
        int end = begins ? bodies.end(tokens, at) : at;
        return end > at + 1 && (end > at + 2 || tokens.shape(at + 1) != Shape.LOWER) ? end : at;
    }

    /** Before a name the name follows at once; after it the sentence does not go on with the body as its subject. */
    private boolean isSettled(Tokens tokens, int end, TitleScanner.Side side) {
        if (side == TitleScanner.Side.BEFORE) {
            return bodies.beginsLongName(tokens, end);
        }
        return tokens.startsLine(end)
                || (tokens.shape(end) == Shape.SIGN && !tokens.isDash(end))
                || speech.end(tokens, end) > end;
    }
}

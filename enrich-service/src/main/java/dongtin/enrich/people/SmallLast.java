package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Completes names whose last word is printed small by mistake: {@code Lê Văn bưởi}, where the text has {@code Lê Văn Bưởi} too or a sign shows that the name
 * ends there.
 */
final class SmallLast {

    private final NameScanner names;
    private final Bodies bodies;

    SmallLast(NameScanner names, Bodies bodies) {
        this.names = names;
        this.bodies = bodies;
    }

    List<Mention> completed(Tokens tokens, List<Mention> found) {
        Set<List<String>> full = Set.of();
        for (int i = 0; i < found.size(); i++) {
            Mention mention = found.get(i);
            if (mayGoOn(tokens, mention)) {
                full = full.isEmpty() ? full(found) : full;
                Mention longer = mention.longer(tokens.folded(mention.to()));
                if (full.contains(longer.words()) || isCut(tokens, mention)) {
                    found.set(i, longer);
                }
            }
        }
        return found;
    }

    /** {@code Chủ tịch Lê Văn bưởi, ...}: two words, and a given name before a sign. */
    private boolean isCut(Tokens tokens, Mention mention) {
        int end = mention.to();
        return mention.words().size() == 2
                && mention.trusted()
                && !mention.titles().isEmpty()
                && mention.titles().getFirst().from() < mention.from()
                && names.isSurname(tokens, mention.from())
                && names.isMiddle(tokens, mention.from() + 1)
                && !tokens.startsLine(end + 1)
                && (tokens.is(end + 1, '.') || tokens.is(end + 1, ','))
                && bodies.knownEnd(tokens, end) == end;
    }

    private boolean mayGoOn(Tokens tokens, Mention mention) {
        int end = mention.to();
        return mention.full()
                && !tokens.startsLine(end)
                && tokens.shape(end) == Shape.LOWER
                && names.isGiven(tokens, end)
                && !bodies.isPredicate(tokens, end);
    }

    private static Set<List<String>> full(List<Mention> found) {
        Set<List<String>> full = new HashSet<>();
        for (Mention mention : found) {
            if (mention.full() && mention.words().size() > 2) {
                full.add(mention.words());
            }
        }
        return full;
    }
}

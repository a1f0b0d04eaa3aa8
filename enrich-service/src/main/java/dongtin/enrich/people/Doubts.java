package dongtin.enrich.people;

import dongtin.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Weighs names without a frame once all of the text's are known: beside streets of the same name they are none, in a list with people they are people. */
final class Doubts {

    private final Rejection rejection;

    Doubts(Rejection rejection) {
        this.rejection = rejection;
    }

    /** The mentions {@code found}, with {@code named} the names that something else bears too. */
    List<Mention> settled(Tokens tokens, List<Mention> found, Set<List<String>> named) {
        List<Mention> settled = new ArrayList<>(found);
        for (int i = settled.size() - 1; i >= 0; i--) {
            Mention mention = settled.get(i);
            boolean bare = mention.address() == null && mention.titles().isEmpty() && mention.alias() == null;
            if (bare && mention.trusted() && named.contains(mention.words())) {
                settled.set(i, mention.trusted(false));
            } else if (bare
                    && !mention.trusted()
                    && mention.full()
                    && i + 1 < settled.size()
                    && !named.contains(mention.words())) {
                Mention next = settled.get(i + 1);
                boolean listed = next.trusted() && rejection.follows(tokens, mention, next.from());
                settled.set(i, listed ? mention.trusted(true) : mention);
            }
        }
        return settled;
    }
}

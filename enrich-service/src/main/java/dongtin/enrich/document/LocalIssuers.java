package dongtin.enrich.document;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the body that a code means which many bodies share, {@code UBND} or {@code TU}: the one of the kind that the text named last. */
final class LocalIssuers {

    private static final String BARE = "bare";

    private final Phrases<String> heads;
    private final Phrases<String> bare;
    private final Map<String, String> codes = new HashMap<>();
    private final Bodies bodies;

    LocalIssuers(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        heads = knowledge.phrases();
        bare = knowledge.phrases();
        knowledge.rows("local_issuers.tsv").forEach(row -> {
            codes.put(row.at(0).toUpperCase(Locale.ROOT), row.at(0));
            heads.put(row.at(1), row.at(0));
            if (row.oneOf(2, Set.of("", BARE)).equals(BARE)) {
                bare.put(row.at(1), row.at(0));
            }
        });
    }

    /** The code of {@code symbol} that such bodies share, the first of several: in {@code 12/UBND-SXD} the other is who drafted it; null if it has none. */
    @Nullable String code(String symbol) {
        for (String code : Issuers.codes(symbol)) {
            String known = codes.get(code.toUpperCase(Locale.ROOT));
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    /** The bodies that {@code tokens} name, by code and place. */
    Map<String, NavigableMap<Integer, String>> in(Tokens tokens) {
        Map<String, NavigableMap<Integer, String>> found = new HashMap<>();
        for (int at = 0; at < tokens.size(); at++) {
            String code = heads.find(tokens, at);
            String name = code == null ? null : name(tokens, at);
            if (code != null && name != null) {
                found.computeIfAbsent(code, key -> new TreeMap<>()).put(at, name);
            }
        }
        return found;
    }

    /** The body at {@code at}, if the text says of which place it is, or need not; {@code Ủy ban nhân dân (UBND) tỉnh ...} without the bracket. */
    private @Nullable String name(Tokens tokens, int at) {
        int head = heads.end(tokens, at);
        if (tokens.is(head, '(') && tokens.shape(head + 1) == Shape.UPPER && tokens.is(head + 2, ')')) {
            int end = bodies.tail(tokens, head + 3);
            return end > head + 3 ? tokens.text(at, head) + " " + tokens.text(head + 3, end) : null;
        }
        int end = bodies.end(tokens, at);
        return end > head || bare.end(tokens, at) == head ? tokens.text(at, Math.max(end, head)) : null;
    }

    /** The body nearest to {@code at}, rather before it than behind. */
    static @Nullable String nearest(@Nullable NavigableMap<Integer, String> named, int at) {
        if (named == null) {
            return null;
        }
        Map.Entry<Integer, String> before = named.floorEntry(at);
        return before != null ? before.getValue() : named.firstEntry().getValue();
    }
}

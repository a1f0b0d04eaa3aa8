package dongtin.enrich.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phrases and what each stands for, found in time that does not grow with their number. Case, placement of tones and spaces do not matter; a phrase
 * does not cross a line. Filled by one thread while knowledge is loaded, then read by any number of them.
 *
 * @param <V> what a phrase stands for
 */
public final class Phrases<V> {

    /** No phrase begins there. */
    public static final int NONE = -1;

    /** Marks of a node, beside its depth. */
    private static final int ENDS = 1;

    private static final int GOES_ON = 1 << 1;
    private static final int DEPTH_SHIFT = 2;

    private final Vocabulary vocabulary;

    /** Tells at once that no phrase begins with a word, as with most. */
    private final long collection;

    /** By hash, at most half full: a node and the word behind it as one number, which is never 0. */
    private long[] edges = new long[1 << 7];

    /** The nodes that the edges lead to. */
    private int[] targets = new int[1 << 7];

    private int edgeCount;

    private int nodes = 1;

    /** By node: how many words lead to it, and whether a phrase ends there and whether others go on. */
    private int[] traits = new int[1 << 7];

    private final List<@Nullable V> values = new ArrayList<>(Arrays.asList((@Nullable V) null));

    /** No phrases yet. Words are numbered by {@code vocabulary}. */
    public Phrases(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        collection = vocabulary.collection();
    }

    /** A bit for {@link Tokens#mayBegin}, to be joined with those of other phrases. */
    public long collection() {
        return collection;
    }

    /** Adds or replaces a phrase. */
    public void put(String phrase, V value) {
        Tokens tokens = Tokens.of(phrase, vocabulary);
        int node = 0;
        int word = 0;
        for (int i = 0; i < tokens.size(); i++) {
            word = vocabulary.add(tokens.text(i));
            int next = step(node, word);
            node = next > 0 ? next : connect(node, word);
        }
        values.set(node, value);
        if (length(node) == 1) {
            vocabulary.alone(word, collection);
        }
        traits[node] |= ENDS;
    }

    /** The longest phrase at the token {@code at}, to be asked for its {@link #value} and {@link #length}; or {@link #NONE}. */
    public int longest(Tokens tokens, int at) {
        if (!tokens.mayBegin(at, collection)) {
            return NONE;
        }
        int best = NONE;
        int node = step(0, tokens.word(at));
        for (int i = at + 1; node != 0; i++) {
            int mark = traits[node];
            if ((mark & ENDS) != 0) {
                best = node;
            }
            if ((mark & GOES_ON) == 0 || tokens.startsLine(i)) {
                return best;
            }
            int word = tokens.word(i);
            node = word == 0 ? 0 : step(node, word);
        }
        return best;
    }

    /** What the phrase at {@code at} stands for, null if there is none. */
    public @Nullable V find(Tokens tokens, int at) {
        int match = longest(tokens, at);
        return match == NONE ? null : values.get(match);
    }

    /** Where the longest phrase at {@code at} ends; {@code at} itself if there is none. */
    public int end(Tokens tokens, int at) {
        int match = longest(tokens, at);
        return match == NONE ? at : at + length(match);
    }

    /** How many tokens the phrase has. */
    public int length(int match) {
        return traits[match] >>> DEPTH_SHIFT;
    }

    /** What the phrase stands for. */
    public V value(int match) {
        V value = values.get(match);
        if (value == null) {
            throw new IllegalArgumentException("no phrase: " + match);
        }
        return value;
    }

    /** The node behind {@code node} and {@code word}, 0 if no phrase goes on so. */
    private int step(int node, int word) {
        long edge = edge(node, word);
        int mask = edges.length - 1;
        for (int slot = slot(edge, mask); edges[slot] != 0; slot = (slot + 1) & mask) {
            if (edges[slot] == edge) {
                return targets[slot];
            }
        }
        return 0;
    }

    private int connect(int node, int word) {
        if (node == 0) {
            vocabulary.begin(word, collection);
        } else if (length(node) == 1) {
            vocabulary.second(word, collection);
        }
        if (edgeCount * 2 >= edges.length) {
            grow();
        }
        insert(edge(node, word), nodes);
        edgeCount++;
        if (nodes == traits.length) {
            traits = Arrays.copyOf(traits, nodes * 2);
        }
        traits[node] |= GOES_ON;
        traits[nodes] = (length(node) + 1) << DEPTH_SHIFT;
        values.add(null);
        return nodes++;
    }

    private void insert(long edge, int target) {
        int mask = edges.length - 1;
        int slot = slot(edge, mask);
        while (edges[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        edges[slot] = edge;
        targets[slot] = target;
    }

    private void grow() {
        long[] old = edges;
        int[] oldTargets = targets;
        edges = new long[old.length * 2];
        targets = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                insert(old[i], oldTargets[i]);
            }
        }
    }

    private static long edge(int node, int word) {
        return (long) node << Integer.SIZE | word;
    }

    private static int slot(long edge, int mask) {
        long mixed = edge * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }
}

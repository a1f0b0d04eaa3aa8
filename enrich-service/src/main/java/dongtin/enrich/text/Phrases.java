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

    private final Vocabulary vocabulary;

    /** Tells at once that no phrase begins with a word, as with most. */
    private final long collection;

    /** By the hash of node and word: both, and beside them the node that they lead to. */
    private long[] edges = new long[1 << 9];

    private int edgeCount;

    private int nodes = 1;
    private int[] depths = new int[1 << 8];
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
        for (int i = 0; i < tokens.size(); i++) {
            int word = vocabulary.add(tokens.text(i));
            int next = step(node, word);
            node = next > 0 ? next : connect(node, word);
        }
        values.set(node, value);
    }

    /** The longest phrase at the token {@code at}, to be asked for its {@link #value} and {@link #length}; or {@link #NONE}. */
    public int longest(Tokens tokens, int at) {
        int word = tokens.word(at);
        if (!vocabulary.begins(word, collection)) {
            return NONE;
        }
        int best = NONE;
        int node = step(0, word);
        for (int i = at + 1; node != 0; i++) {
            if (values.get(node) != null) {
                best = node;
            }
            word = tokens.startsLine(i) ? 0 : tokens.word(i);
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
        return match == NONE ? at : at + depths[match];
    }

    /** How many tokens the phrase has. */
    public int length(int match) {
        return depths[match];
    }

    /** What the phrase stands for. */
    public V value(int match) {
        V value = values.get(match);
        if (value == null) {
            throw new IllegalArgumentException("no phrase: " + match);
        }
        return value;
    }

    private int step(int node, int word) {
        long edge = (long) node << 32 | word;
        int mask = edges.length - 1;
        for (int slot = slot(edge, mask); ; slot = (slot + 2) & mask) {
            if (edges[slot] == edge) {
                return (int) edges[slot + 1];
            }
            if (edges[slot] == 0) {
                return 0;
            }
        }
    }

    private int connect(int node, int word) {
        if (node == 0) {
            vocabulary.begin(word, collection);
        }
        if (edgeCount * 4 >= edges.length) {
            grow();
        }
        insert((long) node << 32 | word, nodes);
        edgeCount++;
        if (nodes == depths.length) {
            depths = Arrays.copyOf(depths, nodes * 2);
        }
        depths[nodes] = depths[node] + 1;
        values.add(null);
        return nodes++;
    }

    private void insert(long edge, long target) {
        int mask = edges.length - 1;
        int slot = slot(edge, mask);
        while (edges[slot] != 0) {
            slot = (slot + 2) & mask;
        }
        edges[slot] = edge;
        edges[slot + 1] = target;
    }

    private void grow() {
        long[] old = edges;
        edges = new long[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                insert(old[i], old[i + 1]);
            }
        }
    }

    private static int slot(long edge, int mask) {
        long mixed = edge * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) << 1 & mask;
    }
}

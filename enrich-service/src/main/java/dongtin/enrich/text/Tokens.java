package dongtin.enrich.text;

import dongtin.message.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A text cut into words, numbers and single signs. A token is named by its place, from 0; a range of tokens is {@code [from, to)}. Asking beyond the
 * ends is allowed and answers as if nothing stood there. Immutable.
 */
public final class Tokens {

    // What is known of a token beside its begin, in one number: its shape, what stands before it, its length, its word.
    private static final int SHAPE = 7;
    private static final int NONE = 0;
    private static final int SPACE = 1 << 3;
    private static final int LINE = 1 << 4;
    private static final int GAP = SPACE | LINE;
    private static final int LENGTH_SHIFT = 5;

    /** A token of this length or more has its length in {@link #lengths}. */
    private static final int LONG = 31;

    private static final int WORD_SHIFT = 10;
    private static final Shape[] SHAPES = Shape.values();

    /** What is known of a token beyond the ends: a sign without length at the begin of a line. */
    @SuppressWarnings("EnumOrdinal") // as in add
    private static final int BEYOND = LINE | Shape.SIGN.ordinal();

    private final NormalText normal;
    private final String text;
    private final Vocabulary vocabulary;
    private int size;
    private int[] starts;
    private int[] traits;
    private final Map<Integer, Integer> lengths = new HashMap<>();
    private int marked;

    private Tokens(NormalText normal, Vocabulary vocabulary) {
        this.normal = normal;
        this.vocabulary = vocabulary;
        text = normal.text();
        // News has a token for four characters, and two articles of a hundred more than this.
        int guess = text.length() / 4 + text.length() / 64 + 16;
        starts = new int[guess];
        traits = new int[guess];
    }

    /** Cuts {@code text} up; words that {@code vocabulary} knows bear its numbers. */
    public static Tokens of(String text, Vocabulary vocabulary) {
        Tokens tokens = new Tokens(NormalText.of(text), vocabulary);
        tokens.cut();
        // So that one comparison with the length of the array is enough to read it, at any place.
        Arrays.fill(tokens.traits, tokens.size, tokens.traits.length, BEYOND);
        return tokens;
    }

    private void cut() {
        int gap = LINE;
        int at = 0;
        while (at < text.length()) {
            int traits = Letters.traits(text.charAt(at));
            if ((traits & Letters.WORD) != 0) {
                at = addWord(at, gap, traits);
                // Only before the number of a list does a word end in the middle.
                gap = isWordPart(at) ? LINE : NONE;
            } else if ((traits & (Letters.SPACE | Letters.LINE)) != 0) {
                gap = (traits & Letters.LINE) != 0 ? LINE : Math.max(gap, SPACE);
                at++;
            } else {
                at = addSign(at, gap, traits);
                gap = NONE;
            }
        }
    }

    private boolean isWordPart(int at) {
        return at < text.length() && (Letters.traits(text.charAt(at)) & Letters.WORD) != 0;
    }

    private int addSign(int at, int gap, int traits) {
        boolean pair = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        int end = pair ? at + 2 : at + 1;
        boolean keyed = !pair && (traits & Letters.UNCODED) == 0;
        int word = keyed ? vocabulary.find(WordKey.append(WordKey.NONE, traits)) : vocabulary.find(text, at, end);
        add(at, end, word, gap, Shape.SIGN, traits);
        return end;
    }

    /** Makes the key and the shape in the one walk that finds the word's end. */
    private int addWord(int at, int gap, int first) {
        long key = WordKey.append(WordKey.NONE, first);
        int rest = 0;
        int end = at + 1;
        while (end < text.length()) {
            int traits = Letters.traits(text.charAt(end));
            boolean ends =
                    (traits & Letters.WORD) == 0 || ((traits & Letters.DIGIT) != 0 && isListed(at, end, first | rest));
            if (ends) {
                break;
            }
            key = WordKey.append(key, traits);
            rest |= traits;
            end++;
        }
        boolean keyed = end - at <= WordKey.LONGEST && ((first | rest) & Letters.UNCODED) == 0;
        int word = keyed ? vocabulary.find(key) : vocabulary.find(text, at, end);
        add(at, end, word, gap, Shape.of(first, rest), first | rest);
        return end;
    }

    /**
     * {@code Luật hối phiếu|3. Luật ...}: the number of a list whose line breaks were lost is no part of the word before, and begins a line.
     *
     * @param word where the word before begins
     * @param traits of the word before, joined
     */
    private boolean isListed(int word, int at, int traits) {
        if ((traits & Letters.DIGIT) != 0
                || capitals(word, at) > 1
                || (at == word + 1 && (traits & Letters.MARKED) == 0)) {
            return false; // also m2 and the like
        }
        int end = at;
        while (end < text.length() && end < at + 2 && Letters.kind(text.charAt(end)) == Letters.DIGIT) {
            end++;
        }
        return end + 2 < text.length()
                && text.charAt(end) == '.'
                && Letters.kind(text.charAt(end + 1)) == Letters.SPACE
                && Letters.kind(text.charAt(end + 2)) == Letters.UPPER;
    }

    private int capitals(int from, int to) {
        int capitals = 0;
        for (int i = from; i < to; i++) {
            capitals += Letters.kind(text.charAt(i)) == Letters.UPPER ? 1 : 0;
        }
        return capitals;
    }

    @SuppressWarnings("EnumOrdinal") // nobody keeps it; half of the memory that tokens take is saved
    private void add(int start, int end, int word, int gap, Shape shape, int letters) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            traits = Arrays.copyOf(traits, size * 2);
        }
        int length = Math.min(end - start, LONG);
        if (length == LONG) {
            lengths.put(size, end - start);
        }
        starts[size] = start;
        traits[size] = word << WORD_SHIFT | length << LENGTH_SHIFT | gap | shape.ordinal();
        marked += (letters & Letters.MARKED) != 0 ? 1 : 0;
        size++;
    }

    private int traits(int at) {
        return at >= 0 && at < traits.length ? traits[at] : BEYOND;
    }

    private int end(int at) {
        return starts[at] + length(at);
    }

    /** Whether few words have letters beyond ASCII: the text is English, or Vietnamese without its marks. */
    public boolean isPlain() {
        return marked * 4 < size;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The vocabulary's number of the word, 0 if it knows none. */
    public int word(int at) {
        return traits(at) >>> WORD_SHIFT;
    }

    /** What it looks like; {@link Shape#SIGN} beyond the ends. */
    public Shape shape(int at) {
        return SHAPES[traits(at) & SHAPE];
    }

    /** The token as printed, in NFC. */
    public String text(int at) {
        return at >= 0 && at < size ? text.substring(starts[at], end(at)) : "";
    }

    /** The tokens {@code [from, to)} as printed, in NFC. */
    public String text(int from, int to) {
        return from < to ? text.substring(starts[from], end(to - 1)) : "";
    }

    /** The folded spelling, see {@link Folding}. */
    public String folded(int at) {
        int word = word(at);
        return word > 0 ? vocabulary.word(word) : Folding.fold(text(at));
    }

    /** Whether the token could be a syllable of Vietnamese, see {@link Syllable}. */
    public boolean isSyllable(int at) {
        int word = word(at);
        return word > 0
                ? vocabulary.isSyllable(word)
                : at >= 0 && at < size && Syllable.isVietnamese(text, starts[at], end(at));
    }

    /** Whether a phrase of one of the {@link Phrases#collection()}s may begin with the token. */
    public boolean mayBegin(int at, long collections) {
        return vocabulary.mayBegin(word(at), word(at + 1), collections);
    }

    /** Whether the token is the sign {@code c}. */
    public boolean is(int at, char c) {
        return length(at) == 1 && text.charAt(starts[at]) == c;
    }

    /** Whether the token is the word {@code folded}, see {@link Folding}. */
    public boolean is(int at, String folded) {
        return length(at) == folded.length() && folded(at).equals(folded);
    }

    /** Whether the token is printed with characters of {@code set} only. */
    public boolean isOf(int at, String set) {
        for (int i = at < 0 || at >= size ? 0 : starts[at], end = i + length(at); i < end; i++) {
            if (set.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the token is any dash. */
    public boolean isDash(int at) {
        return is(at, '-') || is(at, '–') || is(at, '—') || is(at, '‐') || is(at, '‑') || is(at, '−');
    }

    /** Length of the token in UTF-16 units. */
    public int length(int at) {
        int length = traits(at) >>> LENGTH_SHIFT & LONG;
        return length < LONG ? length : lengths.getOrDefault(at, LONG);
    }

    /** Whether a line begins with the token; so it does beyond the ends. */
    public boolean startsLine(int at) {
        return (traits(at) & LINE) != 0;
    }

    /** Whether the token follows the one before without any space. */
    public boolean joined(int at) {
        return (traits(at) & GAP) == NONE;
    }

    /** Where the tokens {@code [from, to)} stand in the original text, in UTF-16 units. */
    public Span span(int from, int to) {
        return normal.original(starts[from], end(to - 1));
    }
}

package dongtin.enrich.text;

import dongtin.message.Span;
import java.util.Arrays;

/**
 * A text cut into words, numbers and single signs. A token is named by its place, from 0; a range of tokens is {@code [from, to)}. Asking beyond the
 * ends is allowed and answers as if nothing stood there. Immutable.
 */
public final class Tokens {

    private static final byte NONE = 0;
    private static final byte SPACE = 1;
    private static final byte LINE = 2;

    private final NormalText normal;
    private int size;
    private int[] starts;
    private int[] ends;
    private int[] words;
    private Shape[] shapes;
    private byte[] gaps;
    private char[] key = new char[32];
    private int marked;

    private Tokens(NormalText normal) {
        this.normal = normal;
        int guess = normal.text().length() / 4 + 8;
        starts = new int[guess];
        ends = new int[guess];
        words = new int[guess];
        shapes = new Shape[guess];
        gaps = new byte[guess];
    }

    /** Cuts {@code text} up; words that {@code vocabulary} knows bear its numbers. */
    public static Tokens of(String text, Vocabulary vocabulary) {
        NormalText normal = NormalText.of(text);
        Tokens tokens = new Tokens(normal);
        String form = normal.text();
        byte gap = LINE;
        int at = 0;
        while (at < form.length()) {
            char c = form.charAt(at);
            if (isSpace(c)) {
                gap = isLineBreak(c) ? LINE : (byte) Math.max(gap, SPACE);
                at++;
            } else {
                int end = wordEnd(form, at);
                tokens.add(at, end, gap, vocabulary);
                gap = NONE;
                at = end;
            }
        }
        return tokens;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || (c > 127 && (Character.isSpaceChar(c) || Character.isWhitespace(c)));
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        if (end > at) {
            return end;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length();
        return pair && Character.isLowSurrogate(text.charAt(at + 1)) ? at + 2 : at + 1;
    }

    private void add(int start, int end, byte gap, Vocabulary vocabulary) {
        if (size == starts.length) {
            grow();
        }
        int length = end - start;
        if (length > key.length) {
            key = new char[length * 2];
        }
        String text = normal.text();
        Folding.fold(text, start, end, key);
        starts[size] = start;
        ends[size] = end;
        words[size] = vocabulary.find(key, length);
        marked += isMarked(length) ? 1 : 0;
        shapes[size] = Character.isLetterOrDigit(text.charAt(start)) ? Shape.of(text, start, end) : Shape.SIGN;
        gaps[size] = gap;
        size++;
    }

    /** Whether the word whose key was made last has letters beyond ASCII. */
    private boolean isMarked(int length) {
        for (int i = 0; i < length; i++) {
            if (key[i] > 127) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        int larger = size * 2;
        starts = Arrays.copyOf(starts, larger);
        ends = Arrays.copyOf(ends, larger);
        words = Arrays.copyOf(words, larger);
        shapes = Arrays.copyOf(shapes, larger);
        gaps = Arrays.copyOf(gaps, larger);
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
        return at >= 0 && at < size ? words[at] : 0;
    }

    /** What it looks like; {@link Shape#SIGN} beyond the ends. */
    public Shape shape(int at) {
        return at >= 0 && at < size ? shapes[at] : Shape.SIGN;
    }

    /** The token as printed, in NFC. */
    public String text(int at) {
        return at >= 0 && at < size ? normal.text().substring(starts[at], ends[at]) : "";
    }

    /** The tokens {@code [from, to)} as printed, in NFC. */
    public String text(int from, int to) {
        return from < to ? normal.text().substring(starts[from], ends[to - 1]) : "";
    }

    /** The folded spelling, see {@link Folding}. */
    public String folded(int at) {
        return Folding.fold(text(at));
    }

    /** Whether the token is the sign {@code c}. */
    public boolean is(int at, char c) {
        return at >= 0
                && at < size
                && ends[at] - starts[at] == 1
                && normal.text().charAt(starts[at]) == c;
    }

    /** Whether the token is any dash. */
    public boolean isDash(int at) {
        return is(at, '-') || is(at, '–') || is(at, '—') || is(at, '‐') || is(at, '‑') || is(at, '−');
    }

    /** Length of the token in UTF-16 units. */
    public int length(int at) {
        return at >= 0 && at < size ? ends[at] - starts[at] : 0;
    }

    /** Whether a line begins with the token; so it does beyond the ends. */
    public boolean startsLine(int at) {
        return at <= 0 || at >= size || gaps[at] == LINE;
    }

    /** Whether the token follows the one before without any space. */
    public boolean joined(int at) {
        return at > 0 && at < size && gaps[at] == NONE;
    }

    /** Where the tokens {@code [from, to)} stand in the original text, in UTF-16 units. */
    public Span span(int from, int to) {
        return normal.original(starts[from], ends[to - 1]);
    }
}

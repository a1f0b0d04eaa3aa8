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
    private static final char LAST_ASCII = 127;

    private final NormalText normal;
    private final Vocabulary vocabulary;
    private int size;
    private int[] starts;
    private int[] ends;
    private int[] words;
    private Shape[] shapes;
    private byte[] gaps;
    private char[] key = new char[32];
    private int marked;

    private Tokens(NormalText normal, Vocabulary vocabulary) {
        this.normal = normal;
        this.vocabulary = vocabulary;
        int guess = normal.text().length() / 7 * 2 + 16;
        starts = new int[guess];
        ends = new int[guess];
        words = new int[guess];
        shapes = new Shape[guess];
        gaps = new byte[guess];
    }

    /** Cuts {@code text} up; words that {@code vocabulary} knows bear its numbers. */
    public static Tokens of(String text, Vocabulary vocabulary) {
        Tokens tokens = new Tokens(NormalText.of(text), vocabulary);
        tokens.cut();
        return tokens;
    }

    private void cut() {
        String text = normal.text();
        byte gap = LINE;
        int at = 0;
        while (at < text.length()) {
            byte kind = Letters.kind(text.charAt(at));
            if (kind == Letters.SPACE || kind == Letters.LINE) {
                gap = kind == Letters.LINE ? LINE : (byte) Math.max(gap, SPACE);
                at++;
            } else {
                at = kind >= Letters.DIGIT ? addWord(at, gap) : addSign(at, gap);
                // Only before the number of a list does a word end in the middle.
                gap = kind >= Letters.DIGIT && isWordPart(at) ? LINE : NONE;
            }
        }
    }

    private boolean isWordPart(int at) {
        return at < normal.text().length() && Letters.kind(normal.text().charAt(at)) >= Letters.DIGIT;
    }

    private int addSign(int at, byte gap) {
        String text = normal.text();
        boolean pair = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        int end = pair ? at + 2 : at + 1;
        for (int i = at; i < end; i++) {
            key[i - at] = Letters.folded(text.charAt(i));
        }
        marked += key[0] > LAST_ASCII ? 1 : 0;
        add(at, end, gap, Shape.SIGN);
        return end;
    }

    /** Folds and counts in the one walk that finds the word's end. */
    private int addWord(int at, byte gap) {
        String text = normal.text();
        int letters = 0;
        int capitals = 0;
        char highest = 0;
        char before = 0;
        boolean toned = false;
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            byte kind = Letters.kind(c);
            if (kind < Letters.DIGIT || (kind == Letters.DIGIT && isGlued(end, letters, capitals, end - at))) {
                break;
            }
            if (end - at == key.length) {
                key = Arrays.copyOf(key, key.length * 2);
            }
            char folded = Letters.folded(c);
            key[end - at] = folded;
            highest = folded > highest ? folded : highest;
            toned |= folded > LAST_ASCII && (before == 'o' || before == 'u');
            before = folded;
            letters += kind >= Letters.LOWER ? 1 : 0;
            capitals += kind == Letters.UPPER ? 1 : 0;
            end++;
        }
        marked += highest > LAST_ASCII ? 1 : 0;
        if (toned) {
            Folding.moveTones(key, end - at);
        }
        boolean capitalFirst = Letters.kind(text.charAt(at)) == Letters.UPPER;
        add(at, end, gap, Shape.of(letters, capitals, end - at, capitalFirst));
        return end;
    }

    /** {@code Luật hối phiếu|3. Luật ...}: the number of a list whose line breaks were lost is no part of the word before, and begins a line. */
    private boolean isGlued(int at, int letters, int capitals, int length) {
        if (letters < length || capitals > 1 || (letters < 2 && (letters == 0 || key[0] <= LAST_ASCII))) {
            return false; // also m2 and the like
        }
        String text = normal.text();
        int end = at;
        while (end < text.length() && end < at + 2 && Letters.kind(text.charAt(end)) == Letters.DIGIT) {
            end++;
        }
        return end + 2 < text.length()
                && text.charAt(end) == '.'
                && Letters.kind(text.charAt(end + 1)) == Letters.SPACE
                && Letters.kind(text.charAt(end + 2)) == Letters.UPPER;
    }

    private void add(int start, int end, byte gap, Shape shape) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        ends[size] = end;
        words[size] = vocabulary.find(key, end - start);
        shapes[size] = shape;
        gaps[size] = gap;
        size++;
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
        int word = word(at);
        return word > 0 ? vocabulary.word(word) : Folding.fold(text(at));
    }

    /** Whether the token could be a syllable of Vietnamese, see {@link Syllable}. */
    public boolean isSyllable(int at) {
        return at >= 0 && at < size && Syllable.isVietnamese(normal.text(), starts[at], ends[at]);
    }

    /** Whether a phrase of one of the {@link Phrases#collection()}s may begin with the token. */
    public boolean mayBegin(int at, long collections) {
        return vocabulary.begins(word(at), collections);
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

package dongtin.enrich.text;

import dongtin.message.Span;
import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in the form that is matched (NFC, without zero-width characters, {@code Đ} for U+00D0), with the way back to the UTF-16 units
 * of the original. Immutable.
 */
public final class NormalText {

    // A base with more marks than this is no writing; it is cut, which also keeps normalisation linear (Unicode's
    // stream-safe format).
    private static final int MOST_MARKS = 30;

    private final String text;
    private final int @Nullable [] starts;
    private final int @Nullable [] ends;

    private NormalText(String text, int @Nullable [] starts, int @Nullable [] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** Normalises {@code original}. */
    public static NormalText of(String original) {
        int seen = 0;
        for (int i = 0; i < original.length(); i++) {
            seen |= Letters.traits(original.charAt(i));
        }
        if ((seen & Letters.MARK) != 0) {
            return mapped(original);
        }
        return new NormalText((seen & Letters.ETH) != 0 ? letters(original) : original, null, null);
    }

    private static String letters(String text) {
        return text.replace('Ð', 'Đ').replace('ð', 'đ');
    }

    private static NormalText mapped(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] starts = new int[original.length() * 3 + 1];
        int[] ends = new int[original.length() * 3 + 1];
        int at = 0;
        while (at < original.length()) {
            int end = clusterEnd(original, at);
            int before = text.length();
            if (!Letters.isInvisible(original.charAt(at)) || end > at + 1) {
                text.append(Normalizer.normalize(original.substring(at, end), Normalizer.Form.NFC));
            }
            Arrays.fill(starts, before, text.length(), at);
            Arrays.fill(ends, before, text.length(), end);
            at = end;
        }
        return new NormalText(letters(text.toString()), starts, ends);
    }

    private static int clusterEnd(String text, int at) {
        int end = at + 1;
        while (end < text.length() && end - at <= MOST_MARKS && Letters.isCombining(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The text that is matched. */
    public String text() {
        return text;
    }

    /** Where the units {@code [start, end)} of {@link #text()} stand in the original. */
    public Span original(int start, int end) {
        if (starts == null || ends == null) {
            return new Span(start, end);
        }
        return new Span(starts[start], ends[end - 1]);
    }
}

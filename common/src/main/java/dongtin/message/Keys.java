package dongtin.message;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keys that are the same for the same name whoever writes it: without accents, lower case, hyphens between words. */
public final class Keys {

    private static final Pattern MARKS = Pattern.compile("\\p{M}++");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");

    /** What {@link #spelled} makes of each of the characters that names are written with, {@link #OTHER} where that is not one character. */
    private static final char[] BARE = new char[0x2070];

    private static final char NOTHING = 0;
    private static final char OTHER = 0xFFFF;

    static {
        for (char c = 0; c < BARE.length; c++) {
            String bare = bare(String.valueOf(c));
            String slug = BETWEEN_WORDS.matcher(bare).replaceAll("-");
            // How a sigma is written in lower case depends on what follows.
            BARE[c] = c == 'Σ' ? OTHER : slug.isEmpty() ? NOTHING : slug.length() == 1 ? slug.charAt(0) : OTHER;
        }
    }

    private Keys() {}

    /** {@code Nguyễn Văn Nên} gives {@code nguyen-van-nen}. */
    public static String person(String name) {
        return slug(name);
    }

    /** Letters and digits without accents ({@code đ} is {@code d}), hyphens for all else: {@code 144-QĐ/TW} gives {@code 144-qd-tw}. */
    public static String slug(String text) {
        var slug = new StringBuilder(text.length());
        boolean between = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char bare = c < BARE.length ? BARE[c] : OTHER;
            if (bare == OTHER) {
                return spelled(text);
            }
            if (bare == '-') {
                between = !slug.isEmpty();
            } else if (bare != NOTHING) {
                if (between) {
                    slug.append('-');
                    between = false;
                }
                slug.append(bare);
            }
        }
        return slug.toString();
    }

    /** The same for any character, at a price. */
    static String spelled(String text) {
        String joined = BETWEEN_WORDS.matcher(bare(text)).replaceAll("-");
        int start = joined.startsWith("-") ? 1 : 0;
        int end = joined.length() - (joined.length() > start && joined.endsWith("-") ? 1 : 0);
        return joined.substring(start, end);
    }

    private static String bare(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        // Neither has a decomposition; U+00D0 is what some keyboards give for the Vietnamese letter.
        return bare.toLowerCase(Locale.ROOT).replace('đ', 'd').replace('ð', 'd');
    }
}

package dongtin.message;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keys that are the same for the same name whoever writes it: without accents, lower case, hyphens between words. */
public final class Keys {

    private static final Pattern MARKS = Pattern.compile("\\p{M}++");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");

    private Keys() {}

    /** {@code Nguyễn Văn Nên} gives {@code nguyen-van-nen}. */
    public static String person(String name) {
        return slug(name);
    }

    /** Letters and digits without accents ({@code đ} is {@code d}), hyphens for all else: {@code 144-QĐ/TW} gives {@code 144-qd-tw}. */
    public static String slug(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        // Neither has a decomposition; U+00D0 is what some keyboards give for the Vietnamese letter.
        String folded = bare.toLowerCase(Locale.ROOT).replace('đ', 'd').replace('ð', 'd');
        String joined = BETWEEN_WORDS.matcher(folded).replaceAll("-");
        int start = joined.startsWith("-") ? 1 : 0;
        int end = joined.length() - (joined.length() > start && joined.endsWith("-") ? 1 : 0);
        return joined.substring(start, end);
    }
}

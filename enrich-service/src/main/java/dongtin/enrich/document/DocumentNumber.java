package dongtin.enrich.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A number (số hiệu) as it stands before the token {@code end}: the running number, the whole symbol, the year of a bare {@code 65/2022}. */
record DocumentNumber(
        int end,
        String number,
        @Nullable String symbol,
        @Nullable String year) {

    /** Whether {@code [from, to)} of {@code text} are digits. */
    static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Without leading zeros and in lower case: {@code 05} and {@code 5} are one number. */
    static String plain(String number) {
        int start = 0;
        while (start < number.length() - 1
                && number.charAt(start) == '0'
                && Character.isDigit(number.charAt(start + 1))) {
            start++;
        }
        return number.substring(start).toLowerCase(Locale.ROOT);
    }
}

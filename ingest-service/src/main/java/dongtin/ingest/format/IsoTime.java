package dongtin.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The way in which nearly all times are written, read without patterns: {@code 2026-05-28T17:00:00+07:00} (RFC 3339), also with
 * {@code Z} and without colons in the offset. All that is written in any other way is {@link WireTime}'s.
 */
final class IsoTime {

    private static final int SECONDS_END = 19;

    private IsoTime() {}

    /** Null where it is written in another way, or there is no such time. */
    static @Nullable Instant read(String text) {
        if (text.length() <= SECONDS_END || text.length() > SECONDS_END + 6 || text.charAt(10) != 'T') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = after(text, '-', 4);
        int day = after(text, '-', 7);
        int hour = digits(text, 11, 2);
        int minute = after(text, ':', 13);
        int second = after(text, ':', 16);
        ZoneOffset offset = offset(text);
        if (offset == null || (year | month | day | hour | minute | second) < 0) {
            return null;
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second).toInstant(offset);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable ZoneOffset offset(String text) {
        char sign = text.charAt(SECONDS_END);
        if (sign == 'Z') {
            return text.length() == SECONDS_END + 1 ? ZoneOffset.UTC : null;
        }
        int hours = digits(text, SECONDS_END + 1, 2);
        boolean colon = text.length() == SECONDS_END + 6 && text.charAt(SECONDS_END + 3) == ':';
        boolean whole = colon || text.length() == SECONDS_END + 5;
        int minutes = whole ? digits(text, text.length() - 2, 2) : -1;
        if ((sign != '+' && sign != '-') || hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
            return null;
        }
        int factor = sign == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(factor * hours, factor * minutes);
    }

    private static int after(String text, char mark, int at) {
        return text.charAt(at) == mark ? digits(text, at + 1, 2) : -1;
    }

    /** The number that these characters are; -1 where one is no digit. At most four. */
    private static int digits(String text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = i < text.length() ? text.charAt(i) - '0' : -1;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}

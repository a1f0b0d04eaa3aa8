package dongtin.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as wires write them. What can not be read is nothing: never a guess, never now. */
final class WireTime {

    /** RFC 3339, seconds and offset optional, the offset without its colon. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** ISO 8601's basic format, as NewsML 1 and NITF write it: {@code 20190603T174729+0200}. */
    private static final DateTimeFormatter BASIC = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuuMMdd'T'HHmm[ss]")
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int FIRST_YEAR = 1900;
    private static final int END_YEAR = 2200;
    private static final Pattern OFFSET_COLON = Pattern.compile("([+-]\\d\\d):(\\d\\d)$");
    private static final int YEAR_DIGITS = 4;
    private static final int ISO_DAY = 8;

    private WireTime() {}

    /** The moment that is meant; one without an offset is in the zone given; null if it can not be read or is absurd. */
    static @Nullable Instant read(String text, ZoneId zone) {
        try {
            String stripped = OFFSET_COLON.matcher(text.strip()).replaceFirst("$1$2");
            boolean basic = stripped.indexOf('-') != YEAR_DIGITS;
            TemporalAccessor time =
                    (basic ? BASIC : ISO).parseBest(stripped, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = time instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(time).atZone(zone).toInstant();
            int year = instant.atZone(ZoneOffset.UTC).getYear();
            return year < FIRST_YEAR || year >= END_YEAR ? null : instant;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day of a date or time in either of ISO 8601's formats; null if it is none. */
    static @Nullable LocalDate isoDay(String text) {
        String digits = text.strip().replace("-", "");
        try {
            return digits.length() < ISO_DAY
                    ? null
                    : LocalDate.parse(digits.substring(0, ISO_DAY), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A day as Vietnamese wires write it: {@code 14/6/2024}, {@code 14-6-2024}, {@code 14.6.2024}; null if it is none. */
    static @Nullable LocalDate day(String text) {
        String[] parts = text.strip().split("[/.-]", -1);
        if (parts.length != 3 || parts[2].length() != 4) {
            return null;
        }
        try {
            LocalDate day =
                    LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
            return day.getYear() < FIRST_YEAR || day.getYear() >= END_YEAR ? null : day;
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}

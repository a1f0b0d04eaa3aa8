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
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Times as wires write them. What can not be read is nothing: never a guess, never now. */
final class WireTime {

    /** RFC 3339, seconds and offset optional, the offset with or without its colon. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter(java.util.Locale.ROOT);

    private static final int FIRST_YEAR = 1900;
    private static final int END_YEAR = 2200;

    private WireTime() {}

    /** The moment that is meant; one without an offset is in the zone given; null if it can not be read or is absurd. */
    static @Nullable Instant read(String text, ZoneId zone) {
        try {
            TemporalAccessor time = ISO.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            Instant instant = time instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(time).atZone(zone).toInstant();
            int year = instant.atZone(ZoneOffset.UTC).getYear();
            return year < FIRST_YEAR || year >= END_YEAR ? null : instant;
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

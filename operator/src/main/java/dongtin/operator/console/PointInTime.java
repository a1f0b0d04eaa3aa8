package dongtin.operator.console;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as an operator types it. */
public final class PointInTime {

    /** The forms, for a help text. */
    public static final String FORMS =
            "2026-11-25T08:30, 2026-11-25 (both in --zone), 2026-11-25T01:30:00Z, or ago: 90s, 15m, 2h, 7d";

    // 15m
    private static final Pattern AGO = Pattern.compile("(\\d{1,6}+)([smhd])");

    private PointInTime() {}

    /**
     * The time that was typed.
     *
     * @throws DateTimeException if it is none, with the forms that are
     */
    public static Instant parse(String typed, ZoneId zone, Instant now) {
        Matcher ago = AGO.matcher(typed.toLowerCase(Locale.ROOT));
        if (ago.matches()) {
            return now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        try {
            if (!typed.contains("T")) {
                return LocalDate.parse(typed).atStartOfDay(zone).toInstant();
            }
            return typed.matches(".*(?:Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(typed).toInstant()
                    : LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new DateTimeException("%s is no time; write %s".formatted(typed, FORMS), e);
        }
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}

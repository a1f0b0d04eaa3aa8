package dongtin.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as wires write them. What can not be read is nothing: never a guess, never now. */
final class WireTime {

    private static final String CLOCK =
            "(?<h>\\d{1,2})(?::|\\s?(?:h|giờ)\\s?)(?<m>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,9})\\d*+)?)?(?:\\s*+(?<half>AM|PM|SA|CH)\\b)?";
    private static final String ZONE =
            "(?:\\s*+[(]?(?<zone>(?:GMT|UTC|UT)?\\s?[+-]\\d{1,2}+(?::?\\d{2})?|[A-Za-z]{1,5}+)[)]?)?";
    private static final String DAY = "(?:ngày\\s++)?(?<a>\\d{1,2})[/.-](?<b>\\d{1,2})[/.-](?<y>\\d{4})";

    /** RFC 3339 and ISO 8601, also with a space for the T, or slashes; {@code 2026-05-28T17:00:00+07:00}. */
    private static final Pattern ISO =
            pattern("(?<y>\\d{4})[-/](?<mo>\\d{2})[-/](?<d>\\d{2})(?:(?:T|\\s++)" + CLOCK + ZONE + ")?");

    /** ISO 8601 without separators: {@code 20260528T170000+0700}, {@code 20260528}. */
    private static final Pattern BASIC = pattern(
            "(?<y>\\d{4})(?<mo>\\d{2})(?<d>\\d{2})(?:T(?<h>\\d{2})(?<m>\\d{2})(?:(?<s>\\d{2})(?:[.,](?<f>\\d{1,9})\\d*+)?)?"
                    + ZONE + ")?");

    /** RFC 822 and its heirs: {@code Thu, 28 May 2026 17:00:00 +0700}. */
    private static final Pattern RFC_822 =
            pattern("(?<d>\\d{1,2})[\\s-]++(?<month>\\p{L}{3,9}+)[.,]?[\\s-]++(?<y>\\d{4}|\\d{2})" + "(?:,?\\s++"
                    + CLOCK + ZONE + ")?");

    /** {@code 28/05/2026 17:00:00 GMT+7}, {@code 9/24/2026 9:41:00 PM}. */
    private static final Pattern SLASHES = pattern(DAY + "(?:(?:,|\\s+[-–|]|\\s+lúc)?\\s++" + CLOCK + ZONE + ")?");

    /** {@code 17:00 28/05/2026}, {@code 17:00, ngày 28/5/2026}. */
    private static final Pattern CLOCK_FIRST = pattern(CLOCK + "(?:,|\\s+-)?\\s++" + DAY + ZONE);

    /** {@code 28 tháng 5 năm 2026 17:00}, {@code 28 Th05 2026 17:00:00 +0700}. */
    private static final Pattern VIETNAMESE = pattern(
            "(?:ngày\\s++)?(?<d>\\d{1,2})\\s++(?:tháng|thg|th)\\.?\\s*+(?<mo>\\d{1,2})(?:,|\\s++năm)?\\s++(?<y>\\d{4})"
                    + "(?:,?\\s++(?:lúc\\s++)?" + CLOCK + ZONE + ")?");

    /** {@code May 28, 2026 5:00 PM}, {@code May 28 2026 17:00:00 GMT+0700 (Indochina Time)}. */
    private static final Pattern MONTH_FIRST =
            pattern("(?<month>\\p{L}{3,9}+)\\.?\\s++(?<d>\\d{1,2}),?\\s++(?<y>\\d{4})(?:,?\\s++(?:at\\s++)?" + CLOCK
                    + ZONE + "(?:\\s\\([^()]{1,60}+\\))?)?");

    /** As in C: {@code May 28 17:00:00 ICT 2026}. */
    private static final Pattern YEAR_LAST =
            pattern("(?<month>\\p{L}{3}+)\\s++(?<d>\\d{1,2})\\s++" + CLOCK + ZONE + "\\s++(?<y>\\d{4})");

    private static final Pattern WEEKDAY = Pattern.compile(
            "^(?:thứ\\s++(?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)|chủ\\s++nhật|cn|t[2-7]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})\\.?+(?:\\s*+,\\s*+|\\s++)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<Pattern> PATTERNS =
            List.of(ISO, BASIC, RFC_822, SLASHES, CLOCK_FIRST, VIETNAMESE, MONTH_FIRST, YEAR_LAST);

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Zones that are written by name, in hours; a name that is not here can not be read (most mean several zones). */
    private static final Map<String, ZoneOffset> ZONES = Map.ofEntries(
            Map.entry("Z", ZoneOffset.UTC),
            Map.entry("UT", ZoneOffset.UTC),
            Map.entry("UTC", ZoneOffset.UTC),
            Map.entry("GMT", ZoneOffset.UTC),
            Map.entry("ICT", ZoneOffset.ofHours(7)),
            Map.entry("CET", ZoneOffset.ofHours(1)),
            Map.entry("MEZ", ZoneOffset.ofHours(1)),
            Map.entry("MESZ", ZoneOffset.ofHours(2)),
            Map.entry("CEST", ZoneOffset.ofHours(2)),
            Map.entry("JST", ZoneOffset.ofHours(9)),
            Map.entry("EST", ZoneOffset.ofHours(-5)),
            Map.entry("EDT", ZoneOffset.ofHours(-4)),
            Map.entry("CST", ZoneOffset.ofHours(-6)),
            Map.entry("CDT", ZoneOffset.ofHours(-5)),
            Map.entry("MST", ZoneOffset.ofHours(-7)),
            Map.entry("MDT", ZoneOffset.ofHours(-6)),
            Map.entry("PST", ZoneOffset.ofHours(-8)),
            Map.entry("PDT", ZoneOffset.ofHours(-7)));

    private static final Pattern UNIVERSAL = Pattern.compile("(?i)^(?:GMT|UTC|UT)?\\s?(?=[+-])");

    private static final int LONGEST = 100;
    private static final int FIRST_YEAR = 1900;
    private static final int END_YEAR = 2200;
    private static final int ISO_DAY = 8;

    private WireTime() {}

    /**
     * The moment that is meant; one without an offset is in the zone given; null if it can not be read, is absurd, or is a day
     * alone. {@code 9/24/2026} with AM or PM is month first, as .NET writes it, all others are day first, unless only the other
     * order is a date.
     */
    static @Nullable Instant read(String text, ZoneId zone) {
        return read(text, zone, false);
    }

    /** As {@link #read(String, ZoneId)}, but a day alone is its beginning: enough to order by, not to publish by. */
    static @Nullable Instant readOrDay(String text, ZoneId zone) {
        return read(text, zone, true);
    }

    private static @Nullable Instant read(String text, ZoneId zone, boolean dayWillDo) {
        Instant exact = IsoTime.read(text);
        if (exact != null) {
            return absurd(exact.atZone(ZoneOffset.UTC).getYear()) ? null : exact;
        }
        String time = text.length() > LONGEST ? "" : WireText.line(text);
        time = WEEKDAY.matcher(time).replaceFirst("");
        try {
            for (Pattern pattern : PATTERNS) {
                Matcher found = pattern.matcher(time);
                if (found.matches()) {
                    if (found.group("h") == null && !dayWillDo) {
                        return null;
                    }
                    Instant instant = LocalDateTime.of(date(found), clock(found))
                            .atZone(zone(found.group("zone"), zone))
                            .toInstant();
                    return absurd(instant.atZone(ZoneOffset.UTC).getYear()) ? null : instant;
                }
            }
        } catch (DateTimeException e) {
            return null;
        }
        return null;
    }

    private static boolean absurd(int year) {
        return year < FIRST_YEAR || year >= END_YEAR;
    }

    /** The day of a date or time in either of ISO 8601's formats; null if it is none or is absurd. */
    static @Nullable LocalDate isoDay(String text) {
        String digits = text.strip().replace("-", "");
        try {
            LocalDate day = digits.length() < ISO_DAY
                    ? null
                    : LocalDate.parse(digits.substring(0, ISO_DAY), DateTimeFormatter.BASIC_ISO_DATE);
            return day == null || absurd(day.getYear()) ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate date(Matcher found) {
        Map<String, Integer> groups = found.namedGroups();
        int year = number(found, "y");
        if (groups.containsKey("month")) {
            String name = found.group("month").substring(0, 3).toLowerCase(Locale.ROOT);
            int century = found.group("y").length() > 2 ? 0 : year < 70 ? 2000 : 1900;
            return LocalDate.of(century + year, month(name), number(found, "d"));
        }
        if (groups.containsKey("mo")) {
            return LocalDate.of(year, number(found, "mo"), number(found, "d"));
        }
        int first = number(found, "a");
        int second = number(found, "b");
        String half = found.group("half");
        boolean english = half != null && half.toUpperCase(Locale.ROOT).endsWith("M");
        boolean monthFirst = english ? first <= 12 : second > 12;
        return monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
    }

    /** Of its first three letters, in English and in what the agencies of Europe write; 0, which is no month, for others. */
    private static int month(String name) {
        return switch (name) {
            case "mär", "mrz", "mars" -> 3;
            case "avr", "abr" -> 4;
            case "mai" -> 5;
            case "ago", "aoû" -> 8;
            case "okt", "oct" -> 10;
            case "dez", "dic", "déc" -> 12;
            case "fév" -> 2;
            case "ene" -> 1;
            default -> MONTHS.indexOf(name) + 1;
        };
    }

    private static LocalTime clock(Matcher found) {
        int hour = number(found, "h");
        String half = found.namedGroups().containsKey("half") ? found.group("half") : null;
        if (half != null) {
            boolean afternoon = half.equalsIgnoreCase("PM") || half.equalsIgnoreCase("CH");
            if (hour > 12) {
                throw new DateTimeException("hour " + hour + " of a half day");
            }
            hour = (hour % 12) + (afternoon ? 12 : 0);
        }
        String fraction = found.namedGroups().containsKey("f") ? found.group("f") : null;
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        return LocalTime.of(hour, number(found, "m"), number(found, "s"), nanos);
    }

    private static int number(Matcher found, String group) {
        String digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static ZoneId zone(@Nullable String name, ZoneId otherwise) {
        if (name == null) {
            return otherwise;
        }
        String digits = UNIVERSAL.matcher(name).replaceFirst("").replace(":", "");
        if (digits.startsWith("+") || digits.startsWith("-")) {
            String number = digits.substring(1);
            int hours = Integer.parseInt(number.length() > 2 ? number.substring(0, number.length() - 2) : number);
            int minutes = number.length() > 2 ? Integer.parseInt(number.substring(number.length() - 2)) : 0;
            int sign = digits.startsWith("-") ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        ZoneOffset known = ZONES.get(name.toUpperCase(Locale.ROOT));
        if (known == null) {
            throw new DateTimeException("zone " + name);
        }
        return known;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
            return absurd(day.getYear()) ? null : day;
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}

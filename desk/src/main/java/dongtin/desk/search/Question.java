package dongtin.desk.search;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/**
 * What to find; each condition narrows.
 *
 * @param from not published before
 * @param until published before
 */
public record Question(
        @Nullable Words q,
        @Nullable Words person,
        @Nullable Words document,
        @Nullable String source,
        @Nullable Instant from,
        @Nullable Instant until,
        Sort sort,
        @Nullable Cursor after) {

    private static final ZoneId NEWSROOM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Reads the parameters of a request.
     *
     * @throws BadParameter for one that is not what it should be
     */
    public static Question of(Parameters typed) {
        Words q = words("q", typed.q());
        Sort sort = Sort.of(typed.sort(), q != null);
        return new Question(
                q,
                words("person", typed.person()),
                words("document", typed.document()),
                source(typed.source()),
                time("from", typed.from(), 0),
                time("to", typed.to(), 1),
                sort,
                blank(typed.after()) ? null : Cursor.of(typed.after(), sort));
    }

    /** The same for each page of the same question. */
    int hashed() {
        return Objects.hash(q, person, document, source, from, until, sort.word());
    }

    private static @Nullable Words words(String parameter, @Nullable String typed) {
        return blank(typed) ? null : Words.of(parameter, typed);
    }

    private static @Nullable String source(@Nullable String typed) {
        if (blank(typed)) {
            return null;
        }
        if (typed.length() > Words.LONGEST) {
            throw new BadParameter("source", "at most %d characters".formatted(Words.LONGEST));
        }
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    // A day is one of Vietnam; the last day is meant to be in.
    private static @Nullable Instant time(String parameter, @Nullable String typed, int daysOn) {
        if (blank(typed)) {
            return null;
        }
        try {
            Instant time = typed.contains("T")
                    ? OffsetDateTime.parse(typed).toInstant()
                    : LocalDate.parse(typed)
                            .plusDays(daysOn)
                            .atStartOfDay(NEWSROOM)
                            .toInstant();
            if (time.isAfter(Instant.EPOCH.minusSeconds(60L * 60 * 24 * 365 * 200)) && time.isBefore(LAST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new BadParameter(parameter, "a day such as 2026-11-24 or a time such as 2026-11-24T08:00:00+07:00");
    }

    @Contract("null -> true")
    private static boolean blank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }
}

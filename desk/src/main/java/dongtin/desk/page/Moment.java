package dongtin.desk.page;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A time as readers in Vietnam see it, and as machines do. */
record Moment(Instant time) {

    private static final ZoneId NEWSROOM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("H:mm, d/M/uuuu");

    /** {@code 9:05, 24/11/2026}; the day alone for the very beginning of a day, where no more than the day is known. */
    public String shown() {
        return (local().toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : SHOWN).format(local());
    }

    /** With the offset, for machines. */
    public String iso() {
        return local().toOffsetDateTime().toString();
    }

    private ZonedDateTime local() {
        return time.atZone(NEWSROOM);
    }
}

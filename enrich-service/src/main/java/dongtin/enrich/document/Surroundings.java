package dongtin.enrich.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What stands beside a reference: who issued the document, when, and what it is about. */
record Surroundings(
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable String year,
        @Nullable String subject) {

    static final Surroundings NOTHING = new Surroundings(null, null, null, null);

    /** The same, with what {@code other} says where this says nothing. */
    Surroundings or(Surroundings other) {
        LocalDate day = date != null ? date : other.date;
        return new Surroundings(
                issuer != null ? issuer : other.issuer,
                day,
                day != null ? null : year != null ? year : other.year,
                subject != null ? subject : other.subject);
    }
}

package dongtin.enrich.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What stands beside a reference: who issued the document and when. */
record Surroundings(
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable String year) {}

package dongtin.enrich.document;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The terms (khóa) of the Party's Central Committee, by the day on which the congress that elected it closed. */
final class PartyTerm {

    private static final TreeMap<LocalDate, String> TERMS = new TreeMap<>(Map.of(
            LocalDate.of(1996, 7, 2), "VIII",
            LocalDate.of(2001, 4, 23), "IX",
            LocalDate.of(2006, 4, 26), "X",
            LocalDate.of(2011, 1, 20), "XI",
            LocalDate.of(2016, 1, 29), "XII",
            LocalDate.of(2021, 2, 2), "XIII",
            LocalDate.of(2026, 1, 26), "XIV"));

    private PartyTerm() {}

    /** The term that {@code date} falls into; the bare year before the eighth. */
    static String on(LocalDate date) {
        Map.Entry<LocalDate, String> term = TERMS.floorEntry(date);
        return term == null ? String.valueOf(date.getYear()) : term.getValue();
    }
}

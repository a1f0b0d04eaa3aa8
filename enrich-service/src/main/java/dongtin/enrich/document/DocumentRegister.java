package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.knowledge.Row;
import dongtin.enrich.text.Folding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The register of known documents, which tells what an article means by {@code Nghị quyết 57} or by a symbol that comes again every term. It answers only where
 * a single document can be meant on the day of the article. Thread-safe.
 */
final class DocumentRegister {

    /**
     * A document that is known.
     *
     * @param shortForm whether its number alone can mean it
     * @param until the last day on which it can be meant without its day; null if no such day has come
     */
    record Entry(
            String kind,
            String number,
            String symbol,
            String issuer,
            LocalDate date,
            boolean shortForm,
            @Nullable LocalDate until,
            String subject) {

        /** A later row about a document takes the place of the earlier one. */
        private boolean isSame(Entry other) {
            return symbol.equals(other.symbol) && date.equals(other.date);
        }
    }

    private final Map<String, List<Entry>> byNumber = new HashMap<>();

    DocumentRegister(Knowledge knowledge) {
        knowledge.rows("known_documents.tsv").forEach(row -> {
            Entry entry = entry(row);
            List<Entry> entries = byNumber.computeIfAbsent(key(entry.kind(), entry.number()), key -> new ArrayList<>());
            entries.removeIf(entry::isSame);
            entries.add(entry);
        });
    }

    private static Entry entry(Row row) {
        String validity = row.at(5);
        boolean shortForm = !validity.equals("symbol");
        return new Entry(
                row.at(0),
                row.at(1),
                row.at(2),
                row.at(3),
                day(row, row.at(4)),
                shortForm,
                shortForm && !validity.equals("open") ? day(row, validity) : null,
                row.at(6));
    }

    private static LocalDate day(Row row, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw row.bad("'" + text + "' is no day such as 2024-05-09");
        }
    }

    private static String key(String kind, String number) {
        return kind + " " + DocumentNumber.plain(number);
    }

    /** The one document that {@code reference} can mean in an article of {@code day}; null if it can mean none or several. */
    @Nullable Entry find(
            String kind,
            String number,
            @Nullable String symbol,
            @Nullable String issuer,
            @Nullable String year,
            LocalDate day) {
        Entry one = null;
        for (Entry entry : byNumber.getOrDefault(key(kind, number), List.of())) {
            if (isMeant(entry, symbol, day) && agrees(entry, issuer, year)) {
                if (one != null) {
                    return null;
                }
                one = entry;
            }
        }
        return one;
    }

    private static boolean isMeant(Entry entry, @Nullable String symbol, LocalDate day) {
        LocalDate until = entry.until();
        boolean valid = !entry.date().isAfter(day) && (until == null || !day.isAfter(until));
        return valid && (symbol == null ? entry.shortForm() : plain(symbol).equals(plain(entry.symbol())));
    }

    /** {@code 8-QĐi/TƯ} and {@code 08-QĐ/TW} are one symbol. */
    private static String plain(String symbol) {
        return DocumentNumber.plain(Folding.fold(symbol).replace("tư", "tw").replace("qđi", "qđ"));
    }

    private static boolean agrees(Entry entry, @Nullable String issuer, @Nullable String year) {
        if (year != null && !year.equals(String.valueOf(entry.date().getYear()))) {
            return false;
        }
        if (issuer == null) {
            return true;
        }
        String stated = Folding.fold(issuer);
        String known = Folding.fold(entry.issuer());
        return known.contains(stated) || stated.contains(known) || isCentral(stated, known);
    }

    /** {@code Trung ương} and {@code Đảng} stand for each of the Party's central bodies, a plenum for the Central Committee. */
    private static boolean isCentral(String stated, String known) {
        boolean any =
                stated.equals("trung ương") || stated.equals("đảng") || stated.equals("tw") || stated.equals("tư");
        boolean plenum = stated.startsWith("hội nghị") || stated.startsWith("trung ương");
        return (any && (known.startsWith("bộ chính trị") || known.startsWith("ban ")))
                || (plenum && known.startsWith("ban chấp hành"));
    }
}

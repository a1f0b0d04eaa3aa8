package dongtin.index.write;

import dongtin.message.Document;
import dongtin.message.Document.Basis;
import dongtin.message.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document that an article refers to, as the index holds it.
 *
 * @param label what to call it on a screen: {@code Quy định 144-QĐ/TW}, {@code Luật Đất đai 2024}
 */
record IndexedDocument(
        String key,
        String label,
        String kind,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable String year,
        @Nullable String name,
        @Nullable String subject,
        Basis basis,
        List<Span> mentions) {

    static IndexedDocument of(Document document) {
        return new IndexedDocument(
                document.key(),
                label(document),
                document.kind(),
                document.number(),
                document.symbol(),
                document.issuer(),
                document.date(),
                document.year(),
                document.name(),
                document.subject(),
                document.basis(),
                document.mentions());
    }

    /** The label, with the year of issue where that is known and not in it already: {@code Quy định 144-QĐ/TW (2024)}. */
    String title() {
        String issued = date == null ? year : Integer.toString(date.getYear());
        return issued == null || label.contains(issued) ? label : "%s (%s)".formatted(label, issued);
    }

    private static String label(Document document) {
        if (document.symbol() != null) {
            return joined(capitalised(document.kind()), document.symbol());
        }
        return joined(capitalised(document.kind()), document.number(), document.name(), document.year());
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
    }

    private static String capitalised(String kind) {
        if (kind.isEmpty()) {
            return kind;
        }
        int first = kind.offsetByCodePoints(0, 1);
        return kind.substring(0, first).toUpperCase(Locale.ROOT) + kind.substring(first);
    }
}

package dongtin.enrich.document;

import dongtin.enrich.text.Folding;
import dongtin.enrich.text.Tokens;
import dongtin.message.Document;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The references of one text that mean the same document. */
final class Cluster {

    /** Issuers longer than this are compared as a whole, as a search for one within the other is not linear. */
    private static final int LONG = 400;

    private final List<Reference> references = new ArrayList<>();
    private @Nullable String knownYear;
    private @Nullable String knownIssuer;

    void add(Reference reference) {
        references.add(reference);
        knownYear = knownYear != null ? knownYear : yearOf(reference);
        knownIssuer = knownIssuer != null ? knownIssuer : foldedIssuer(reference);
    }

    /** Whether nothing that {@code reference} states beside its symbol contradicts what is known. */
    boolean agrees(Reference reference) {
        String year = yearOf(reference);
        return (year == null || knownYear == null || year.equals(knownYear))
                && agreeOnIssuer(knownIssuer, foldedIssuer(reference));
    }

    private static boolean agreeOnIssuer(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return true;
        }
        if (Math.max(one.length(), other.length()) > LONG) {
            return one.equals(other);
        }
        return one.contains(other) || other.contains(one);
    }

    private static @Nullable String foldedIssuer(Reference reference) {
        String issuer = reference.issuer();
        return issuer == null ? null : Folding.fold(issuer);
    }

    /** Puts the references in the order of the text. */
    void sort() {
        references.sort(Comparator.comparingInt(Reference::from));
    }

    int from() {
        return references.getFirst().from();
    }

    private static @Nullable String yearOf(Reference reference) {
        String inSymbol = reference.symbolYear();
        if (inSymbol != null) {
            return inSymbol;
        }
        LocalDate date = reference.date();
        return date != null ? String.valueOf(date.getYear()) : reference.year();
    }

    private <T> @Nullable T first(Function<Reference, @Nullable T> attribute) {
        for (Reference reference : references) {
            T value = attribute.apply(reference);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The spelling with the most capitals: headlines and quotations drop them. */
    private @Nullable String name() {
        String best = null;
        for (Reference reference : references) {
            String name = reference.name();
            if (name != null && (best == null || capitals(name) > capitals(best))) {
                best = name;
            }
        }
        return best;
    }

    private static long capitals(String name) {
        return name.chars().filter(Character::isUpperCase).count();
    }

    /** What the symbol says, where it only says more fully what is stated. */
    private static @Nullable String fuller(@Nullable String stated, @Nullable String coded) {
        boolean says = stated == null || (coded != null && Folding.fold(coded).startsWith(Folding.fold(stated)));
        return says ? coded : stated;
    }

    Document document(Tokens tokens, Issuers issuers) {
        Reference first = references.getFirst();
        String symbol = first(Reference::symbol);
        String stated = first(Reference::issuer);
        String coded = symbol == null ? null : issuers.of(symbol);
        LocalDate date = first(Reference::date);
        DocumentKey key = new DocumentKey(
                first.kind(),
                first.number(),
                symbol,
                coded != null ? coded : stated,
                date,
                first(Cluster::yearOf),
                name());
        return new Document(
                key.toString(),
                first.kind(),
                first.number(),
                symbol,
                fuller(stated, coded),
                date,
                date == null ? first(Reference::year) : null,
                name(),
                null,
                Document.Basis.TEXT,
                references.stream().map(r -> tokens.span(r.from(), r.to())).toList());
    }
}

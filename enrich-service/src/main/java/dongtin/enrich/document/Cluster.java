package dongtin.enrich.document;

import dongtin.enrich.text.Folding;
import dongtin.enrich.text.Tokens;
import dongtin.message.Document;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The references of one text that mean the same document. */
final class Cluster {

    private final List<Reference> references = new ArrayList<>();

    Cluster(Reference first) {
        references.add(first);
    }

    void reorder(List<Reference> inOrder) {
        references.clear();
        references.addAll(inOrder);
    }

    void add(Reference reference) {
        references.add(reference);
    }

    /** Whether nothing that {@code reference} states contradicts what is known. */
    boolean agrees(Reference reference) {
        return agree(symbol(), reference.symbol())
                && agree(anyYear(), yearOf(reference))
                && agreeOnIssuer(first(Reference::issuer), reference.issuer());
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || Folding.fold(one).equals(Folding.fold(other));
    }

    private static boolean agreeOnIssuer(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return true;
        }
        String left = Folding.fold(one);
        String right = Folding.fold(other);
        return left.contains(right) || right.contains(left);
    }

    @Nullable String symbol() {
        return first(Reference::symbol);
    }

    private @Nullable String anyYear() {
        return first(Cluster::yearOf);
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
        String symbol = symbol();
        String stated = first(Reference::issuer);
        String coded = symbol == null ? null : issuers.of(symbol);
        LocalDate date = first(Reference::date);
        DocumentKey key = new DocumentKey(
                first.kind(), first.number(), symbol, coded != null ? coded : stated, date, anyYear(), name());
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

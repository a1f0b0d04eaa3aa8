package dongtin.enrich.document;

import dongtin.enrich.text.Folding;
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
    private @Nullable String knownDistinction;
    private @Nullable String knownIssuer;

    /** Adds a reference and its {@link Reference#distinction}. */
    void add(Reference reference, @Nullable String distinction) {
        references.add(reference);
        knownDistinction = knownDistinction != null ? knownDistinction : distinction;
        knownIssuer = knownIssuer != null ? knownIssuer : foldedIssuer(reference);
    }

    /** Whether nothing that {@code reference}, of {@code distinction}, states beside its symbol contradicts what is known. */
    boolean agrees(Reference reference, @Nullable String distinction) {
        return (distinction == null || knownDistinction == null || distinction.equals(knownDistinction))
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

    List<Reference> references() {
        return references;
    }

    /** What the first reference says that says anything. */
    <T> @Nullable T first(Function<Reference, @Nullable T> attribute) {
        for (Reference reference : references) {
            T value = attribute.apply(reference);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The symbol, in the form that bears its year if there is one. */
    @Nullable String symbol() {
        String dated = first(reference -> reference.symbolYear() == null ? null : reference.symbol());
        return dated == null ? first(Reference::symbol) : dated;
    }

    /** The day: of several, one of the symbol's year. */
    @Nullable LocalDate date() {
        String year = first(Reference::symbolYear);
        LocalDate fitting = first(reference -> {
            LocalDate date = reference.date();
            return date != null && String.valueOf(date.getYear()).equals(year) ? date : null;
        });
        return fitting == null ? first(Reference::date) : fitting;
    }

    /** Who issued it as stated: the body rather than the meeting at which it did. */
    @Nullable String issuer() {
        for (Reference reference : references) {
            String issuer = reference.issuer();
            if (issuer != null && !isMeeting(issuer)) {
                return issuer;
            }
        }
        return first(Reference::issuer);
    }

    private static boolean isMeeting(String issuer) {
        String folded = Folding.fold(issuer);
        return folded.startsWith("kỳ họp") || folded.startsWith("hội nghị") || folded.startsWith("trung ương ");
    }

    /** The year in the symbol, of the day, or stated. */
    @Nullable String year() {
        String inSymbol = first(Reference::symbolYear);
        if (inSymbol != null) {
            return inSymbol;
        }
        LocalDate date = date();
        return date != null ? String.valueOf(date.getYear()) : first(Reference::year);
    }

    /** The fullest spelling, and of these the one with the most capitals, which headlines and quotations drop. */
    @Nullable String name() {
        String best = null;
        for (Reference reference : references) {
            String name = reference.name();
            if (name != null && (best == null || isBetter(name, best))) {
                best = name;
            }
        }
        return best;
    }

    private static boolean isBetter(String name, String best) {
        int longer = Integer.compare(letters(name), letters(best));
        if (longer != 0) {
            return longer > 0;
        }
        long more = capitals(name) - capitals(best);
        return more > 0 || (more == 0 && name.length() > best.length());
    }

    private static int letters(String name) {
        return (int) name.chars().filter(Character::isLetterOrDigit).count();
    }

    private static long capitals(String name) {
        return name.chars().filter(Character::isUpperCase).count();
    }
}

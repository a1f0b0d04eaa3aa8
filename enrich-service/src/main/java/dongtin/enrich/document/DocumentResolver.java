package dongtin.enrich.document;

import dongtin.enrich.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins the references of one text that mean the same document: those with a symbol first, then the short forms, wherever they stand, to the one document
 * they can mean. A short form that could mean several stays by itself. Of the documents that a reference could mean only the first {@value #MOST} are
 * weighed, which keeps the work linear in the text.
 */
final class DocumentResolver {

    private static final int MOST = 200;

    private final PlainNames lawNames;
    private final List<Cluster> clusters = new ArrayList<>();
    private final Map<String, List<Cluster>> byNumber = new HashMap<>();
    private final Map<String, List<Cluster>> bySymbol = new HashMap<>();

    private DocumentResolver(PlainNames lawNames) {
        this.lawNames = lawNames;
    }

    static List<Cluster> resolve(List<Reference> references, PlainNames lawNames) {
        DocumentResolver resolver = new DocumentResolver(lawNames);
        List<Weighed> weighed = references.stream().map(Weighed::of).toList();
        for (int weight = Weighed.MOST; weight >= 0; weight--) {
            for (Weighed reference : weighed) {
                if (reference.weight() == weight) {
                    resolver.place(reference.reference(), reference.distinction());
                }
            }
        }
        resolver.clusters.forEach(Cluster::sort);
        resolver.clusters.sort(Comparator.comparingInt(Cluster::from));
        return List.copyOf(resolver.clusters);
    }

    /** A reference and how much it says of which document it means. */
    private record Weighed(Reference reference, @Nullable String distinction, int weight) {

        static final int MOST = 3;

        static Weighed of(Reference reference) {
            String distinction = reference.distinction();
            int weight = reference.symbolYear() != null
                    ? MOST
                    : reference.symbol() != null ? 2 : distinction != null ? 1 : 0;
            return new Weighed(reference, distinction, weight);
        }
    }

    private void place(Reference reference, @Nullable String distinction) {
        String number = identity(reference);
        String symbol = reference.undatedSymbol();
        // All that have a symbol come before any that has none, so that these need to be compared with their like only.
        List<Cluster> ofNumber = byNumber.computeIfAbsent(number, key -> new ArrayList<>());
        List<Cluster> same = symbol == null
                ? ofNumber
                : bySymbol.computeIfAbsent(number + " " + Folding.fold(symbol), key -> new ArrayList<>());
        Cluster cluster = theOne(same, reference, distinction);
        if (cluster == null) {
            cluster = new Cluster();
            clusters.add(cluster);
            ofNumber.add(cluster);
            if (symbol != null) {
                same.add(cluster);
            }
        }
        cluster.add(reference, distinction);
    }

    private static @Nullable Cluster theOne(
            List<Cluster> candidates, Reference reference, @Nullable String distinction) {
        Cluster one = null;
        for (Cluster cluster : candidates.subList(0, Math.min(candidates.size(), MOST))) {
            if (cluster.agrees(reference, distinction)) {
                if (one != null) {
                    return null;
                }
                one = cluster;
            }
        }
        return one;
    }

    private String identity(Reference reference) {
        String number = reference.number();
        if (number != null) {
            return reference.kind() + " " + DocumentNumber.plain(number);
        }
        String name = reference.name();
        if (name == null) {
            return reference.kind();
        }
        MeetingName meeting = reference.isOfMeeting() ? MeetingName.of(name) : null;
        return reference.kind() + " " + (meeting == null ? lawNames.plain(name) : meeting.meeting());
    }
}

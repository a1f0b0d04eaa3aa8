package dongtin.enrich.document;

import dongtin.enrich.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins the references of one text that mean the same document: those with a symbol first, then the short forms, wherever they stand, to the one document
 * they can mean. A short form that could mean several stays by itself.
 */
final class DocumentResolver {

    private final Map<String, List<Cluster>> byNumber = new HashMap<>();
    private final Map<Reference, Cluster> chosen = new HashMap<>();

    static List<Cluster> resolve(List<Reference> references) {
        DocumentResolver resolver = new DocumentResolver();
        references.stream().filter(r -> weight(r) == 2).forEach(resolver::place);
        references.stream().filter(r -> weight(r) == 1).forEach(resolver::place);
        references.stream().filter(r -> weight(r) == 0).forEach(resolver::place);
        return inOrder(references, resolver.chosen);
    }

    private static int weight(Reference reference) {
        if (reference.symbol() != null) {
            return 2;
        }
        return reference.year() != null || reference.date() != null ? 1 : 0;
    }

    private void place(Reference reference) {
        List<Cluster> same = byNumber.computeIfAbsent(identity(reference), key -> new ArrayList<>());
        Cluster cluster = theOne(same, reference);
        if (cluster == null) {
            cluster = new Cluster(reference);
            same.add(cluster);
        } else {
            cluster.add(reference);
        }
        chosen.put(reference, cluster);
    }

    private static @Nullable Cluster theOne(List<Cluster> candidates, Reference reference) {
        List<Cluster> agreeing = candidates.stream()
                .filter(cluster -> cluster.agrees(reference))
                .limit(2)
                .toList();
        return agreeing.size() == 1 ? agreeing.getFirst() : null;
    }

    private static String identity(Reference reference) {
        String number = reference.number();
        if (number != null) {
            return reference.kind() + " " + withoutZeros(number);
        }
        String name = reference.name();
        return reference.kind() + " " + (name == null ? "" : Folding.fold(name));
    }

    private static String withoutZeros(String number) {
        int start = 0;
        while (start < number.length() - 1 && number.charAt(start) == '0') {
            start++;
        }
        return number.substring(start).toLowerCase(Locale.ROOT);
    }

    private static List<Cluster> inOrder(List<Reference> references, Map<Reference, Cluster> chosen) {
        Map<Cluster, List<Reference>> ordered = new LinkedHashMap<>();
        for (Reference reference : references) {
            Cluster cluster = chosen.get(reference);
            if (cluster != null) {
                ordered.computeIfAbsent(cluster, key -> new ArrayList<>()).add(reference);
            }
        }
        ordered.forEach(Cluster::reorder);
        return List.copyOf(ordered.keySet());
    }
}

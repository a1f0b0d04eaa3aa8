package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who issued a document, as far as its symbol says so without doubt. */
final class Issuers {

    private final Map<String, String> names = new HashMap<>();

    Issuers(Knowledge knowledge) {
        knowledge.rows("issuers.tsv").forEach(row -> names.put(row.at(0).toUpperCase(Locale.ROOT), row.at(1)));
    }

    /** The one body that {@code symbol} names; null for none and for several. */
    @Nullable String of(String symbol) {
        Set<String> found = new HashSet<>();
        for (String code : codes(symbol)) {
            String name = names.get(withoutTerm(code).toUpperCase(Locale.ROOT));
            if (name != null) {
                found.add(name);
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /** The codes of a symbol, without its number where a slash ends that. */
    static List<String> codes(String symbol) {
        List<String> codes = new ArrayList<>();
        int from = symbol.indexOf('/') + 1;
        for (int at = from; at <= symbol.length(); at++) {
            if (at == symbol.length() || symbol.charAt(at) == '/' || symbol.charAt(at) == '-') {
                codes.add(symbol.substring(from, at));
                from = at + 1;
            }
        }
        return codes;
    }

    private static String withoutTerm(String code) {
        int end = code.length();
        while (end > 0 && Character.isDigit(code.charAt(end - 1))) {
            end--;
        }
        return code.substring(0, end);
    }
}

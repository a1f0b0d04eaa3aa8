package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who issued a document, as far as its symbol says so without doubt. */
final class Issuers {

    private static final Pattern BETWEEN_CODES = Pattern.compile("[/-]");

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
    static String[] codes(String symbol) {
        return BETWEEN_CODES.split(symbol.substring(symbol.indexOf('/') + 1), -1);
    }

    private static String withoutTerm(String code) {
        int end = code.length();
        while (end > 0 && Character.isDigit(code.charAt(end - 1))) {
            end--;
        }
        return code.substring(0, end);
    }
}

package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an abbreviated kind word with its number in one word: {@code NĐ06}, {@code NQ128}. */
final class GluedNumbers {

    /** All such abbreviations are so long. */
    private static final int PREFIX = 2;

    private static final int LONGEST = 6;

    private final Map<String, String> kinds = new HashMap<>();

    GluedNumbers(Knowledge knowledge) {
        knowledge.rows("number_context.tsv").stream()
                .filter(row -> row.at(1).equals("glued"))
                .forEach(row -> kinds.put(row.at(0), row.at(2)));
    }

    /** The reference at {@code at}. */
    @Nullable Reference scan(Tokens tokens, int at) {
        int length = tokens.length(at);
        if (tokens.shape(at) != Shape.ALPHANUMERIC || length < PREFIX + 2 || length > LONGEST) {
            return null;
        }
        String text = tokens.text(at);
        String kind = kinds.get(text.substring(0, PREFIX));
        String number = text.substring(PREFIX);
        if (kind == null || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return Reference.numbered(at, at + 1, kind, new DocumentNumber(at + 1, number, null, null));
    }
}

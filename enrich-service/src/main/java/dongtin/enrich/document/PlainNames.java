package dongtin.enrich.document;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Folding;
import java.util.HashMap;
import java.util.Map;

/** Brings the names of laws to one form, so that {@code Luật BHXH (sửa đổi)} and {@code Luật Bảo hiểm xã hội sửa đổi} are one. Thread-safe. */
final class PlainNames {

    private final Map<String, String> words = new HashMap<>();

    PlainNames(Knowledge knowledge) {
        knowledge.rows("law_words.tsv").forEach(row -> words.put(Folding.fold(row.at(0)), Folding.fold(row.at(1))));
    }

    /** The form of {@code name}. */
    String plain(String name) {
        String folded = Folding.fold(name);
        StringBuilder plain = new StringBuilder(folded.length());
        int at = 0;
        while (at < folded.length()) {
            int end = at;
            while (end < folded.length() && Character.isLetterOrDigit(folded.charAt(end))) {
                end++;
            }
            if (end > at) {
                String word = folded.substring(at, end);
                plain.append(' ').append(words.getOrDefault(word, word));
            }
            at = Math.max(end, at + 1);
        }
        return plain.toString();
    }
}

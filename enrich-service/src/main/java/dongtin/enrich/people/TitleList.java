package dongtin.enrich.people;

import dongtin.enrich.text.Folding;
import dongtin.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The titles of one person: one entry an office, in its fullest form. */
final class TitleList {

    private static final Set<String> HEADS_IN_TWO = Set.of("phó", "tổng", "ủy", "thứ", "đại");

    private final List<String> titles = new ArrayList<>();

    void add(Tokens tokens, Title title) {
        String text = tokens.text(title.from(), title.to()).replace('\u00a0', ' ');
        for (int i = 0; i < titles.size(); i++) {
            if (isFuller(titles.get(i), text)) {
                return;
            }
            if (isFuller(text, titles.get(i))) {
                titles.set(i, text);
                return;
            }
        }
        titles.add(text);
    }

    /** Whether all words of {@code shorter} stand in {@code fuller} in their order, the first of both being the same. */
    private static boolean isFuller(String fuller, String shorter) {
        String[] all = words(fuller);
        String[] some = words(shorter);
        int found = 0;
        for (String word : all) {
            if (found < some.length && word.equals(some[found])) {
                found++;
            }
        }
        boolean sameHead = all[0].equals(some[0])
                && (!HEADS_IN_TWO.contains(all[0]) || some.length < 2 || all.length < 2 || all[1].equals(some[1]));
        return found == some.length && sameHead;
    }

    private static String[] words(String title) {
        return Folding.fold(title).split("[ ,]+", -1);
    }

    List<String> all() {
        return List.copyOf(titles);
    }
}

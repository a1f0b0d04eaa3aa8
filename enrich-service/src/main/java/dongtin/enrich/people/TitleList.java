package dongtin.enrich.people;

import dongtin.enrich.text.Folding;
import dongtin.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/** The titles of one person: one entry an office, in its fullest form. Nobody has more than {@value #MOST}, which keeps the work linear in the text. */
final class TitleList {

    private static final int MOST = 100;
    private static final Set<String> HEADS_IN_TWO = Set.of("phó", "tổng", "ủy", "thứ", "đại");

    private final List<String> titles = new ArrayList<>(2);

    void add(Tokens tokens, Title title) {
        String text = tokens.text(title.from(), title.to()).replace('\u00a0', ' ');
        if (titles.isEmpty() || titles.contains(text)) {
            if (titles.isEmpty()) {
                titles.add(text);
            }
            return;
        }
        String[] added = words(text);
        for (int i = 0; i < titles.size(); i++) {
            String[] known = words(titles.get(i));
            if (isFuller(known, added)) {
                return;
            }
            if (isFuller(added, known)) {
                titles.set(i, text);
                return;
            }
        }
        if (titles.size() < MOST) {
            titles.add(text);
        }
    }

    private static String[] words(String title) {
        List<String> words = new ArrayList<>();
        for (var rest = new StringTokenizer(Folding.fold(title), " ,()"); rest.hasMoreTokens(); ) {
            words.add(rest.nextToken());
        }
        return words.toArray(String[]::new);
    }

    /** Whether all words of {@code some} stand in {@code all} in their order, the first of both being the same. */
    private static boolean isFuller(String[] all, String[] some) {
        boolean sameHead = all[0].equals(some[0])
                && (!HEADS_IN_TWO.contains(all[0]) || some.length < 2 || all.length < 2 || all[1].equals(some[1]));
        if (!sameHead || some.length > all.length) {
            return false;
        }
        int found = 0;
        for (String word : all) {
            if (found < some.length && word.equals(some[found])) {
                found++;
            }
        }
        return found == some.length;
    }

    List<String> all() {
        return List.copyOf(titles);
    }
}

package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.text.Folding;
import dongtin.enrich.text.Tokens;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/** The titles of one person: one entry an office, in its fullest form. Nobody has more than {@value #MOST}, which keeps the work linear in the text. */
final class TitleList {

    private static final int MOST = 100;
    private static final Set<String> HEADS_IN_TWO = Set.of("phó", "tổng", "ủy", "thứ", "đại");

    private static final String LATE = "cố";
    private static final Set<String> FORMER = Set.of("nguyên", "cựu", LATE);

    private final Bodies bodies;
    private final List<Entry> entries = new ArrayList<>(2);

    private record Entry(Title title, String text) {}

    TitleList(Bodies bodies) {
        this.bodies = bodies;
    }

    void add(Tokens tokens, Title title) {
        var added = new Entry(title, tokens.text(title.from(), title.to()).replace('\u00a0', ' '));
        if (entries.size() == MOST || contains(added.text())) {
            return;
        }
        String[] words = entries.isEmpty() ? new String[0] : words(tokens, added);
        for (int i = 0; i < entries.size(); i++) {
            Entry known = entries.get(i);
            String[] knownWords = words(tokens, known);
            boolean fuller = isFuller(words, knownWords);
            boolean longer = fuller && words(added.text()).length > words(known.text()).length;
            if (isFuller(knownWords, words) && !longer) {
                return;
            }
            if (fuller) {
                entries.set(i, added);
                return;
            }
        }
        entries.add(added);
    }

    private boolean contains(String text) {
        for (Entry entry : entries) {
            if (entry.text().equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** The words of a title, folded; {@code Chủ tịch Trung Quốc} is {@code Chủ tịch nước Trung Quốc}. */
    private String[] words(Tokens tokens, Entry entry) {
        String[] words = words(entry.text());
        Title title = entry.title();
        int country = title.from() + 2;
        boolean state = country < title.to()
                && words[0].equals("chủ")
                && words[1].equals("tịch")
                && bodies.isCountry(tokens, country)
                && bodies.placeEnd(tokens, country) == title.to();
        if (!state) {
            return words;
        }
        List<String> whole = new ArrayList<>(List.of(words));
        whole.add(2, "nước");
        return whole.toArray(String[]::new);
    }

    /** The words of a title, folded; abbreviations stay in capitals. */
    private static String[] words(String title) {
        List<String> words = new ArrayList<>();
        for (var rest = new StringTokenizer(title, " ,()-–&."); rest.hasMoreTokens(); ) {
            String word = rest.nextToken();
            words.add(isAbbreviation(word) ? word : Folding.fold(word));
        }
        return words.toArray(String[]::new);
    }

    private static boolean isAbbreviation(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isUpperCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether all words of {@code some} stand in {@code all} in their order, the first of both being the same: {@code Bộ trưởng GTVT} in {@code Bộ
     * trưởng Bộ Giao thông vận tải}, {@code Bí thư Tỉnh ủy} in {@code nguyên Bí thư Tỉnh ủy}.
     */
    private static boolean isFuller(String[] all, String[] some) {
        boolean former = FORMER.contains(all[0]) && all.length > 1;
        if (former && FORMER.contains(some[0]) && some.length > 1) {
            return all[0].equals(LATE) == some[0].equals(LATE) && isFuller(rest(all), rest(some));
        }
        int start = former && all.length > some.length ? 1 : 0;
        int at = wordEnd(all, start, some[0]);
        boolean sameHead = at > start
                && (at > start + 1
                        || !HEADS_IN_TWO.contains(all[start])
                        || some.length < 2
                        || all.length < start + 2
                        || wordEnd(all, at, some[1]) > at);
        if (!sameHead) {
            return false;
        }
        int found = 1;
        while (at < all.length && found < some.length) {
            int end = wordEnd(all, at, some[found]);
            found += end > at ? 1 : 0;
            at = Math.max(end, at + 1);
        }
        return found == some.length;
    }

    private static String[] rest(String[] words) {
        return Arrays.copyOfRange(words, 1, words.length);
    }

    /** Where what {@code word} stands for ends in {@code words}, being itself or what it abbreviates; {@code at} if it does not stand there. */
    private static int wordEnd(String[] words, int at, String word) {
        if (words[at].equalsIgnoreCase(word)) {
            return at + 1;
        }
        if (!isAbbreviation(word)) {
            return at;
        }
        boolean shorter = isAbbreviation(words[at]) && words[at].startsWith(word) && word.length() > 1; // ĐB of ĐBQH
        return shorter ? at + 1 : abbreviatedEnd(words, at, word);
    }

    private static int abbreviatedEnd(String[] words, int from, String letters) {
        int at = from;
        for (int i = 0; i < letters.length(); i++) {
            if (i > 0 && at < words.length && words[at].equals("và")) {
                at++;
            }
            if (at == words.length || bare(words[at].charAt(0)) != bare(Character.toLowerCase(letters.charAt(i)))) {
                return from;
            }
            at++;
        }
        return at;
    }

    /** The letter without its marks, as abbreviations print it: {@code u} for {@code ủ}. */
    private static char bare(char letter) {
        return letter < 128
                ? letter
                : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                        .charAt(0);
    }

    List<String> all() {
        return entries.stream().map(Entry::text).toList();
    }
}

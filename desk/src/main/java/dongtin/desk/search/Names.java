package dongtin.desk.search;

import java.util.ArrayList;
import java.util.List;

/** Which of the words typed may be somebody's name. */
final class Names {

    private static final int SHORTEST =
            3; // words, without capitals: hòa bình and hải đăng are words before they are names
    private static final int LONGEST = 6; // Công Tằng Tôn Nữ and a name

    private Names() {}

    /**
     * Words that are capitalised, as many as follow each other; but not the first one alone of several, as in {@code Giá vàng}. Three
     * to six words of which none or each is in capitals may be one name as well: {@code nguyen van nen}.
     */
    static List<List<String>> in(Words words) {
        List<String> all = words.all();
        var names = new ArrayList<List<String>>();
        for (int start = 0; start < all.size(); ) {
            int end = start;
            while (end < all.size() && capitalised(all.get(end))) {
                end++;
            }
            boolean sentence = start == 0 && end == 1 && all.size() > 1;
            if (end > start && !sentence) {
                names.add(all.subList(start, end));
            }
            start = Math.max(end, start + 1);
        }
        boolean caseless = all.stream().noneMatch(Names::capitalised);
        if (caseless && all.size() >= SHORTEST && all.size() <= LONGEST) {
            names.add(all);
        }
        return names;
    }

    private static boolean capitalised(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first)
                && word.codePoints().skip(1).noneMatch(Character::isDigit)
                && (word.length() == 1 || word.codePoints().skip(1).anyMatch(Character::isLowerCase));
    }
}

package dongtin.enrich.document;

import dongtin.message.Keys;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a Party congress or plenum means however it is written: {@code Đại hội XIII}, {@code Đại hội đại biểu toàn quốc lần thứ 13}; {@code Trung
 * ương 4 (khóa XII)}, {@code Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa 12}.
 *
 * @param meeting {@code dai-hoi-13}, {@code trung-uong-4}
 * @param term of the Central Committee, {@code 12}, if the name says it
 */
record MeetingName(String meeting, @Nullable String term) {

    private static final Map<String, Integer> WORDS =
            Map.of("nhat", 1, "hai", 2, "ba", 3, "tu", 4, "bon", 4, "nam", 5, "sau", 6, "bay", 7, "tam", 8, "chin", 9);

    /** Words that tell no meeting from another. */
    private static final Set<String> EMPTY = Set.of(
            "dai", "hoi", "dh", "bieu", "toan", "quoc", "lan", "thu", "dang", "ta", "nghi", "trung", "uong", "tw", "t",
            "u", "w", "tu", "ban", "chap", "hanh", "bch", "bchtw", "hntw", "khoa", "cong", "san", "viet");

    private static final Map<Character, Integer> ROMAN = Map.of('i', 1, 'v', 5, 'x', 10, 'l', 50);

    /** What {@code name} means; null if it is no congress or plenum of the Party. */
    static @Nullable MeetingName of(String name) {
        String[] words = Keys.slug(name).split("-", -1);
        Map<String, Integer> numbers = new HashMap<>();
        String before = "";
        for (String word : words) {
            Integer number = number(word, before);
            if (number != null) {
                if (numbers.put(before.equals("khoa") ? "term" : "number", number) != null) {
                    return null;
                }
            } else if (!EMPTY.contains(word) && !(word.equals("nam") && before.equals("viet"))) {
                return null;
            }
            before = word;
        }
        return named(words, numbers.get("number"), numbers.get("term"));
    }

    private static @Nullable MeetingName named(String[] words, @Nullable Integer number, @Nullable Integer term) {
        Set<String> all = Set.copyOf(java.util.Arrays.asList(words));
        boolean congress = all.contains("dh") || (all.contains("dai") && all.contains("hoi"));
        if (congress) {
            Integer which = number != null ? number : term;
            return which == null ? null : new MeetingName("dai-hoi-" + which, null);
        }
        boolean plenum = all.contains("uong")
                || all.contains("tw")
                || all.contains("tu")
                || all.contains("u")
                || all.contains("bchtw")
                || all.contains("hntw")
                || all.contains("w");
        return plenum && number != null
                ? new MeetingName("trung-uong-" + number, term == null ? null : String.valueOf(term))
                : null;
    }

    private static @Nullable Integer number(String word, String before) {
        if (DocumentNumber.isDigits(word, 0, word.length())) {
            return word.length() <= 2 && !word.isEmpty() ? Integer.valueOf(word) : null;
        }
        if (before.equals("thu") && WORDS.containsKey(word)) {
            return WORDS.get(word);
        }
        return roman(word);
    }

    private static @Nullable Integer roman(String word) {
        int sum = 0;
        int last = 0;
        for (int i = word.length() - 1; i >= 0; i--) {
            Integer value = ROMAN.get(word.charAt(i));
            if (value == null) {
                return null;
            }
            sum += value < last ? -value : value;
            last = Math.max(last, value);
        }
        return word.isEmpty() ? null : sum;
    }
}

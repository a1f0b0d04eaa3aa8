package dongtin.ingest.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The line that a story ends with when it names who reported it: {@code Xuân Khu}, {@code Mai Hà - Lê Sơn (TTXVN)}. */
final class BylineEnd {

    private static final int LONGEST_LINE = 80;
    private static final int MOST_WORDS = 5;
    private static final Pattern AGENCY = Pattern.compile("\\s*+[(/]\\s*+[\\p{Lu}+]{2,12}+\\)?$");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;/&]\\s*|\\s+[-–]\\s+|\\s+và\\s+");
    private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}.'-]*+");

    private BylineEnd() {}

    /** The reporters whom the block names; none if it is a part of the story. */
    static List<String> names(String block) {
        if (block.length() > LONGEST_LINE || block.indexOf('\n') >= 0) {
            return List.of();
        }
        String line = AGENCY.matcher(block.strip()).replaceFirst("");
        List<String> names = Stream.of(BETWEEN.split(line)).map(String::strip).toList();
        return names.stream().allMatch(BylineEnd::isName) ? names : List.of();
    }

    private static boolean isName(String text) {
        List<String> words = List.of(text.split(" +"));
        return words.size() <= MOST_WORDS
                && !text.endsWith(".")
                && words.stream().allMatch(word -> WORD.matcher(word).matches());
    }
}

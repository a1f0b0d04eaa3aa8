package dongtin.index.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One filling of the index: an index of articles for each month, {@code news-2026.11}, and one that knows in which month each
 * story stands, {@code news-months-1}. Those of later generations have the number behind: {@code news-2026.11-2}. The one that
 * the alias {@link #SERVING} points to is read and written.
 *
 * @param number from 1
 */
record Generation(int number) {

    static final Generation FIRST = new Generation(1);

    /** Alias of the serving generation's index of months. */
    static final String SERVING = "news-months";

    private static final Pattern INDEX = Pattern.compile("news-(?:\\d{4}\\.\\d{2}(?:-(\\d{1,6}))?|months-(\\d{1,6}))");

    /** Whose index this is, or null for one that is none of ours. */
    static @Nullable Generation ofIndex(String index) {
        Matcher name = INDEX.matcher(index);
        if (!name.matches()) {
            return null;
        }
        String number = name.group(1) == null ? name.group(2) : name.group(1);
        return number == null ? FIRST : new Generation(Integer.parseInt(number));
    }

    /** The index of months. */
    String months() {
        return SERVING + "-" + number;
    }

    /** The index of the articles of a month such as {@code 2026.11}. */
    String articles(String month) {
        return "news-" + month + (number == 1 ? "" : "-" + number);
    }
}

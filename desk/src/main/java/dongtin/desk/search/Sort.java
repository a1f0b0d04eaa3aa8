package dongtin.desk.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The order of results. */
public enum Sort {
    /** The best match first, of equal ones the newest. */
    RELEVANCE,
    /** The latest publication first. */
    NEWEST,
    /** The earliest publication first. */
    OLDEST;

    /** As it is written in a request. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Sort of(@Nullable String word, boolean byWords) {
        if (word == null || word.isBlank()) {
            return byWords ? RELEVANCE : NEWEST;
        }
        for (Sort sort : values()) {
            if (sort.word().equals(word)) {
                return sort;
            }
        }
        throw new BadParameter("sort", "relevance, newest or oldest");
    }
}

package dongtin.ingest.format;

import dongtin.message.RawItem.Dateline;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dateline that a story begins with: {@code Hà Nội (TTXVN 14/6/2024) ...}; the date, or place and brackets' other word,
 * may be missing.
 *
 * @param end where the story goes on, after the dateline and what parts it from the story
 */
record DatelineStart(Dateline dateline, int end) {

    private static final Pattern WORDS = Pattern.compile("[ ,/-]++");
    private static final int LONGEST_PLACE = 60;
    private static final int LONGEST_BRACKET = 40;
    private static final int LONGEST_AGENCY = 24;

    static @Nullable DatelineStart of(String paragraph) {
        int open = paragraph.indexOf('(');
        int close = open < 0 ? -1 : paragraph.indexOf(')', open);
        if (close < 0 || open > LONGEST_PLACE || close - open > LONGEST_BRACKET) {
            return null;
        }
        String place = paragraph.substring(0, open).strip().replaceFirst(",$", "");
        String bracket = paragraph.substring(open + 1, close).strip();
        int space = bracket.lastIndexOf(' ');
        LocalDate date = WireTime.day(bracket.substring(space + 1));
        String agency = date == null ? bracket : bracket.substring(0, Math.max(space, 0));
        agency = agency.strip().replaceFirst("[,-]$", "").strip();
        if (!isPlace(place) || !isAgency(agency, date != null)) {
            return null;
        }
        return new DatelineStart(new Dateline(place, agency, date), storyFrom(paragraph, close + 1));
    }

    /** A place is a few capitalised words, not the beginning of a sentence that happens to have a bracket. */
    private static boolean isPlace(String text) {
        return !text.isEmpty()
                && WORDS.splitAsStream(text)
                        .filter(word -> !word.isEmpty())
                        .allMatch(word -> Character.isUpperCase(word.codePointAt(0)) || word.equals("phố"));
    }

    /** {@code TTXVN}, {@code TTXVN/Vietnam+}; where no date vouches for it, one word with two capitals at least. */
    private static boolean isAgency(String text, boolean dated) {
        if (text.isEmpty() || text.length() > LONGEST_AGENCY || text.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        return dated
                ? Character.isUpperCase(text.codePointAt(0)) && text.split(" ", -1).length <= 3
                : capitals >= 2 && text.indexOf(' ') < 0;
    }

    private static int storyFrom(String paragraph, int from) {
        int at = from;
        while (at < paragraph.length() && " -–—_:".indexOf(paragraph.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}

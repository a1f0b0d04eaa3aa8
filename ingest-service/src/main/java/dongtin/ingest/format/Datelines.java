package dongtin.ingest.format;

import dongtin.message.RawItem.Dateline;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Datelines that a message states apart from the text: {@code STOCKHOLM, Aug 29, 2014 (AFP) -}. */
final class Datelines {

    private static final Pattern PLACE = Pattern.compile("^[^,(\\d]++");
    /** A day stands where a place should. */
    private static final Pattern MONTH = Pattern.compile(
            "(?i)(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?)");

    private static final Pattern AGENCY = Pattern.compile("\\((\\p{L}[^()]{0,30}+)\\)");
    private static final String ENDS = " :–—-";
    private static final int LONGEST_PLACE = 100;

    private Datelines() {}

    /** Null where the line names no place. */
    static @Nullable Dateline of(String line) {
        DatelineStart usual = DatelineStart.of(line);
        if (usual != null) {
            return usual.dateline();
        }
        Matcher place = PLACE.matcher(line);
        if (!place.find()
                || place.end() > LONGEST_PLACE
                || MONTH.matcher(place.group().strip()).matches()) {
            return null;
        }
        Matcher agency = AGENCY.matcher(line);
        String name = place.group().strip();
        while (!name.isEmpty() && ENDS.indexOf(name.charAt(name.length() - 1)) >= 0) {
            name = name.substring(0, name.length() - 1);
        }
        return name.isEmpty() ? null : new Dateline(name, agency.find() ? agency.group(1) : null, null);
    }
}

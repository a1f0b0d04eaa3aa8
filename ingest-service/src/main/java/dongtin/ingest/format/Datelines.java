package dongtin.ingest.format;

import dongtin.message.RawItem.Dateline;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Datelines that a message states apart from the text: {@code STOCKHOLM, Aug 29, 2014 (AFP) -}. */
final class Datelines {

    private static final Pattern PLACE = Pattern.compile("^[^,(\\d]++");
    private static final Pattern AGENCY = Pattern.compile("\\((\\p{L}[^()]{0,30}+)\\)");
    private static final Pattern END = Pattern.compile("[\\s:–—-]++$");

    private Datelines() {}

    /** Null where the line names no place. */
    static @Nullable Dateline of(String line) {
        DatelineStart usual = DatelineStart.of(line);
        if (usual != null) {
            return usual.dateline();
        }
        Matcher place = PLACE.matcher(line);
        if (!place.find()) {
            return null;
        }
        Matcher agency = AGENCY.matcher(line);
        String name = END.matcher(place.group()).replaceFirst("").strip();
        return name.isEmpty() ? null : new Dateline(name, agency.find() ? agency.group(1) : null, null);
    }
}

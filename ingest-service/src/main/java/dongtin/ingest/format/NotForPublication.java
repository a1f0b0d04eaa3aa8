package dongtin.ingest.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A story in plain text and what the sender appends for editors alone, behind a line that says so.
 *
 * @param story what may be published
 * @param internal what may not; null where nothing is marked so
 */
record NotForPublication(String story, @Nullable String internal) {

    private static final Pattern MARK = Pattern.compile(
            "(?im)^(?:(?:[*#=_\\[(-][*#=_\\[( \\t-]{0,40})?+(?:(?:the following|die folgenden?|thông tin sau)[^\\n]{0,60}?)?"
                    + "(?:not (?:intended )?for publication|nicht (?:zur veröffentlichung|für die öffentlichkeit)|"
                    + "no (?:para )?publicar|ne pas publier|không (?:để )?(?:đăng|phát hành|công bố))\\b[^\\n]{0,40}"
                    + "|#{1,3} ?(?:dpa )?(?:notebook|notizblock)[ \\t]*)$");

    private static final Pattern STARS = Pattern.compile("\\n[ \\t]*\\*(?:[ \\t]*\\*){2,10}+\\s*$");

    static NotForPublication of(String text) {
        Matcher mark = MARK.matcher(text);
        if (!mark.find()) {
            return new NotForPublication(text, null);
        }
        String story = STARS.matcher(text.substring(0, mark.start())).replaceFirst("");
        return new NotForPublication(story, text.substring(mark.start()));
    }
}

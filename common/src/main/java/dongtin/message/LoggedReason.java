package dongtin.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reason for a refusal, as it may stand in a log. Parsers and Elasticsearch quote in their reasons what they could not take, and so
 * parts of an article that nobody may see yet; the whole reason goes with the dead letter, where the article is.
 */
public final class LoggedReason {

    private static final int LONGEST = 300;

    /** In square brackets stand names of fields and formats, but values as well. */
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*+)(?:]|$)");

    /** No blank, and no longer than this: so are names. */
    private static final Pattern NAME = Pattern.compile("\\S{0,60}+");

    private LoggedReason() {}

    /** The reason in one line, without what it quotes, 300 characters at most. */
    public static String of(String reason) {
        String line = reason.replaceAll("\\s++", " ");
        String kept = BRACKETED
                .matcher(unquoted(unquoted(line, '\''), '"'))
                .replaceAll(found ->
                        NAME.matcher(found.group(1)).matches() ? Matcher.quoteReplacement(found.group()) : "[…]");
        return kept.length() <= LONGEST ? kept : kept.substring(0, LONGEST) + "…";
    }

    /** All between the first quotation mark and the last: what is quoted may have such marks itself. */
    private static String unquoted(String reason, char mark) {
        int first = reason.indexOf(mark);
        while (first > 0
                && Character.isLetterOrDigit(reason.charAt(first - 1))) { // an apostrophe, as in: field's value
            first = reason.indexOf(mark, first + 1);
        }
        if (first < 0) {
            return reason;
        }
        int last = reason.lastIndexOf(mark);
        return reason.substring(0, first + 1) + "…" + (last > first ? reason.substring(last) : "");
    }
}

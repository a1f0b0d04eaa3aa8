package dongtin.ingest.format;

import java.util.List;

/**
 * Undoes what senders do to text for narrow screens: a line that was broken only because the next word had no room left is put
 * together again; lines that end for a reason of their own stay.
 */
final class HardWrap {

    /** Nobody wraps wider than this; text with longer lines is not wrapped at all. */
    private static final int WIDEST = 100;

    /** Shorter lines than this are lists and verse, however regular they look. */
    private static final int NARROWEST = 40;

    private HardWrap() {}

    static String undone(String text) {
        List<String> lines = text.lines().map(HardWrap::withoutEndSpace).toList();
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        if (width > WIDEST || width < NARROWEST) {
            return text;
        }
        var joined = new StringBuilder(text.length());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            joined.append(line);
            if (i + 1 < lines.size()) {
                joined.append(wrapped(line, lines.get(i + 1), width) ? ' ' : '\n');
            }
        }
        return joined.toString();
    }

    private static boolean wrapped(String line, String next, int width) {
        boolean goesOn = !next.isEmpty() && (Character.isLetterOrDigit(next.codePointAt(0)) || opens(next));
        if (line.isEmpty() || !goesOn) {
            return false; // an indent or a bullet begins something new
        }
        int space = next.indexOf(' ');
        int firstWord = space < 0 ? next.length() : space;
        return line.length() + 1 + firstWord > width;
    }

    /** Whether a line begins with a character that may also stand at the beginning of a word in mid-sentence. */
    private static boolean opens(String line) {
        return "\"'“‘«»„(<[$€£".indexOf(line.charAt(0)) >= 0
                || (line.startsWith("- ") && line.length() > 2 && Character.isLowerCase(line.charAt(2)));
    }

    private static String withoutEndSpace(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
            end--;
        }
        return line.substring(0, end);
    }
}

package dongtin.ingest.format;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A story as teleprinter lines carry it, between control characters: SOH, header, STX, text, ETX, trailer. IPTC 7901 and ANPA
 * 1312 fill these parts each in its own way.
 *
 * @param header from SOH to STX
 * @param text from STX to ETX
 * @param trailer from ETX to the next story or the end
 * @param line where the story begins, counted from 1
 */
record ControlledText(String header, String text, String trailer, int line) {

    private static final char SOH = 1;
    private static final char STX = 2;
    private static final char ETX = 3;
    private static final byte SYN = 0x16;
    private static final int NEAR = 400;

    /** Fillers and end marks of lines that nobody reads any more. */
    private static final Pattern ENDS = Pattern.compile("[\u0004\u0016\u007F\f\u0019]++");

    private static final Pattern UNMARKED_HEADER = Pattern.compile(
            "\\s*+[a-zA-Z]{1,4}+\\d{1,5}+ [0-9a-zA-Z] [a-zA-Z]{1,3}+ [^\\n]{0,200}+\\n[^\u0002]{0,300}+\u0002");

    /** Whether a message begins as such stories do. */
    static boolean in(byte[] bytes) {
        int at = 0;
        while (at < bytes.length
                && (bytes[at] == SYN || bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) {
            at++;
        }
        if (at < bytes.length && bytes[at] == SOH) {
            return true;
        }
        return UNMARKED_HEADER
                .matcher(new String(
                        bytes, 0, Math.min(bytes.length, 2 * NEAR), java.nio.charset.StandardCharsets.ISO_8859_1))
                .lookingAt();
    }

    /**
     * The stories of a message, in its order.
     *
     * @throws Excess where there are more of them than there may be
     */
    static List<ControlledText> of(String characters, int maxItems) {
        var stories = new ArrayList<ControlledText>();
        int line = 1;
        int from = Math.max(0, characters.indexOf(SOH));
        line += lines(characters, 0, from);
        while (from < characters.length()) {
            int next = characters.indexOf(SOH, from + 1);
            int end = next < 0 ? characters.length() : next;
            if (stories.size() == maxItems) {
                throw Excess.ofItems("line " + line, maxItems);
            }
            stories.add(one(characters.substring(from, end), line));
            line += lines(characters, from, end);
            from = end;
        }
        return stories;
    }

    private static ControlledText one(String story, int line) {
        int text = story.indexOf(STX);
        int trailer = story.indexOf(ETX, Math.max(text, 0));
        String header = story.substring(0, text < 0 ? firstEmptyLine(story) : text);
        String words = story.substring(text < 0 ? header.length() : text + 1, trailer < 0 ? story.length() : trailer);
        return new ControlledText(
                clean(header), clean(words), trailer < 0 ? "" : clean(story.substring(trailer + 1)), line);
    }

    private static int firstEmptyLine(String story) {
        Matcher empty = Pattern.compile("\\n\\s*\\n").matcher(story);
        return empty.find() ? empty.start() : story.length();
    }

    /** Without the marks at the ends, and with line feeds alone; all other controls mean something to the format. */
    private static String clean(String part) {
        String lines = part.replace("\r\n", "\n").replace('\r', '\n');
        int from = !lines.isEmpty() && lines.charAt(0) == SOH ? 1 : 0;
        return ENDS.matcher(lines.substring(from)).replaceAll("");
    }

    private static int lines(String characters, int from, int to) {
        return (int) CharBuffer.wrap(characters, from, to)
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    /** The header's line of this number, counted from 0, without white space at its ends; null where there is none. */
    @Nullable String headerLine(int number) {
        List<String> lines = header.lines().filter(line -> !line.isBlank()).toList();
        return number < lines.size() ? lines.get(number).strip() : null;
    }
}

package dongtin.ingest.landing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The names of files that land: which are not finished, and how they are called where they are moved. */
public final class FileNames {

    /** What file systems allow, in bytes of UTF-8. */
    private static final int LONGEST = 255;

    private static final String REASON = ".reason.txt";
    private static final List<String> UNFINISHED =
            List.of(".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".writing", ".swp", "~");

    private FileNames() {}

    /** Whether the name says that the file is still written to, or is hidden. */
    public static boolean unfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || UNFINISHED.stream().anyMatch(lower::endsWith);
    }

    /** The name of the file beside it that says why. */
    public static String reason(String name) {
        return name + REASON;
    }

    /**
     * A name for the file where its own may be taken: the same with a number before its ending. It is cut, at its stem's
     * end, where the name of its reason would be too long.
     *
     * @param attempt 1 for its own name
     */
    public static String attempt(String name, int attempt) {
        String number = attempt == 1 ? "" : "-" + attempt;
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        int room = LONGEST - bytes(number) - bytes(ending) - bytes(REASON);
        while (bytes(stem) > room) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + number + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

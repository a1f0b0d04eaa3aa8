package dongtin.ingest.format;

import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The content type of a message in a file, which nobody declares: by the ending of the file's name, and where that says
 * nothing, by how the content begins.
 */
public final class FileType {

    private static final int BEGINNING = 4096;

    private FileType() {}

    /** The type as a sender would declare it; null where neither name nor content tells. */
    public static @Nullable String of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "json", "ninjs" -> "application/json";
            case "xml", "rss", "rdf", "atom", "nitf", "newsml" -> "application/xml"; // the root element tells which
            case "txt" -> "text/plain";
            case "eml" -> "message/rfc822";
            default -> {
                String guessed = URLConnection.guessContentTypeFromName(name);
                yield guessed == null || guessed.equals("application/octet-stream") ? beginning(content) : guessed;
            }
        };
    }

    private static @Nullable String beginning(byte[] content) {
        // Latin-1 for looking only: each byte is a character, and UTF-16's zeros can be told.
        String start = new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.ISO_8859_1);
        boolean utf16 = start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe");
        if (!utf16 && start.indexOf('\0') >= 0) {
            return null;
        }
        String text = start.replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .replace("\0", "")
                .stripLeading();
        if (text.startsWith("<")) {
            return "application/xml";
        }
        return text.startsWith("{") || text.matches("(?s)\\[\\s*+[{\\]].*+") ? "application/json" : "text/plain";
    }
}

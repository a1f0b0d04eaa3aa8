package dongtin.ingest.format;

import java.net.URLConnection;
import java.util.Locale;

/** The content type of a message in a file, which nobody declares: what the ending of the file's name says. */
public final class FileType {

    /** Says nothing, so that the formats look at the content. */
    public static final String BY_CONTENT = "application/octet-stream";

    private FileType() {}

    /** The type as a sender would declare it; {@link #BY_CONTENT} where the name does not tell. */
    public static String of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "json", "ninjs" -> "application/json";
            case "xml", "rss", "rdf", "atom", "nitf", "newsml" -> "application/xml"; // the root element tells which
            case "txt" -> "text/plain";
            case "eml" -> "message/rfc822";
            default -> {
                String usual = URLConnection.guessContentTypeFromName(name);
                // Pictures, films and the like are what they are called; of the rest the content knows more.
                yield usual == null || usual.startsWith("text/") || usual.startsWith("application/")
                        ? BY_CONTENT
                        : usual;
            }
        };
    }
}

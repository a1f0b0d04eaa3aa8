package dongtin.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message's content type says (RFC 9110, section 8.3.1).
 *
 * @param name type and subtype, lower case; empty where nothing was declared
 * @param charsetName as declared, lower case; empty where it was not
 */
record MediaType(String name, String charsetName) {

    static MediaType of(@Nullable String contentType) {
        List<String> parts = contentType == null
                ? List.of("")
                : List.of(contentType.toLowerCase(Locale.ROOT).split(";", -1));
        String charset = parts.stream()
                .skip(1)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("charset="))
                .map(parameter -> parameter
                        .substring("charset=".length())
                        .replaceAll("[\"']", "")
                        .strip())
                .findFirst()
                .orElse("");
        return new MediaType(parts.getFirst().strip(), charset);
    }

    boolean json() {
        return name.equals("application/json") || name.equals("text/json") || name.endsWith("+json");
    }

    boolean charsetDeclared() {
        return !charsetName.isEmpty();
    }

    /** Whether no charset is declared, or one that this platform has. */
    boolean charsetKnown() {
        try {
            return !charsetDeclared() || Charset.isSupported(charsetName);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    boolean xml() {
        return name.equals("application/xml")
                || name.equals("text/xml")
                || name.endsWith("+xml")
                || name.startsWith("application/vnd.iptc.g2.")
                || name.equals("text/vnd.iptc.nitf")
                || name.equals("text/vnd.iptc.newsml");
    }
}

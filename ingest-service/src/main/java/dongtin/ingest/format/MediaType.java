package dongtin.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message's content type says (RFC 9110, section 8.3.1).
 *
 * @param name type and subtype, lower case; empty where nothing was declared
 * @param charsetName as declared; UTF-8 where it was not
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
                .map(parameter -> parameter.substring("charset=".length()).replace("\"", ""))
                .findFirst()
                .orElse("utf-8");
        return new MediaType(parts.getFirst().strip(), charset);
    }

    boolean json() {
        return name.equals("application/json") || name.endsWith("+json");
    }

    /** The charset; nothing if this platform has none of that name. */
    Optional<Charset> charset() {
        try {
            return Optional.of(Charset.forName(charsetName));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}

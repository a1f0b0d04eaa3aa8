package dongtin.ingest.poll;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The media type of a fetched message. Servers often declare feeds as something that a browser shows. */
public final class DeclaredType {

    private static final Set<String> SAYING_NOTHING = Set.of(
            "", "text/html", "text/plain", "application/octet-stream", "binary/octet-stream", "application/x-rss+xml");

    private static final Pattern XML = Pattern.compile(
            "<(?:\\?xml[\\s?]|!--|(?:[a-z]{1,20}+:)?(?:rss|rdf|feed|newsml|newsmessage|newsitem|nitf)[\\s>])");

    private static final int START = 500;

    private DeclaredType() {}

    /** The declared type, unless it says nothing and the message's beginning says more; its parameters stay. */
    public static @Nullable String of(@Nullable String declared, byte[] body) {
        String[] parts = declared == null ? new String[] {""} : declared.split(";", 2);
        if (!SAYING_NOTHING.contains(parts[0].strip().toLowerCase(Locale.ROOT))) {
            return declared;
        }
        String looks = looks(body);
        return looks == null ? declared : parts.length > 1 ? looks + ";" + parts[1] : looks;
    }

    private static @Nullable String looks(byte[] body) {
        // Without zeros UTF-16 looks like ASCII, and the byte order marks are no letters.
        String start = new String(body, 0, Math.min(body.length, START), StandardCharsets.ISO_8859_1)
                .replaceAll("^[\\xEF\\xBB\\xBF\\xFE\\xFF]{1,3}|\\x00", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (XML.matcher(start).lookingAt()) {
            return "application/xml";
        }
        return start.startsWith("{") || start.startsWith("[") ? "application/json" : null;
    }
}

package dongtin.ingest.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them: relative, with spaces, or of kinds that nobody should follow. */
final class FeedLinks {

    private FeedLinks() {}

    /** The address against its base (RFC 3986, section 5); null if it can not be read. */
    static @Nullable URI resolve(@Nullable URI base, String reference) {
        String address = reference.strip();
        if (address.isEmpty()) {
            return base;
        }
        try {
            URI link = new URI(encoded(address));
            return base == null || base.isOpaque() ? link : base.resolve(link);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Where a reader's browser may go: an absolute address of HTTP; anything else is noted and null. */
    static @Nullable URI web(String field, @Nullable URI base, String reference, ItemDraft draft) {
        URI link = resolve(base, reference);
        String scheme =
                link == null || link.getScheme() == null ? "" : link.getScheme().toLowerCase(Locale.ROOT);
        if (link == null || link.getRawAuthority() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            draft.problem(field, reference);
            return null;
        }
        return link;
    }

    /** Characters that no address holds, escaped as browsers do it. */
    private static String encoded(String address) {
        var encoded = new StringBuilder(address.length());
        address.codePoints().forEach(c -> {
            if (c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
                }
            } else {
                encoded.appendCodePoint(c);
            }
        });
        return encoded.toString();
    }
}

package dongtin.ingest.websub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a hub delivers one topic to one feed, and the secret that it signs with. Both are made from the service's key, so
 * that any instance knows them, also after a restart, and nobody else does.
 */
final class Callback {

    private static final int HALF = 16;

    private final String key;
    private final String feed;
    private final byte[] topicMark;

    private Callback(String key, String feed, byte[] topicMark) {
        this.key = key;
        this.feed = feed;
        this.topicMark = topicMark;
    }

    static Callback of(String key, String feed, String topic) {
        return new Callback(key, feed, mac(key, "topic", feed, topic));
    }

    /** The callback that a token of a path names; null if it is none that this key makes for the feed. */
    static @Nullable Callback named(String key, String feed, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return null;
        }
        var callback = new Callback(key, feed, Arrays.copyOf(bytes, HALF));
        byte[] mine = callback.token().getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(mine, token.getBytes(StandardCharsets.US_ASCII)) ? callback : null;
    }

    boolean isFor(String topic) {
        return MessageDigest.isEqual(topicMark, mac(key, "topic", feed, topic));
    }

    /** The last part of the path. */
    String token() {
        byte[] both = Arrays.copyOf(topicMark, 2 * HALF);
        System.arraycopy(mac(key, "path", feed, mark()), 0, both, HALF, HALF);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    URI under(URI base) {
        String address = base.toString();
        return URI.create("%s/v1/websub/%s/%s"
                .formatted(
                        address.endsWith("/") ? address.substring(0, address.length() - 1) : address,
                        segment(),
                        token()));
    }

    private String segment() {
        return URLEncoder.encode(feed, StandardCharsets.UTF_8).replace("+", "%20");
    }

    String secret() {
        return HexFormat.of().formatHex(mac(key, "secret", feed, mark()));
    }

    private String mark() {
        return HexFormat.of().formatHex(topicMark);
    }

    private static byte[] mac(String key, String purpose, String feed, String what) {
        byte[] bytes = Signature.mac(
                "HmacSHA256",
                key.getBytes(StandardCharsets.UTF_8),
                String.join("\n", purpose, feed, what).getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(bytes, HALF);
    }
}

package dongtin.ingest.push;

import dongtin.ingest.feed.PushSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;

/** Tells by the bearer token (RFC 6750) whether a request may send for a feed. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Whether the request carries one of the feed's tokens. */
    static boolean allows(HttpServletRequest request, PushSettings settings) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] sent = sha256(authorization.substring(SCHEME.length()).strip());
        boolean known = false;
        for (String stored : settings.tokenSha256()) {
            // Every token is compared, and each in constant time: how long it takes tells nothing.
            known |= MessageDigest.isEqual(sent, HexFormat.of().parseHex(stored));
        }
        return known;
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

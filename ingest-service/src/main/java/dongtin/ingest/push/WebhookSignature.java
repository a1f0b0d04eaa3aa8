package dongtin.ingest.push;

import dongtin.ingest.feed.SigningSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A signature in the way of Standard Webhooks 1.0: HMAC-SHA256 over id, time and the body's bytes as they were sent.
 *
 * @param id of the message, the same whenever it is sent again
 * @param timestamp seconds since 1970, as sent
 * @param signatures in Base64; several while the sender replaces its secret
 */
record WebhookSignature(String id, String timestamp, List<String> signatures) {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String VERSION = "v1,";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}+");
    private static final int LONGEST_ID = 256;

    /** Whether the request claims to be signed. */
    static boolean on(HttpServletRequest request) {
        return request.getHeader("webhook-signature") != null;
    }

    /** The request's signature, if it is whole and of these minutes; whether it is right is another question. */
    static Optional<WebhookSignature> of(HttpServletRequest request, Instant now) {
        String id = request.getHeader("webhook-id");
        String timestamp = request.getHeader("webhook-timestamp");
        String signatures = request.getHeader("webhook-signature");
        boolean whole = id != null
                && !id.isBlank()
                && id.length() <= LONGEST_ID
                && timestamp != null
                && SECONDS.matcher(timestamp).matches()
                && signatures != null;
        if (!whole || !near(Long.parseLong(timestamp), now)) {
            return Optional.empty();
        }
        return Optional.of(new WebhookSignature(id, timestamp, versionOne(signatures)));
    }

    /** Whether one of the signatures is of one of the secrets. How long it takes tells nothing of which. */
    boolean signs(byte[] body, List<SigningSecret> secrets) {
        boolean right = false;
        for (SigningSecret secret : secrets) {
            byte[] expected = Base64.getEncoder().encode(secret.sign("%s.%s.".formatted(id, timestamp), body));
            for (String signature : signatures) {
                right |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return right;
    }

    private static boolean near(long seconds, Instant now) {
        return Math.abs(seconds - now.getEpochSecond()) <= WINDOW.toSeconds();
    }

    private static List<String> versionOne(String signatures) {
        return Pattern.compile(" ")
                .splitAsStream(signatures)
                .filter(signature -> signature.startsWith(VERSION))
                .map(signature -> signature.substring(VERSION.length()))
                .toList();
    }
}

package dongtin.ingest.push;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the {@code Idempotency-Key} of a request (draft-ietf-httpapi-idempotency-key-header). */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    // A string of structured fields (RFC 9651), or what many senders write: the same without the quotes.
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\]){1,255}+)\"");
    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]{1,255}+");

    private IdempotencyKey() {}

    /** The request's key, if it has one. */
    static Optional<String> of(HttpServletRequest request) {
        List<String> sent = Collections.list(request.getHeaders(HEADER));
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        String key = sent.getFirst().strip();
        var quoted = QUOTED.matcher(key);
        if (sent.size() == 1 && quoted.matches()) {
            return Optional.of(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        if (sent.size() == 1 && BARE.matcher(key).matches()) {
            return Optional.of(key);
        }
        throw PushRefused.badKey();
    }
}

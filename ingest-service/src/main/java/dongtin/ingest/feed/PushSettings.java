package dongtin.ingest.feed;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may push the messages of a feed, and how many.
 *
 * @param tokenSha256 SHA-256, in hexadecimal, of each bearer token that is let in; two while a token is replaced
 * @param signingSecrets secrets of senders that sign in the way of Standard Webhooks; two while one is replaced
 * @param loopbackOnly whether only this machine may send, for feeds whose token is no secret
 * @param perSecond messages a second in the long run
 * @param burst messages at once before that rate holds
 * @param inFlight messages that are not answered yet
 */
public record PushSettings(
        @DefaultValue List<String> tokenSha256,
        @DefaultValue List<SigningSecret> signingSecrets,
        @DefaultValue("false") boolean loopbackOnly,
        @DefaultValue("1000") int perSecond,
        @DefaultValue("5000") int burst,
        @DefaultValue("128") int inFlight) {

    private static final Predicate<String> SHA_256 =
            Pattern.compile("[0-9a-fA-F]{64}").asMatchPredicate();

    /**
     * The settings.
     *
     * @throws IllegalArgumentException with the name of the setting that is wrong, and without what may be a secret
     */
    public PushSettings {
        if (tokenSha256.isEmpty() && signingSecrets.isEmpty()) {
            throw new IllegalArgumentException("neither token-sha256 nor signing-secrets is set: nobody could push");
        }
        requireEach(
                "token-sha256",
                tokenSha256,
                SHA_256,
                "no SHA-256 in hexadecimal (64 digits; it is not the token itself)");
        requireEach(
                "signing-secrets",
                signingSecrets,
                SigningSecret::usable,
                "no signing secret (whsec_ and 24 to 64 bytes in Base64)");
        requirePositive("per-second", perSecond);
        requirePositive("burst", burst);
        requirePositive("in-flight", inFlight);
        tokenSha256 = List.copyOf(tokenSha256);
        signingSecrets = List.copyOf(signingSecrets);
    }

    private static <T> void requireEach(String setting, List<T> values, Predicate<T> right, String wrong) {
        for (int i = 0; i < values.size(); i++) {
            if (!right.test(values.get(i))) {
                throw new IllegalArgumentException("%s[%d] is %s".formatted(setting, i, wrong));
            }
        }
    }

    private static void requirePositive(String setting, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException("%s is %d, not positive".formatted(setting, value));
        }
    }
}

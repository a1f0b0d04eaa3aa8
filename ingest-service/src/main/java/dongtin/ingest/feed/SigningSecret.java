package dongtin.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A secret that a sender signs its messages with, as Standard Webhooks describes it: {@code whsec_} and the key in Base64.
 * It never shows itself in text, so it cannot end up in a log. Thread-safe.
 */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final @Nullable SecretKeySpec key;

    private SigningSecret(@Nullable SecretKeySpec key) {
        this.key = key;
    }

    /** The secret of this text. It throws nothing, lest the text show up in a failure's message: {@link #usable} tells. */
    public static SigningSecret of(String text) {
        byte[] key = text.startsWith(PREFIX) ? decoded(text.substring(PREFIX.length())) : new byte[0];
        boolean usable = key.length >= SHORTEST && key.length <= LONGEST;
        return new SigningSecret(usable ? new SecretKeySpec(key, ALGORITHM) : null);
    }

    boolean usable() {
        return key != null;
    }

    /** HMAC-SHA256 of what stands before the message and of the message. */
    public byte[] sign(String before, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}

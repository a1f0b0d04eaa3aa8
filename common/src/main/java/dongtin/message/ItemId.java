package dongtin.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** An item's id: the Kafka key, the document id, a part of URLs. */
public final class ItemId {

    private static final int BYTES = 15; // 120 bits in 20 characters without padding

    private ItemId() {}

    /**
     * The id of the item that {@code provider} identifies by {@code parts}: its own identifier, or what stands in for one.
     * Twenty characters of URL-safe Base64 (RFC 4648), the same whenever the same message is read.
     */
    public static String of(String provider, String... parts) {
        MessageDigest sha = sha256();
        sha.update(provider.getBytes(StandardCharsets.UTF_8));
        for (String part : parts) {
            sha.update((byte) 0);
            sha.update(part.getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(sha.digest(), BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

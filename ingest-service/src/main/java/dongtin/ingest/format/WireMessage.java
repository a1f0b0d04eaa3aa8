package dongtin.ingest.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came, before anything is read out of it.
 *
 * @param feed the feed that it came by
 * @param contentType as the sender declared it, parameters and all; null where nothing was declared
 * @param bytes not to be changed
 * @param received when its last byte was here
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WireMessage(Feed feed, @Nullable String contentType, byte[] bytes, Instant received) {

    /** Its key on the topic of originals: SHA-256 of the bytes, in hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

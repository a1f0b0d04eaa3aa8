package dongtin.ingest.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A message as it came, before anything is read out of it. Not to be changed, and so thread-safe. */
public final class WireMessage {

    private final Feed feed;
    private final @Nullable String contentType;
    private final byte[] bytes;
    private final Instant received;
    private final String sha256;

    /**
     * A message.
     *
     * @param feed the feed that it came by
     * @param contentType as the sender declared it, parameters and all; null where nothing was declared
     * @param bytes kept, not copied
     * @param received when its last byte was here
     */
    public WireMessage(Feed feed, @Nullable String contentType, byte[] bytes, Instant received) {
        this.feed = feed;
        this.contentType = contentType;
        this.bytes = bytes;
        this.received = received;
        this.sha256 = sha256(bytes);
    }

    public Feed feed() {
        return feed;
    }

    public @Nullable String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return bytes;
    }

    public Instant received() {
        return received;
    }

    /** Its key on the topic of originals: SHA-256 of the bytes, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dongtin.ingest.poll;

import dongtin.ingest.raw.RawMessage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells whether an item is the same as when it was read before. */
final class ItemDigest {

    /** Bytes; two wordings of one item are told apart, no more. */
    private static final int LENGTH = 9;

    private ItemDigest() {}

    /** Of all that the provider said; not of when it came, nor of the message that it came in. */
    static String of(RawMessage message) {
        ObjectNode item = (ObjectNode) JsonMapper.shared().readTree(message.json());
        item.remove("received");
        item.remove("original");
        if (message.item().version() == message.item().received().toEpochMilli()) {
            item.remove("version"); // for want of a better one, it is the time of receipt
        }
        byte[] whole = sha256().digest(JsonMapper.shared().writeValueAsBytes(item));
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(whole, LENGTH));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dongtin.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code X-Hub-Signature: sha256=...}: that a delivery is the hub's and as the hub sent it. SHA-1 is not taken. */
final class Signature {

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private Signature() {}

    static boolean holds(@Nullable String header, String secret, byte[] body) {
        if (header == null) {
            return false;
        }
        int equals = header.indexOf('=');
        String algorithm =
                equals < 0 ? null : ALGORITHMS.get(header.substring(0, equals).strip());
        if (algorithm == null) {
            return false;
        }
        byte[] sent;
        try {
            sent = HexFormat.of().parseHex(header.substring(equals + 1).strip());
        } catch (IllegalArgumentException e) {
            return false;
        }
        return MessageDigest.isEqual(sent, mac(algorithm, secret.getBytes(StandardCharsets.UTF_8), body));
    }

    static byte[] mac(String algorithm, byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}

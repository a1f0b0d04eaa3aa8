package dongtin.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An address in the settings that something is fetched from or sent to. */
final class WebAddress {

    private WebAddress() {}

    /** @throws IllegalArgumentException naming {@code key} if it is not an absolute address of http or https */
    static URI checked(String key, @Nullable URI address) {
        if (address == null) {
            throw new IllegalArgumentException(key + " is missing: the address, as http:// or https://");
        }
        boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "%s is not the address of a host by http or https: %s".formatted(key, address));
        }
        if (address.getRawUserInfo() != null) {
            // Without the address: it holds the secret.
            throw new IllegalArgumentException(
                    key + " holds a user or password, which logs would show: set headers.Authorization instead");
        }
        return address;
    }
}

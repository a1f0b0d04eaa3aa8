package dongtin.ingest.poll;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a server gave with a message, to be asked later whether the message has changed (RFC 9110, 13).
 *
 * @param from the address that gave them; they say nothing to another one
 */
public record Validators(
        @Nullable URI from, @Nullable String etag, @Nullable String lastModified) {

    /** Nothing is known: the message is asked for as it is. */
    public static final Validators NONE = new Validators(null, null, null);

    boolean holdFor(URI address) {
        return address.equals(from) && (etag != null || lastModified != null);
    }
}

package dongtin.ingest.feed;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may push the messages of a feed.
 *
 * @param tokenSha256 SHA-256, in hexadecimal, of each bearer token that is let in; two while a token is replaced
 * @param loopbackOnly whether only this machine may send, for feeds whose token is no secret
 */
public record PushSettings(
        @DefaultValue
        List<@Pattern(regexp = "[0-9a-f]{64}", message = "is not a SHA-256 in lower-case hexadecimal") String>
                tokenSha256,

        @DefaultValue("false") boolean loopbackOnly) {}

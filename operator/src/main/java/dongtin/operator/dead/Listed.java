package dongtin.operator.dead;

import dongtin.operator.kafka.Headers;
import dongtin.operator.kafka.Position;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as scripts read it.
 *
 * @param written onto the dead-letter topic
 * @param item null where the message has no key
 * @param mark what was done with it; null while it is open
 * @param message as text; null in a list
 */
record Listed(
        Position letter,
        Instant written,
        @Nullable String item,
        Mark.State state,
        String reason,
        @Nullable Position origin,
        int bytes,
        Map<String, String> headers,
        @Nullable Mark mark,
        @Nullable String message) {

    static Listed of(DeadLetter letter, @Nullable Mark mark, @Nullable String message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : letter.message().headers()) {
            String value = Headers.text(header);
            headers.put(header.key(), value == null ? "" : value);
        }
        return new Listed(
                letter.position(),
                letter.written(),
                letter.message().key() == null ? null : letter.item(),
                mark == null ? Mark.State.OPEN : mark.state(),
                letter.reason(),
                letter.origin(),
                letter.message().value() == null ? 0 : letter.message().value().length,
                headers,
                mark,
                message);
    }
}

package dongtin.operator.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Headers as text. */
public final class Headers {

    private Headers() {}

    /** The last of this name; null if there is none. */
    public static @Nullable String text(ConsumerRecord<?, ?> message, String name) {
        return text(message.headers().lastHeader(name));
    }

    public static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The key as text; empty where there is none. */
    public static String key(ConsumerRecord<byte[], byte[]> message) {
        return message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
    }
}

package dongtin.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of the messages, in UTF-8: field names as in the records, absent fields left out, times as ISO 8601 in UTC, no
 * Java class names. Readers ignore fields that they do not know. Thread-safe.
 */
public final class MessageJson {

    /** Goes with every message in {@link Topics#SCHEMA_VERSION_HEADER}. */
    public static final String SCHEMA_VERSION = "1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private MessageJson() {}

    public static byte[] write(Object message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /**
     * Reads a message.
     *
     * @throws UnreadableMessage if the bytes are no such message; its text says what is wrong and where
     */
    public static <T> T read(byte @Nullable [] json, Class<T> type) {
        if (json == null) {
            throw new UnreadableMessage("no %s: a message without a value".formatted(type.getSimpleName()), null);
        }
        try {
            T message = MAPPER.readValue(json, type);
            if (message == null) {
                throw new UnreadableMessage("no %s: null".formatted(type.getSimpleName()), null);
            }
            return message;
        } catch (JacksonException e) {
            throw new UnreadableMessage("no %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
        }
    }

    /** The bytes of a header's value. */
    public static byte[] header(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes on a topic that are not the message that the topic holds. */
    public static final class UnreadableMessage extends RuntimeException {
        UnreadableMessage(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}

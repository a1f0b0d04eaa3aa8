package dongtin.ingest.raw;

import dongtin.message.Topics;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A message as it stands on the topic of originals. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Original(
        String sha256,
        String feed,
        Instant received,
        @Nullable String contentType,
        byte[] bytes) {

    static Original of(ConsumerRecord<String, byte[]> record) {
        return new Original(
                record.key() == null ? "" : record.key(),
                header(record, Topics.FEED_HEADER).orElse(""),
                received(record),
                header(record, Topics.CONTENT_TYPE_HEADER).orElse(null),
                record.value() == null ? new byte[0] : record.value());
    }

    /** When the message was received; when it was written down, should a record not say. */
    static Instant received(ConsumerRecord<String, byte[]> record) {
        try {
            return header(record, Topics.RECEIVED_HEADER).map(Instant::parse).orElseGet(() -> written(record));
        } catch (DateTimeException e) {
            return written(record);
        }
    }

    private static Instant written(ConsumerRecord<String, byte[]> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}

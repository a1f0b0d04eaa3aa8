package dongtin.index.write;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dongtin.message.MessageJson;
import dongtin.message.Topics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** The topic for messages that can not be indexed, each as it was and with the reason. Thread-safe. */
@Component
class DeadLetters {

    private static final long ACKNOWLEDGED_WITHIN_MS =
            35_000; // a little more than the producer's own delivery.timeout.ms

    private final KafkaTemplate<byte[], byte[]> kafka;

    DeadLetters(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /** A message and why it can not be indexed. */
    record Letter(ConsumerRecord<byte[], byte[]> message, String reason) {}

    /**
     * Returns when the broker has acknowledged them all.
     *
     * @throws Outage if it has not: some of them may be there, and will be there twice
     */
    void park(List<Letter> letters) {
        try {
            CompletableFuture.allOf(letters.stream()
                            .map(letter -> kafka.send(dead(letter)))
                            .toArray(CompletableFuture[]::new))
                    .get(ACKNOWLEDGED_WITHIN_MS, MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new Outage("%d dead letters were not acknowledged: %s".formatted(letters.size(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage("interrupted while waiting for the acknowledgement of dead letters", e);
        }
    }

    private static ProducerRecord<byte[], byte[]> dead(Letter letter) {
        ConsumerRecord<byte[], byte[]> message = letter.message();
        Headers headers = new RecordHeaders(message.headers());
        headers.remove(Topics.REASON_HEADER).add(Topics.REASON_HEADER, MessageJson.header(letter.reason()));
        headers.remove(Topics.ORIGIN_HEADER).add(Topics.ORIGIN_HEADER, MessageJson.header(origin(message)));
        if (headers.lastHeader(Topics.SCHEMA_VERSION_HEADER) == null) {
            headers.add(Topics.SCHEMA_VERSION_HEADER, MessageJson.header(MessageJson.SCHEMA_VERSION));
        }
        return new ProducerRecord<>(Topics.deadLetter(Topics.ENRICHED), null, message.key(), message.value(), headers);
    }

    /** {@code wire.enriched.v1-3@42}. */
    static String origin(ConsumerRecord<byte[], byte[]> message) {
        return message.topic() + "-" + message.partition() + "@" + message.offset();
    }
}

package dongtin.enrich.stream;

import dongtin.message.MessageJson;
import dongtin.message.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads raw items and writes for each either its enriched form or a dead letter, in the transaction that also moves the
 * offsets: once each, whatever is killed when. The container runs it on one thread a partition at the most.
 */
@Component
class RawItemListener {

    private static final Logger log = LoggerFactory.getLogger(RawItemListener.class);

    private final ItemTagger tagger;
    private final KafkaTemplate<String, byte[]> kafka;
    private final EnrichMetrics metrics;

    RawItemListener(ItemTagger tagger, KafkaTemplate<String, byte[]> kafka, EnrichMetrics metrics) {
        this.tagger = tagger;
        this.kafka = kafka;
        this.metrics = metrics;
    }

    @KafkaListener(id = "enrich", topics = Topics.RAW, batch = "true")
    void enrich(List<ConsumerRecord<String, byte[]>> records) {
        metrics.received(records.size());
        // All is tagged before the first is sent: a transaction that has messages in it must not wait for a long text.
        List<Outcome> outcomes =
                records.stream().map(record -> tagger.outcome(record.value())).toList();
        try {
            send(records, outcomes);
        } catch (KafkaException | org.apache.kafka.common.KafkaException | CompletionException e) {
            metrics.returned(records.size());
            throw e;
        }
    }

    private void send(List<ConsumerRecord<String, byte[]>> records, List<Outcome> outcomes) {
        var sent = new ArrayList<CompletableFuture<?>>(records.size());
        int failed = 0;
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<String, byte[]> record = records.get(i);
            switch (outcomes.get(i)) {
                case Outcome.Enriched enriched -> sent.add(kafka.send(message(record, enriched)));
                case Outcome.Failed failure -> {
                    failed++;
                    sent.add(kafka.send(deadLetter(record, failure)));
                    log.atWarn()
                            .addKeyValue("article.id", record.key())
                            .addKeyValue("error.message", failure.reason())
                            .log("raw item dead-lettered");
                }
            }
        }
        // Waits for all and throws if one failed: the transaction is then rolled back and the batch comes again.
        kafka.flush();
        sent.forEach(CompletableFuture::join);
        metrics.enriched(records.size() - failed);
        metrics.failed(failed);
    }

    private static ProducerRecord<String, byte[]> message(
            ConsumerRecord<String, byte[]> raw, Outcome.Enriched enriched) {
        var message = new ProducerRecord<>(Topics.ENRICHED, raw.key(), enriched.json());
        message.headers().add(Topics.SCHEMA_VERSION_HEADER, MessageJson.header(MessageJson.SCHEMA_VERSION));
        return message;
    }

    private static ProducerRecord<String, byte[]> deadLetter(
            ConsumerRecord<String, byte[]> raw, Outcome.Failed failure) {
        String origin = "%s-%d@%d".formatted(raw.topic(), raw.partition(), raw.offset());
        var headers = new RecordHeaders(raw.headers());
        headers.remove(Topics.REASON_HEADER).remove(Topics.ORIGIN_HEADER); // of an earlier life
        headers.add(Topics.REASON_HEADER, MessageJson.header(failure.reason()));
        headers.add(Topics.ORIGIN_HEADER, MessageJson.header(origin));
        return new ProducerRecord<>(Topics.deadLetter(raw.topic()), null, raw.key(), raw.value(), headers);
    }
}

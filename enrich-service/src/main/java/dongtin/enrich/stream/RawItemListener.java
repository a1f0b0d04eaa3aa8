package dongtin.enrich.stream;

import dongtin.message.LoggedReason;
import dongtin.message.MessageJson;
import dongtin.message.MessageJson.UnreadableMessage;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import dongtin.watch.ItemTraces;
import dongtin.watch.MetersByFeed;
import io.micrometer.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
    private final ItemTraces traces;

    RawItemListener(ItemTagger tagger, KafkaTemplate<String, byte[]> kafka, EnrichMetrics metrics, ItemTraces traces) {
        this.tagger = tagger;
        this.kafka = kafka;
        this.metrics = metrics;
        this.traces = traces;
    }

    @KafkaListener(id = "enrich", topics = Topics.RAW, batch = "true")
    void enrich(List<ConsumerRecord<String, byte[]>> records) {
        Delivery delivery = metrics.delivery();
        TransactionSynchronizationManager.registerSynchronization(delivery);
        List<Observation> work = new ArrayList<>(records.size());
        try {
            // All is tagged before the first is sent: a transaction that has messages in it must not wait for a long
            // text.
            List<Outcome> outcomes = new ArrayList<>(records.size());
            for (ConsumerRecord<String, byte[]> record : records) {
                Observation item = traces.continued("wire.enrich.item", record.headers());
                work.add(item);
                outcomes.add(item.scoped(() -> outcome(record, delivery)));
            }
            send(records, outcomes, work);
            delivery.settled(outcomes);
        } finally {
            work.forEach(Observation::stop);
        }
    }

    private Outcome outcome(ConsumerRecord<String, byte[]> record, Delivery delivery) {
        RawItem item;
        try {
            item = MessageJson.read(record.value(), RawItem.class);
        } catch (UnreadableMessage e) {
            delivery.received(MetersByFeed.UNREADABLE);
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
        delivery.received(item.feed());
        return tagger.outcome(item);
    }

    private void send(List<ConsumerRecord<String, byte[]>> records, List<Outcome> outcomes, List<Observation> work) {
        var sent = new ArrayList<CompletableFuture<?>>(records.size());
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<String, byte[]> record = records.get(i);
            Outcome outcome = outcomes.get(i);
            sent.add(work.get(i).scoped(() -> kafka.send(outgoing(record, outcome))));
        }
        // Waits for all and throws if one failed: the transaction is then rolled back and the batch comes again.
        kafka.flush();
        sent.forEach(CompletableFuture::join);
    }

    private ProducerRecord<String, byte[]> outgoing(ConsumerRecord<String, byte[]> record, Outcome outcome) {
        ProducerRecord<String, byte[]> outgoing = switch (outcome) {
            case Outcome.Enriched enriched -> message(record, enriched);
            case Outcome.Failed failure -> {
                log.atWarn()
                        .addKeyValue("article.id", record.key())
                        .addKeyValue("message.origin", origin(record))
                        .addKeyValue("error.message", LoggedReason.of(failure.reason()))
                        .log("raw item dead-lettered");
                yield deadLetter(record, failure);
            }
        };
        traces.handOn(outgoing.headers());
        return outgoing;
    }

    private static ProducerRecord<String, byte[]> message(
            ConsumerRecord<String, byte[]> raw, Outcome.Enriched enriched) {
        var message = new ProducerRecord<>(Topics.ENRICHED, raw.key(), enriched.json());
        message.headers().add(Topics.SCHEMA_VERSION_HEADER, MessageJson.header(MessageJson.SCHEMA_VERSION));
        return message;
    }

    private static ProducerRecord<String, byte[]> deadLetter(
            ConsumerRecord<String, byte[]> raw, Outcome.Failed failure) {
        var headers = new RecordHeaders(raw.headers());
        headers.remove(Topics.REASON_HEADER).remove(Topics.ORIGIN_HEADER); // of an earlier life
        headers.add(Topics.REASON_HEADER, MessageJson.header(failure.reason()));
        headers.add(Topics.ORIGIN_HEADER, MessageJson.header(origin(raw)));
        return new ProducerRecord<>(Topics.deadLetter(raw.topic()), null, raw.key(), raw.value(), headers);
    }

    private static String origin(ConsumerRecord<String, byte[]> raw) {
        return "%s-%d@%d".formatted(raw.topic(), raw.partition(), raw.offset());
    }
}

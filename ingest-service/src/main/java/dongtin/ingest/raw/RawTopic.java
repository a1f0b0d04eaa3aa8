package dongtin.ingest.raw;

import dongtin.ingest.format.WireMessage;
import dongtin.message.MessageJson;
import dongtin.message.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes a message and the items that were read out of it: all of it or nothing, in one transaction. Thread-safe; a
 * few transactions at a time, whoever waits too long for a turn is told to come again.
 */
@Component
class RawTopic {

    private static final Logger log = LoggerFactory.getLogger(RawTopic.class);

    private static final int TRANSACTIONS_AT_ONCE = 16;

    /** For a turn: a service that has just started is slow for a moment, and its pushes are to be late then, not refused. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** For all of it: a commit that fails takes the producer's bounds several times over, and no sender is kept waiting for that. */
    private static final Duration LONGEST_PUBLISH = Duration.ofMillis(4_500);

    private final KafkaTemplate<String, byte[]> kafka;
    private final Traces traces;
    private final Publishing publishing;
    private final Semaphore transactions = new Semaphore(TRANSACTIONS_AT_ONCE);

    RawTopic(KafkaTemplate<String, byte[]> kafka, Traces traces, Publishing publishing) {
        this.kafka = kafka;
        this.traces = traces;
        this.publishing = publishing;
    }

    /**
     * Returns after all in-sync replicas of the broker have it.
     *
     * @param alongside records of other topics that are to hold only if the items do
     * @param share closed as soon as the broker's client has let go of the message, which may be after this returns
     * @throws Unavailable if it is not certain that they have; the same message can be sent again without harm
     */
    void publish(
            WireMessage message,
            List<RawMessage> items,
            List<ProducerRecord<String, byte[]>> alongside,
            ByteBudget.Share share) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        records.add(original(message));
        items.forEach(item -> records.add(raw(item)));
        records.addAll(alongside);
        publish(records, share::close);
    }

    /**
     * Publishes items whose messages are among the originals already, and returns after the broker has them.
     *
     * @throws Unavailable if it is not certain that it has; the same items can be sent again without harm
     */
    void publishAgain(List<RawMessage> items) {
        publish(items.stream().map(this::raw).toList(), () -> {});
    }

    /** @param settled run as soon as the broker's client has let go of the records */
    private void publish(List<ProducerRecord<String, byte[]>> records, Runnable settled) {
        long until = System.nanoTime() + LONGEST_PUBLISH.toNanos();
        try {
            awaitTurn();
        } catch (Unavailable e) {
            settled.run();
            throw e;
        }
        var committed = CompletableFuture.runAsync(
                () -> {
                    try {
                        commit(records);
                    } finally {
                        settled.run();
                        transactions.release();
                    }
                },
                Thread::startVirtualThread);
        await(committed, Duration.ofNanos(until - System.nanoTime()));
    }

    private void commit(List<ProducerRecord<String, byte[]>> records) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        kafka.executeInTransaction(transaction -> {
            records.forEach(record -> sent.add(transaction.send(record)));
            return sent;
        });
        sent.forEach(CompletableFuture::join); // done: the commit waited for them
        publishing.confirm();
    }

    private static void await(CompletableFuture<Void> committed, Duration longest) {
        try {
            committed.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            // Whatever it is: nothing is known to be on the topics.
            throw new Unavailable("the broker did not confirm", e.getCause());
        } catch (TimeoutException e) {
            throw new Unavailable("the broker did not confirm in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("the service is stopping", e);
        }
    }

    /** Opens the first producer ahead of the first push: with a new broker that takes seconds. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        try {
            openFirst();
        } catch (org.apache.kafka.common.KafkaException | org.springframework.kafka.KafkaException e) {
            log.atWarn()
                    .addKeyValue("error.message", e.getMessage())
                    .log("the broker does not answer; pushes are answered 503 until it does");
        }
    }

    /** Goes on trying, where the broker was away at the start. */
    @Scheduled(initialDelay = 5, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void warmUpAgain() {
        if (!publishing.confirmed()) {
            try {
                openFirst();
            } catch (org.apache.kafka.common.KafkaException | org.springframework.kafka.KafkaException e) {
                log.debug("the broker does not answer yet", e);
            }
        }
    }

    private void openFirst() {
        kafka.executeInTransaction(transaction -> true);
        publishing.confirm();
    }

    private void awaitTurn() {
        try {
            if (!transactions.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("too many messages wait for the broker");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("the service is stopping", e);
        }
    }

    private static ProducerRecord<String, byte[]> original(WireMessage message) {
        var original = new ProducerRecord<>(Topics.ORIGINAL, message.sha256(), message.bytes());
        original.headers()
                .add(Topics.FEED_HEADER, MessageJson.header(message.feed().id()))
                .add(
                        Topics.RECEIVED_HEADER,
                        MessageJson.header(message.received().toString()));
        if (message.contentType() != null) {
            original.headers().add(Topics.CONTENT_TYPE_HEADER, MessageJson.header(message.contentType()));
        }
        return original;
    }

    private ProducerRecord<String, byte[]> raw(RawMessage message) {
        var raw = new ProducerRecord<>(Topics.RAW, message.item().id(), message.json());
        raw.headers().add(Topics.SCHEMA_VERSION_HEADER, MessageJson.header(MessageJson.SCHEMA_VERSION));
        traces.handOn(raw.headers());
        return raw;
    }
}

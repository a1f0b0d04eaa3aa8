package dongtin.operator.dead;

import dongtin.message.MessageJson;
import dongtin.message.Topics;
import dongtin.operator.console.Trouble;
import dongtin.operator.kafka.Broker;
import dongtin.operator.kafka.Position;
import dongtin.operator.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Where it is written down what is done with dead letters. A message that goes back and the mark of its letter are one
 * transaction. All ledgers share one transactional id: whoever opens one ends whatever another has open, and reads the marks
 * only then. So a letter goes back once, whoever else is at it and whatever is killed when. For one thread.
 */
final class Ledger implements AutoCloseable {

    static final String TRANSACTIONAL_ID = "operator-dead-letters";

    private static final String DEAD_LETTER_HEADERS = "dead-letter-";

    private final Broker broker;
    private final Producer<byte[], byte[]> producer;
    private final Marks marks;

    private Ledger(Broker broker, Producer<byte[], byte[]> producer, Marks marks) {
        this.broker = broker;
        this.producer = producer;
        this.marks = marks;
    }

    /** A ledger whose marks nobody adds to behind its back: it is closed to its owner when another one opens. */
    static Ledger open(Broker broker, TopicReader reader) {
        makeTopic(broker);
        Producer<byte[], byte[]> producer = broker.transactions(TRANSACTIONAL_ID);
        return new Ledger(broker, producer, Marks.read(broker, reader));
    }

    Marks marks() {
        return marks;
    }

    private static void makeTopic(Broker broker) {
        // One partition: the marks are few, and read as a whole.
        var topic = new NewTopic(Topics.DEAD_MARKS, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        if (!broker.partitionsIfAny(Topics.DEAD_MARKS).isEmpty()) {
            return;
        }
        try {
            broker.await(broker.admin().createTopics(List.of(topic)).all(), "making the topic " + Topics.DEAD_MARKS);
        } catch (Trouble e) {
            Throwable cause = e.getCause() == null ? null : e.getCause().getCause();
            if (!(cause instanceof TopicExistsException)) { // another operator was faster
                throw e;
            }
        }
    }

    /**
     * Sends these back to where they failed, all or none.
     *
     * @return where they stand now, in their order
     * @throws Trouble if it is not certain that they are; the next ledger knows
     */
    List<Position> replay(List<DeadLetter> letters, String by) {
        return settle(letters, () -> {
            var sent = new ArrayList<Future<RecordMetadata>>();
            letters.forEach(letter -> sent.add(producer.send(back(letter))));
            List<Position> positions = positions(sent);
            var marked = new ArrayList<Future<RecordMetadata>>();
            for (int i = 0; i < letters.size(); i++) {
                marked.add(producer.send(marked(letters.get(i), Mark.State.REPLAYED, by, null, positions.get(i))));
            }
            positions(marked);
            return positions;
        });
    }

    /** Puts these aside, all or none. */
    void discard(List<DeadLetter> letters, String by, String why) {
        settle(
                letters,
                () -> positions(letters.stream()
                        .map(letter -> producer.send(marked(letter, Mark.State.DISCARDED, by, why, null)))
                        .toList()));
    }

    private interface Sending {
        List<Position> send();
    }

    private List<Position> settle(List<DeadLetter> letters, Sending sending) {
        try {
            producer.beginTransaction();
            List<Position> positions = sending.send();
            producer.commitTransaction();
            return positions;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new Trouble(
                    "another operator has begun to replay or discard dead letters: these %d were left to them"
                            .formatted(letters.size()),
                    e);
        } catch (KafkaException e) {
            throw broker.trouble(
                    "%d dead letters may not be settled; list tells, and repeating it doubles none"
                            .formatted(letters.size()),
                    e);
        }
    }

    /** Where they are, once the broker has them. */
    private List<Position> positions(List<Future<RecordMetadata>> sent) {
        producer.flush();
        var positions = new ArrayList<Position>();
        try {
            for (Future<RecordMetadata> one : sent) {
                RecordMetadata metadata = one.get();
                positions.add(new Position(metadata.topic(), metadata.partition(), metadata.offset()));
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
        return positions;
    }

    /** The message as it was before it failed, and where from. */
    private static ProducerRecord<byte[], byte[]> back(DeadLetter letter) {
        var headers = new RecordHeaders();
        for (Header header : letter.message().headers()) {
            if (!header.key().startsWith(DEAD_LETTER_HEADERS) && !header.key().equals(Topics.REPLAYED_FROM_HEADER)) {
                headers.add(header);
            }
        }
        headers.add(
                Topics.REPLAYED_FROM_HEADER,
                MessageJson.header(letter.position().toString()));
        Position origin = letter.origin();
        // With a key it goes where all messages of the item go.
        Integer partition = letter.message().key() != null || origin == null ? null : (Integer) origin.partition();
        return new ProducerRecord<>(
                letter.failedOn(),
                partition,
                letter.message().key(),
                letter.message().value(),
                headers);
    }

    private static ProducerRecord<byte[], byte[]> marked(
            DeadLetter letter, Mark.State state, String by, @Nullable String why, @Nullable Position as) {
        var mark = new Mark(state, letter.written(), Instant.now(), by, why, as);
        return new ProducerRecord<>(
                Topics.DEAD_MARKS, MessageJson.header(letter.position().toString()), MessageJson.write(mark));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}

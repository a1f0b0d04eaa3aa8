package dongtin.ingest;

import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker that the test classes of one JVM share; each looks at its own feeds alone. */
public final class Broker {

    private static final EmbeddedKafkaKraftBroker BROKER = started();

    private Broker() {}

    private static EmbeddedKafkaKraftBroker started() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        // By default it would name itself to all services of this JVM, whatever their settings say.
        broker.brokerListProperty("dongtin.test.shared-broker");
        broker.brokerProperties(Map.of(
                        "auto.create.topics.enable", "false",
                        // What a killed producer left open is given up when its time is over, not ten seconds later.
                        "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                        "transaction.state.log.num.partitions", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1"))
                .afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }

    public static String address() {
        return BROKER.getBrokersAsString();
    }

    /** The items of a feed that are committed by now. */
    public static List<RawItem> items(String feed) {
        return records(Topics.RAW).stream()
                .map(record -> MessageJson.read(record.value(), RawItem.class))
                .filter(item -> item.feed().equals(feed))
                .toList();
    }

    /** All that is committed on the topic by now. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", address(), "isolation.level", "read_committed");
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}

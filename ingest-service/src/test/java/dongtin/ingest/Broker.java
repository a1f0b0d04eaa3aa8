package dongtin.ingest;

import dongtin.message.RawItem;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker that the test classes of one JVM share; each looks at its own feeds alone. */
public final class Broker {

    private static final EmbeddedKafkaKraftBroker BROKER = started();
    private static final Committed COMMITTED = new Committed(address());

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
        return COMMITTED.items(feed);
    }

    /** All that is committed on the topic by now. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return COMMITTED.records(topic);
    }
}

package dongtin.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dongtin.message.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One broker for all tests of a JVM, started by the first that asks and ended with the JVM; cleared for each of them. */
final class SharedKafka {

    private static final List<String> TOPICS = List.of(
            Topics.ORIGINAL,
            Topics.RAW,
            Topics.deadLetter(Topics.RAW),
            Topics.ENRICHED,
            Topics.deadLetter(Topics.ENRICHED));

    private static @Nullable EmbeddedKafkaKraftBroker broker;

    private SharedKafka() {}

    static synchronized String servers() {
        EmbeddedKafkaKraftBroker shared = broker;
        if (shared == null) {
            shared = start();
            broker = shared;
        }
        return shared.getBrokersAsString();
    }

    private static EmbeddedKafkaKraftBroker start() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(Map.of(
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "offsets.topic.num.partitions", "1"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy, "kafka-discard"));
        return broker;
    }

    /** No groups, and the topics of the system with nothing on them: their offsets begin at 0. */
    static void clear(Admin admin, int partitions) {
        List<String> groups = get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .toList();
        get(admin.deleteConsumerGroups(groups).all());
        get(admin.deleteTopics(get(admin.listTopics().names())).all());
        make(admin, TOPICS, partitions);
    }

    static void makeAnew(Admin admin, List<String> topics, int partitions) {
        get(admin.deleteTopics(topics).all());
        make(admin, topics, partitions);
    }

    private static void make(Admin admin, List<String> topics, int partitions) {
        var created = admin.createTopics(topics.stream()
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList());
        Map<String, Uuid> ids =
                topics.stream().collect(Collectors.toMap(name -> name, name -> get(created.topicId(name))));
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(known(admin, topics)).isEqualTo(ids));
        // The topic is known before its partitions are led: a producer whose first batches meet one that is not may not
        // get on.
        get(admin.listOffsets(topics.stream()
                        .flatMap(name ->
                                IntStream.range(0, partitions).mapToObj(number -> new TopicPartition(name, number)))
                        .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())))
                .all());
    }

    private static Map<String, Uuid> known(Admin admin, List<String> topics) {
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .collect(Collectors.toMap(TopicDescription::name, TopicDescription::topicId));
    }

    static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

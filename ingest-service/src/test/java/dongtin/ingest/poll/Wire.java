package dongtin.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import dongtin.ingest.IngestApplication;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker, instances of the service beside it, and what is on the topics. */
public final class Wire implements AutoCloseable {

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);

    private final Map<String, Consumer<String, byte[]>> consumers = new HashMap<>();
    private final Map<String, List<ConsumerRecord<String, byte[]>>> records = new HashMap<>();

    public Wire() {
        broker.brokerListProperty("dongtin.test.poll-broker");
        broker.brokerProperties(Map.of(
                        "auto.create.topics.enable", "false",
                        "group.initial.rebalance.delay.ms", "0",
                        "offsets.topic.num.partitions", "1",
                        "transaction.state.log.num.partitions", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1"))
                .afterPropertiesSet();
    }

    /** Starts an instance with these settings besides those of all. */
    public ConfigurableApplicationContext start(List<String> settings) {
        return IngestApplication.start(arguments(settings));
    }

    /** Starts an instance in a process of its own, to be killed. */
    Process startProcess(List<String> settings) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                IngestApplication.class.getName()));
        command.addAll(List.of(arguments(settings)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String[] arguments(List<String> settings) {
        List<String> names = settings.stream()
                .map(setting -> setting.substring(0, setting.indexOf('=') + 1))
                .toList();
        Stream<String> ofAll = Stream.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "--spring.main.register-shutdown-hook=false",
                "--logging.level.root=warn",
                "--logging.level.dongtin=info",
                "--dongtin.ingest.topics.partitions=4",
                "--dongtin.ingest.fetch.read-timeout=30s");
        return Stream.concat(ofAll.filter(setting -> names.stream().noneMatch(setting::startsWith)), settings.stream())
                .toArray(String[]::new);
    }

    /** The settings of feeds that are polled quickly from the server's path of their name. */
    public static List<String> polled(FeedServer server, String... feeds) {
        return Arrays.stream(feeds)
                .map("--dongtin.ingest.feeds."::concat)
                .flatMap(feed -> Stream.of(
                        feed + ".provider=Hãng mẫu",
                        feed + ".poll.url=" + server.at("/" + feed.substring(feed.lastIndexOf('.') + 1)),
                        feed + ".poll.min-interval=100ms",
                        feed + ".poll.max-interval=400ms",
                        feed + ".poll.allow-inner=true"))
                .toList();
    }

    /** The raw items of a feed, in the order of their partition. */
    public List<RawItem> items(String feed) {
        return records(Topics.RAW).stream()
                .map(record -> MessageJson.read(record.value(), RawItem.class))
                .filter(item -> item.feed().equals(feed))
                .toList();
    }

    public List<String> headlines(String feed) {
        return items(feed).stream().map(RawItem::headline).toList();
    }

    /** All that is committed on the topic by now. */
    public synchronized List<ConsumerRecord<String, byte[]>> records(String topic) {
        Consumer<String, byte[]> consumer = consumers.computeIfAbsent(topic, this::consumer);
        List<ConsumerRecord<String, byte[]>> seen = records.computeIfAbsent(topic, any -> new ArrayList<>());
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        }
        return List.copyOf(seen);
    }

    private Consumer<String, byte[]> consumer(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.getBrokersAsString(), "isolation.level", "read_committed");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** RSS of items, each {@code guid|title}, perhaps with {@code |pubDate}. */
    public static byte[] rss(String... items) {
        var rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Mẫu</title>");
        for (String item : items) {
            String[] parts = item.split("\\|", -1);
            rss.append("<item><guid>%s</guid><title>%s</title>".formatted(parts[0], parts[1]));
            rss.append(parts.length > 2 ? "<pubDate>%s</pubDate>".formatted(parts[2]) : "");
            rss.append("</item>\n");
        }
        return rss.append("</channel></rss>").toString().getBytes(UTF_8);
    }

    /** An answer with RSS, as a server without validators gives it. */
    public static FeedServer.Answer feed(String... items) {
        return FeedServer.with(200, rss(items), "Content-Type: application/rss+xml");
    }

    @Override
    public synchronized void close() {
        consumers.values().forEach(Consumer::close);
        broker.destroy();
    }
}

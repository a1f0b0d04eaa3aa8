package dongtin.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import dongtin.ingest.Committed;
import dongtin.ingest.IngestApplication;
import dongtin.message.RawItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker, instances of the service beside it, and what is on the topics. */
public final class Wire implements AutoCloseable {

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    private final Committed committed;

    public Wire() {
        broker.brokerListProperty("dongtin.test.poll-broker");
        broker.brokerProperties(Map.of(
                        "auto.create.topics.enable", "false",
                        "group.initial.rebalance.delay.ms", "0",
                        "group.min.session.timeout.ms", "1000",
                        "offsets.topic.num.partitions", "1",
                        // What a killed producer left open is given up when its time is over, not ten seconds later.
                        "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                        "transaction.state.log.num.partitions", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1"))
                .afterPropertiesSet();
        committed = new Committed(broker.getBrokersAsString());
    }

    /** Starts an instance with these settings besides those of all. */
    public ConfigurableApplicationContext start(List<String> settings) {
        return IngestApplication.start(arguments(settings));
    }

    /** Starts an instance in a process of its own, to be killed: the broker misses it sooner than others. */
    Process startProcess(List<String> settings) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                IngestApplication.class.getName()));
        command.addAll(List.of(arguments(settings)));
        command.add("--spring.kafka.consumer.properties.session.timeout.ms=3000");
        command.add("--spring.kafka.producer.properties.transaction.timeout.ms=3000");
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
                // How soon an instance learns that feeds change hands.
                "--spring.kafka.consumer.heartbeat-interval=300ms",
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
                        feed + ".poll.max-interval=200ms",
                        feed + ".poll.allow-inner=true"))
                .toList();
    }

    /** The raw items of a feed, in the order of their partition. */
    public List<RawItem> items(String feed) {
        return committed.items(feed);
    }

    public List<String> headlines(String feed) {
        return items(feed).stream().map(RawItem::headline).toList();
    }

    /** All that is committed on the topic by now. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        return committed.records(topic);
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
    public void close() {
        committed.close();
        broker.destroy();
    }
}

package dongtin.operator;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dongtin.elasticsearch.SharedElasticsearch;
import dongtin.index.template.NewsIndex;
import dongtin.index.write.BulkWriter;
import dongtin.index.write.Outcome;
import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Status;
import dongtin.message.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shared broker with empty topics, the shared node with an empty index, and the command line on both. */
public final class Rig implements AutoCloseable {

    public static final int PARTITIONS = 3;

    private final URI elasticsearch = SharedElasticsearch.node().uri();
    private final Rest5Client client = Rest5Client.builder(elasticsearch).build();
    private @Nullable BulkWriter writer;
    private final KafkaProducer<String, byte[]> producer;
    public final Admin admin;

    public Rig() {
        admin = Admin.create(Map.of("bootstrap.servers", brokers()));
        SharedKafka.clear(admin, PARTITIONS);
        producer = producer(Map.of());
    }

    /** An empty index, made as index-service makes it when it starts; not before a test needs it. */
    private BulkWriter writer() {
        BulkWriter made = writer;
        if (made == null) {
            for (JsonNode row : elastic("GET", "/_cat/indices/news-*?h=index&format=json&expand_wildcards=all", "")) {
                elastic("DELETE", "/" + row.path("index").asString(), "");
            }
            var index = new NewsIndex(client);
            try {
                index.install();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            made = BulkWriter.of(client, index);
            writer = made;
        }
        return made;
    }

    public String brokers() {
        return SharedKafka.servers();
    }

    /** How a command ended, and what it said. */
    public record Ran(int status, String out, String err) {

        /** Standard output as lines of JSON. */
        public List<JsonNode> lines() {
            return out.lines().map(JsonMapper.shared()::readTree).toList();
        }
    }

    /** Runs a command on this broker and node. */
    public Ran run(String... arguments) {
        var all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--bootstrap-servers", brokers(), "--zone", "Asia/Ho_Chi_Minh"));
        if (List.of("drift", "trace").contains(arguments[0]) && !all.contains("--elasticsearch")) {
            writer();
            all.addAll(List.of("--elasticsearch", elasticsearch.toString()));
        }
        return command(all.toArray(String[]::new));
    }

    /** Runs a command with these arguments alone. */
    public static Ran command(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = OperatorCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public RecordMetadata raw(RawItem item) {
        return send(new ProducerRecord<>(Topics.RAW, item.id(), MessageJson.write(item)));
    }

    public RecordMetadata enriched(EnrichedItem item) {
        return send(new ProducerRecord<>(Topics.ENRICHED, item.item().id(), MessageJson.write(item)));
    }

    /** A topic that somebody has deleted and made again. */
    public void makeAnew(String topic) {
        SharedKafka.makeAnew(admin, List.of(topic), PARTITIONS);
    }

    /** Many, in their order. */
    public void raw(List<RawItem> items) {
        items.stream()
                .map(item -> producer.send(new ProducerRecord<>(Topics.RAW, item.id(), MessageJson.write(item))))
                .toList()
                .forEach(Rig::settled);
    }

    /** Many, in their order. */
    public void enriched(List<EnrichedItem> items) {
        items.stream()
                .map(item -> producer.send(
                        new ProducerRecord<>(Topics.ENRICHED, item.item().id(), MessageJson.write(item))))
                .toList()
                .forEach(Rig::settled);
    }

    /** A dead letter of a message that stands there. */
    public RecordMetadata dead(RecordMetadata failed, @Nullable String key, byte @Nullable [] value, String reason) {
        return send(letter(failed, key, value, reason));
    }

    private static ProducerRecord<String, byte[]> letter(
            RecordMetadata failed, @Nullable String key, byte @Nullable [] value, String reason) {
        var headers = new RecordHeaders();
        headers.add(Topics.SCHEMA_VERSION_HEADER, MessageJson.header("1"));
        headers.add(Topics.REASON_HEADER, MessageJson.header(reason));
        headers.add(
                Topics.ORIGIN_HEADER,
                MessageJson.header("%s-%d@%d".formatted(failed.topic(), failed.partition(), failed.offset())));
        headers.add("dead-letter-digest", MessageJson.header("5eed"));
        return new ProducerRecord<>(Topics.deadLetter(failed.topic()), null, key, value, headers);
    }

    /** Many raw items that failed to be tagged, one of each id. */
    public void dead(List<String> ids, String reason) {
        List<Future<RecordMetadata>> raw = ids.stream()
                .map(id -> producer.send(new ProducerRecord<>(Topics.RAW, id, json(id))))
                .toList();
        var letters = new ArrayList<Future<RecordMetadata>>();
        for (int i = 0; i < ids.size(); i++) {
            letters.add(producer.send(letter(settled(raw.get(i)), ids.get(i), json(ids.get(i)), reason)));
        }
        letters.forEach(Rig::settled);
    }

    private static byte[] json(String id) {
        return MessageJson.write(Items.raw(id, 1, Status.USABLE));
    }

    private static RecordMetadata settled(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public RecordMetadata send(ProducerRecord<String, byte[]> message) {
        return settled(producer.send(message));
    }

    /** Each message in a transaction of its own, as a push is. */
    public void inTransactions(Stream<ProducerRecord<String, byte[]>> messages) {
        try (var transactions = producer(Map.of("transactional.id", "rig"))) {
            transactions.initTransactions();
            messages.forEach(message -> {
                transactions.beginTransaction();
                var sent = transactions.send(message);
                transactions.commitTransaction();
                assertThat(sent).isDone();
            });
        }
    }

    public KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", brokers());
        settings.put("max.in.flight.requests.per.connection", 1); // partitions may be made anew this very moment
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Writes these to the index, as index-service does. */
    public void index(EnrichedItem... items) {
        assertThat(writer().write(List.of(items)))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfAny(Outcome.Stored.class, Outcome.Stale.class));
    }

    /** Does what index-service has to do: writes what its group has not read, and moves its offsets. */
    public void indexAll() {
        Map<TopicPartition, Long> read = committed("index");
        var items = new ArrayList<EnrichedItem>();
        for (ConsumerRecord<String, byte[]> message : messages(Topics.ENRICHED)) {
            var partition = new TopicPartition(message.topic(), message.partition());
            if (message.offset() >= read.getOrDefault(partition, 0L)) {
                items.add(MessageJson.read(message.value(), EnrichedItem.class));
            }
        }
        index(items.toArray(EnrichedItem[]::new));
        settled("index", Topics.ENRICHED);
    }

    /** A group has read all that is on the topic by now. */
    public void settled(String group, String topic) {
        commit(group, ends(topic));
    }

    public void commit(String group, Map<TopicPartition, Long> offsets) {
        SharedKafka.get(admin.alterConsumerGroupOffsets(
                        group,
                        offsets.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, one -> new OffsetAndMetadata(one.getValue()))))
                .all());
    }

    public Map<TopicPartition, Long> committed(String group) {
        return SharedKafka.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset()));
    }

    public Map<TopicPartition, Long> ends(String topic) {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        SharedKafka.get(admin.describeTopics(List.of(topic)).allTopicNames())
                .forEach((name, described) -> described
                        .partitions()
                        .forEach(
                                one -> partitions.put(new TopicPartition(name, one.partition()), OffsetSpec.latest())));
        return SharedKafka.get(admin.listOffsets(partitions).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset()));
    }

    /** What is committed on a topic, partition after partition. */
    public List<ConsumerRecord<String, byte[]>> messages(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "fetch.max.wait.ms",
                10); // what is read is there
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = List.copyOf(ends(topic).keySet());
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        found.sort(java.util.Comparator.<ConsumerRecord<String, byte[]>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset));
        return found;
    }

    public JsonNode elastic(String method, String path, String json) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(elasticsearch.resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json))
                    .build();
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

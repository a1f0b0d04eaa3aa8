package dongtin.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.IngestApplication;
import dongtin.message.ItemId;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PushIntegrationTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        BROKER.brokerProperties(Map.of(
                        "auto.create.topics.enable", "false",
                        "transaction.state.log.num.partitions", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1"))
                .afterPropertiesSet();
        service = start(BROKER.getBrokersAsString());
    }

    @AfterAll
    static void stop() {
        service.close();
        BROKER.destroy();
    }

    @Test
    void acceptedItemIsOnTheRawTopicAndItsMessageAmongTheOriginals() throws Exception {
        String sent = "{\"uri\": \"urn:mau:kept\",\t\"version\": 4, \"headline\": \"Tít\"}";

        JsonNode answer = json(push("demo", "application/json", sent), 202);

        String id = ItemId.of("Bản tin mẫu", "guid", "urn:mau:kept");
        assertThat(answer.toString())
                .isEqualTo("{\"items\":[{\"id\":\"%s\",\"version\":4,\"status\":\"usable\"}]}".formatted(id));
        RawItem raw = MessageJson.read(only(Topics.RAW, id).value(), RawItem.class);
        assertThat(raw.headline()).isEqualTo("Tít");
        var original = only(Topics.ORIGINAL, raw.original().sha256());
        assertThat(new String(original.value(), UTF_8)).isEqualTo(sent);
        assertThat(new String(original.headers().lastHeader(Topics.FEED_HEADER).value(), UTF_8))
                .isEqualTo("demo");
    }

    @Test
    void goodItemsAreAcceptedThoughANeighbourIsRefused() throws Exception {
        JsonNode answer = json(
                push(
                        "demo",
                        "application/json",
                        "[{\"uri\": \"urn:mau:good\", \"headline\": \"Tít\"}, {\"uri\": \"x\"}]"),
                202);

        assertThat(answer.at("/items")).hasSize(1);
        assertThat(answer.at("/refused/0").toString())
                .isEqualTo("{\"at\":\"/1\",\"reason\":\"neither a headline nor a body\"}");
        only(Topics.RAW, answer.at("/items/0/id").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nobody | application/json | {} | 404 | there is no feed 'nobody'",
                "other | application/json | {} | 401 | this feed needs its bearer token",
                "demo | application/json | {\"uri\": | 400 | line 1, column 8: no JSON",
                "demo | application/json | [] | 400 | an array without items",
                "demo | application/json | `` | 400 | the message is empty",
                "demo | application/json | {\"uri\": \"u\"} | 422 | no item could be taken",
                "demo | image/png | x | 415 | no format for image/png; these are read: ",
                "demo | multipart/form-data | x | 415 | no format for multipart/form-data",
                "demo | text/plain;charset=x-none | x | 400 | unknown charset x-none"
            })
    void whatCanNotBeTakenIsAnsweredWithWhatIsWrong(String feed, String type, String body, int status, String detail)
            throws Exception {
        HttpResponse<String> answer = push(feed, type, body);

        JsonNode problem = json(answer, status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).startsWith(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "garbage"})
    void acceptedItemIsAnswered202WhateverTheSenderReads(String accept) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(items(service, "demo"))
                        .header("Authorization", "Bearer demo-token")
                        .header("Content-Type", "application/json")
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString("{\"uri\": \"urn:accept\", \"headline\": \"Tít\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void messageOfManyItemsIsTakenUpToTheLimit() throws Exception {
        String item = "{\"uri\": \"urn:catch-up:%d\", \"headline\": \"Tít\"}";
        String thousand =
                IntStream.range(0, 1_000).mapToObj(item::formatted).collect(Collectors.joining(",", "[", "]"));

        assertThat(json(push("demo", "application/json", thousand), 202).at("/items"))
                .hasSize(1_000);
        json(push("demo", "application/json", "[" + "7,".repeat(2_000) + "7]"), 413);
    }

    @Test
    void tokenThatIsWrongOrAbsentIsAnsweredAlike() throws Exception {
        URI items = items(service, "demo");
        HttpRequest.Builder push = HttpRequest.newBuilder(items).POST(BodyPublishers.ofString("{}"));

        HttpResponse<String> absent = HTTP.send(push.build(), HttpResponse.BodyHandlers.ofString());
        push.header("Authorization", "Bearer demo-tokens");
        HttpResponse<String> wrong = HTTP.send(push.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(absent.statusCode()).isEqualTo(401);
        assertThat(absent.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(absent.body());
    }

    @Test
    void messageOverTheLimitIsRefusedWhetherOrNotItsLengthIsDeclared() throws Exception {
        byte[] large = new byte[100_001];

        for (var body : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))) {
            json(push(service, "demo", "application/json", body), 413);
        }
    }

    @Test
    void manyAtOnceAreAllAcceptedOrToldToComeAgain() throws Exception {
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                String item = "{\"uri\": \"urn:many:%d\", \"headline\": \"Tít\"}".formatted(i);
                answers.add(senders.submit(() -> push("demo", "application/json", item)));
            }
        }
        var accepted = new ArrayList<String>();
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isIn(202, 503);
            if (answer.get().statusCode() == 202) {
                accepted.add(json(answer.get(), 202).at("/items/0/id").asString());
            }
        }
        assertThat(accepted).isNotEmpty();
        assertThat(records(Topics.RAW)).extracting(ConsumerRecord::key).containsAll(accepted);
    }

    @Test
    void brokerAwayIsAnswered503WithATimeToComeAgain() throws Exception {
        try (var alone = start("127.0.0.1:1")) {
            var push = BodyPublishers.ofString("{\"uri\": \"u\", \"headline\": \"Tít\"}");

            HttpResponse<String> answer = push(alone, "demo", "application/json", push);

            assertThat(json(answer, 503).path("detail").asString()).contains("send it again");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        }
    }

    private static ConfigurableApplicationContext start(String brokers) {
        return IngestApplication.start(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + brokers,
                "--spring.kafka.admin.operation-timeout=1s",
                "--dongtin.ingest.intake.max-body=100000B",
                "--dongtin.ingest.feeds.demo.provider=Bản tin mẫu",
                // of demo-token
                "--dongtin.ingest.feeds.demo.push.token-sha256=7c43ef5ae21d43ce2743f770c68e24def1a43ee2f416d2438410c8af7af2ff2c",
                "--dongtin.ingest.feeds.other.provider=Hãng khác",
                "--dongtin.ingest.feeds.other.push.token-sha256=" + "0".repeat(64));
    }

    private static HttpResponse<String> push(String feed, String type, String body)
            throws IOException, InterruptedException {
        return push(service, feed, type, BodyPublishers.ofString(body == null ? "" : body));
    }

    private static HttpResponse<String> push(
            ConfigurableApplicationContext to, String feed, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(items(to, feed))
                        .header("Authorization", "Bearer demo-token")
                        .header("Content-Type", type)
                        .POST(body)
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI items(ConfigurableApplicationContext service, String feed) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:%s/v1/feeds/%s/items".formatted(port, feed));
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static ConsumerRecord<String, byte[]> only(String topic, String key) {
        List<ConsumerRecord<String, byte[]>> found = records(topic).stream()
                .filter(record -> record.key().equals(key))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** All that is committed on the topic by now. */
    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", BROKER.getBrokersAsString(), "isolation.level", "read_committed");
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new org.apache.kafka.common.TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}

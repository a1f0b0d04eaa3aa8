package dongtin.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.push.PushService.Answer;
import dongtin.message.ItemId;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PushIntegrationTests {

    private static PushService service;

    @BeforeAll
    static void start() {
        service = PushService.start(
                "--dongtin.ingest.feeds.other.provider=Hãng khác",
                "--dongtin.ingest.feeds.other.push.token-sha256=" + "0".repeat(64));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void acceptedItemIsOnTheRawTopicAndItsMessageAmongTheOriginals() {
        String sent = "{\"uri\": \"urn:mau:kept\",\t\"version\": 4, \"headline\": \"Tít\"}";

        JsonNode answer = taken(push("demo", "application/json", sent));

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
    void goodItemsAreAcceptedThoughANeighbourIsRefused() {
        JsonNode answer = taken(push(
                "demo", "application/json", "[{\"uri\": \"urn:mau:good\", \"headline\": \"Tít\"}, {\"uri\": \"x\"}]"));

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
    void whatCanNotBeTakenIsAnsweredWithWhatIsWrong(String feed, String type, String body, int status, String detail) {
        assertThat(push(feed, type, body).refusedWith(status)).startsWith(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "garbage"})
    void acceptedItemIsAnswered202WhateverTheSenderReads(String accept) {
        service.send(service.toDemo().header("Accept", accept), "{\"uri\": \"urn:accept\", \"headline\": \"Tít\"}")
                .accepted();
    }

    @Test
    void messageOfManyItemsIsTakenUpToTheLimit() {
        String item = "{\"uri\": \"urn:catch-up:%d\", \"headline\": \"Tít\"}";
        String thousand =
                IntStream.range(0, 1_000).mapToObj(item::formatted).collect(Collectors.joining(",", "[", "]"));

        assertThat(taken(push("demo", "application/json", thousand)).at("/items"))
                .hasSize(1_000);
        push("demo", "application/json", "[" + "7,".repeat(2_000) + "7]").refusedWith(413);
    }

    @Test
    void tokenThatIsWrongOrAbsentIsAnsweredAlike() {
        Answer absent = service.send(service.to("demo"), "{}");
        Answer wrong = service.send(service.to("demo").header("Authorization", "Bearer demo-tokens"), "{}");
        Answer otherScheme = service.send(service.to("demo").header("Authorization", "Basic demo-token"), "{}");

        absent.refusedWith(401);
        assertThat(wrong).isEqualTo(absent);
        assertThat(otherScheme).isEqualTo(absent);
    }

    @Test
    void manyAtOnceAreAllAcceptedOrToldToComeAgain() throws Exception {
        var answers = new ArrayList<Future<Answer>>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                String item = "{\"uri\": \"urn:many:%d\", \"headline\": \"Tít\"}".formatted(i);
                answers.add(senders.submit(() -> push("demo", "application/json", item)));
            }
        }
        var accepted = new ArrayList<String>();
        for (var answer : answers) {
            assertThat(answer.get().status()).isIn(202, 503);
            if (answer.get().status() == 202) {
                accepted.add(answer.get().accepted());
            }
        }
        assertThat(accepted).isNotEmpty();
        assertThat(service.records(Topics.RAW)).extracting(ConsumerRecord::key).containsAll(accepted);
    }

    private static JsonNode taken(Answer answer) {
        answer.accepted();
        return answer.json();
    }

    private static Answer push(String feed, String type, String body) {
        return service.send(
                service.to(feed).header("Authorization", "Bearer demo-token").header("Content-Type", type),
                body == null ? "" : body);
    }

    private static ConsumerRecord<String, byte[]> only(String topic, String key) {
        var found = service.records(topic, key);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}

package dongtin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.push.PushService.Answer;
import dongtin.message.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedPushIntegrationTests {

    private static PushService service;

    @BeforeAll
    static void start() {
        service = PushService.start(
                "--dongtin.ingest.feeds.other.provider=Hãng khác",
                "--dongtin.ingest.feeds.other.push.token-sha256=" + PushService.DEMO_TOKEN);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void sameKeyAndMessageIsAnsweredTheSameAndPublishedOnce() {
        Answer first = push("demo", "\"key-1\"", item("urn:repeat:1"));
        Answer second = push("demo", "key-1", item("urn:repeat:1"));

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.status()).isEqualTo(202);
        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(service.records(Topics.RAW, first.accepted())).hasSize(1);
    }

    @Test
    void sameKeyWithAnotherMessageIsRefused() {
        push("demo", "\"key-2\"", item("urn:repeat:2")).accepted();

        assertThat(push("demo", "\"key-2\"", item("urn:repeat:other")).refusedWith(422))
                .isEqualTo("this key was used for another message");
    }

    @Test
    void keysAreEachFeedsOwn() {
        push("demo", "\"key-3\"", item("urn:repeat:3")).accepted();

        assertThat(push("other", "\"key-3\"", item("urn:repeat:other")).replayed())
                .isFalse();
    }

    @Test
    void keyOfARefusedMessageIsFree() {
        push("demo", "\"key-4\"", "{\"uri\":").refusedWith(400);

        assertThat(push("demo", "\"key-4\"", item("urn:repeat:4")).replayed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"", "\"open", "a b", "a,b", "a;b", "\"a\";p=1"})
    void keyThatIsNoneIsRefused(String key) {
        assertThat(push("demo", key, item("urn:repeat:5")).refusedWith(400)).startsWith("Idempotency-Key is no string");
    }

    @Test
    void keyThatIsGivenTwiceIsRefused() {
        var push = service.toDemo().header("Idempotency-Key", "a").header("Idempotency-Key", "b");

        service.send(push, item("urn:repeat:6")).refusedWith(400);
    }

    @Test
    void everyItemThatCameIsAcceptedRefusedOrFailedAndARepeatIsNone() {
        double repeated = service.count("wire.push.repeated", "demo");
        push("demo", "\"key-7\"", item("urn:repeat:7")).accepted();
        double received = service.count("wire.ingest.received", "demo");
        push("demo", "\"key-7\"", item("urn:repeat:7")).accepted();
        assertThat(service.count("wire.ingest.received", "demo")).isEqualTo(received);
        assertThat(service.count("wire.push.repeated", "demo")).isEqualTo(repeated + 1);

        push("demo", "\"key-7\"", item("urn:repeat:8")).refusedWith(422);
        push("demo", "\"", item("urn:repeat:9")).refusedWith(400);
        assertThat(service.count("wire.ingest.received", "demo")).isEqualTo(received + 2);
        service.requireThatFatesAddUp("demo");
    }

    private static Answer push(String feed, String key, String body) {
        return service.send(
                service.to(feed)
                        .header("Authorization", "Bearer demo-token")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key),
                body);
    }

    private static String item(String uri) {
        return "{\"uri\": \"%s\", \"headline\": \"Tít\"}".formatted(uri);
    }
}

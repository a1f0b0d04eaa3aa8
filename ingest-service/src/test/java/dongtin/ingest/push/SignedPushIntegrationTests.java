package dongtin.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dongtin.ingest.feed.SigningSecret;
import dongtin.ingest.push.PushService.Answer;
import dongtin.message.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignedPushIntegrationTests {

    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_bmV1ZXMtR2VoZWltbmlzLWRlci1CYW5rLTAx";
    private static final String STRANGER = "whsec_ZWluLWZyZW1kZXMtR2VoZWltbmlzLTEyMzQ1";

    private static PushService service;

    /** One time for each test, so that what is signed twice is signed the same. */
    private final long now = Instant.now().getEpochSecond();

    @BeforeAll
    static void start() {
        service = PushService.start(
                "--dongtin.ingest.feeds.signed.provider=Hãng ký tên",
                "--dongtin.ingest.feeds.signed.push.signing-secrets=" + OLD + "," + NEW,
                "--dongtin.ingest.feeds.both.provider=Hãng có cả hai",
                "--dongtin.ingest.feeds.both.push.signing-secrets=" + OLD,
                "--dongtin.ingest.feeds.both.push.token-sha256=" + PushService.DEMO_TOKEN);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void signatureOfEitherLiveSecretLetsIn() {
        for (String secret : List.of(OLD, NEW)) {
            String body = item("urn:signed:" + secret.substring(6, 10), "Tít");

            assertThat(push("msg-" + secret, now, body, sign(secret, "msg-" + secret, now, body))
                            .accepted())
                    .isNotEmpty();
        }
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        String body = item("urn:signed:several", "Tít");
        String right = sign(OLD, "msg-several", now, body);
        String wrong = sign(STRANGER, "msg-several", now, body);

        assertThat(push("msg-several", now, body, "v1a,x " + wrong + " " + right + " nonsense")
                        .accepted())
                .isNotEmpty();
    }

    @Test
    void timesWithinFiveMinutesBothWaysAreTaken() {
        for (long offset : new long[] {-200, 200}) {
            String body = item("urn:signed:window:" + offset, "Tít");

            push("msg" + offset, now + offset, body, sign(OLD, "msg" + offset, now + offset, body))
                    .accepted();
        }
    }

    @Test
    void whateverIsWrongIsAnsweredAlike() {
        String body = item("urn:signed:wrong", "Tít");
        String right = sign(OLD, "msg-w", now, body);
        var answers = new ArrayList<Answer>();
        answers.add(service.send(service.to("signed"), body));
        answers.add(service.send(service.to("signed").header("Authorization", "Bearer demo-token"), body));
        answers.add(push("msg-w", now, body, sign(STRANGER, "msg-w", now, body)));
        answers.add(push("msg-w", now, item("urn:signed:wrong", "Tịt"), right));
        answers.add(push("msg-other", now, body, right));
        answers.add(push("msg-w", now - 600, body, sign(OLD, "msg-w", now - 600, body)));
        answers.add(push("msg-w", now + 600, body, sign(OLD, "msg-w", now + 600, body)));
        answers.add(push("msg-w", now + 1, body, right));
        answers.add(push("msg-w", now, body, right.replace("v1,", "v2,")));
        answers.add(push("msg-w", now, body, "v1,"));
        answers.add(push(null, now, body, right));
        answers.add(service.send(signed("signed", "msg-w", "yesterday", right), body));
        answers.add(service.send(signed("signed", "msg-w", "9".repeat(40), right), body));
        answers.add(service.send(signed("signed", "msg-w", "-5", right), body));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
        assertThat(answers.getFirst().refusedWith(401)).isEqualTo("this feed needs its bearer token or its signature");
    }

    @Test
    void replayIsAnsweredAsTheFirstTimeAndPublishesNothing() {
        String body = item("urn:signed:replay", "Tít");
        String signature = sign(OLD, "msg-replay", now, body);

        Answer first = push("msg-replay", now, body, signature);
        Answer replay = push("msg-replay", now, body, signature);
        Answer sentAgainLater = push("msg-replay", now + 60, body, sign(NEW, "msg-replay", now + 60, body));

        assertThat(List.of(replay.status(), sentAgainLater.status())).containsOnly(202);
        assertThat(List.of(replay.body(), sentAgainLater.body())).containsOnly(first.body());
        assertThat(List.of(first.replayed(), replay.replayed(), sentAgainLater.replayed()))
                .containsExactly(false, true, true);
        assertThat(service.records(Topics.RAW, first.accepted())).hasSize(1);
    }

    @Test
    void anotherIdempotencyKeyDoesNotMakeAReplayNew() {
        String body = item("urn:signed:rekeyed", "Tít");
        var push = signed("signed", "msg-rekeyed", now, sign(OLD, "msg-rekeyed", now, body));

        String id = service.send(push, body).accepted();
        Answer replay = service.send(push.header("Idempotency-Key", "\"another\""), body);

        assertThat(replay.replayed()).isTrue();
        assertThat(service.records(Topics.RAW, id)).hasSize(1);
    }

    @Test
    void idOfAnotherMessageIsRefused() {
        String first = item("urn:signed:taken", "Tít");
        String second = item("urn:signed:taken", "Tít khác");
        push("msg-taken", now, first, sign(OLD, "msg-taken", now, first)).accepted();

        assertThat(push("msg-taken", now, second, sign(OLD, "msg-taken", now, second))
                        .refusedWith(422))
                .isEqualTo("this key was used for another message");
    }

    @Test
    void signatureIsOfTheBytesAsTheyWereSent() throws IOException {
        byte[] gzip = gzip(item("urn:signed:gzip", "Tít").getBytes(UTF_8));
        byte[] vietnamese = "Tít bản tin\nHà Nội (DT 25/11/2026)\nMột đoạn.".getBytes(Charset.forName("windows-1258"));

        service.send(
                        signed("signed", "msg-gzip", now, signBytes(OLD, "msg-gzip", now, gzip))
                                .header("Content-Encoding", "gzip"),
                        gzip)
                .accepted();
        service.send(
                        service.to("signed")
                                .header("Content-Type", "text/plain;charset=windows-1258")
                                .header("webhook-id", "msg-1258")
                                .header("webhook-timestamp", String.valueOf(now))
                                .header("webhook-signature", signBytes(OLD, "msg-1258", now, vietnamese)),
                        vietnamese)
                .accepted();
    }

    @Test
    void feedWithBothTakesEitherButNoWrongSignatureBesideAToken() {
        String body = item("urn:both", "Tít");
        var withToken = service.to("both")
                .header("Authorization", "Bearer demo-token")
                .header("Content-Type", "application/json");

        service.send(withToken, body).accepted();
        service.send(signed("both", "msg-both", now, sign(OLD, "msg-both", now, body)), body)
                .accepted();
        service.send(
                        withToken
                                .header("webhook-id", "msg-bad")
                                .header("webhook-timestamp", String.valueOf(now))
                                .header("webhook-signature", sign(STRANGER, "msg-bad", now, body)),
                        body)
                .refusedWith(401);
    }

    private static Answer push(@Nullable String id, long time, String body, String signature) {
        return service.send(signed("signed", id, time, signature), body);
    }

    private static HttpRequest.Builder signed(String feed, @Nullable String id, long time, String signature) {
        return signed(feed, id, String.valueOf(time), signature);
    }

    private static HttpRequest.Builder signed(String feed, @Nullable String id, String time, String signature) {
        HttpRequest.Builder push = service.to(feed)
                .header("Content-Type", "application/json")
                .header("webhook-timestamp", time)
                .header("webhook-signature", signature);
        return id == null ? push : push.header("webhook-id", id);
    }

    /** As the senders' own library signs. */
    private static String sign(String secret, String id, long time, String body) {
        try {
            return new Webhook(secret).sign(id, time, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For bodies that are no UTF-8, which that library cannot sign. */
    private static String signBytes(String secret, String id, long time, byte[] body) {
        byte[] signature = SigningSecret.of(secret).sign("%s.%d.".formatted(id, time), body);
        return "v1," + Base64.getEncoder().encodeToString(signature);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String item(String uri, String headline) {
        return "{\"uri\": \"%s\", \"version\": 1, \"headline\": \"%s\"}".formatted(uri, headline);
    }
}

package dongtin.ingest.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.push.PushService.Answer;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushLimitsIntegrationTests {

    private static final int MAX_BODY = 1024 * 1024;
    private static final byte[] SPACES = " ".repeat(1024 * 1024).getBytes(UTF_8);

    private static PushService service;

    @BeforeAll
    static void start() {
        service = PushService.start(
                "--dongtin.ingest.intake.max-body=" + MAX_BODY + "B",
                "--dongtin.ingest.push.in-flight=6MB",
                "--dongtin.ingest.push.body-timeout=2s",
                "--server.tomcat.connection-timeout=2s",
                "--dongtin.ingest.feeds.slow.provider=Hãng chậm",
                "--dongtin.ingest.feeds.slow.push.token-sha256=" + PushService.DEMO_TOKEN,
                "--dongtin.ingest.feeds.slow.push.per-second=1",
                "--dongtin.ingest.feeds.slow.push.burst=2",
                "--dongtin.ingest.feeds.narrow.provider=Hãng hẹp",
                "--dongtin.ingest.feeds.narrow.push.token-sha256=" + PushService.DEMO_TOKEN,
                "--dongtin.ingest.feeds.narrow.push.in-flight=1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZip", "identity, gzip"})
    void inflatedMessageIsTaken(String coding) {
        service.send(coded(coding), gzip("{\"uri\": \"urn:gzip\", \"headline\": \"Tít\"}".getBytes(UTF_8)))
                .accepted();
    }

    @Test
    void messageInSeveralMembersIsReadToItsEnd() {
        byte[] start = gzip("{\"uri\": \"urn:members\", ".getBytes(UTF_8));
        byte[] end = gzip("\"headline\": \"Tít\"}".getBytes(UTF_8));

        service.send(coded("gzip"), joined(start, end)).accepted();
    }

    @Test
    void originalIsTheMessageWithoutItsCoding() {
        String message = "{\"uri\": \"urn:original\", \"headline\": \"Tít\"}";
        String id = service.send(coded("gzip"), gzip(message.getBytes(UTF_8))).accepted();

        var raw = MessageJson.read(service.records(Topics.RAW, id).getFirst().value(), RawItem.class);
        assertThat(service.records(Topics.ORIGINAL, raw.original().sha256()))
                .singleElement()
                .satisfies(
                        original -> assertThat(original.value()).asString(UTF_8).isEqualTo(message));
    }

    @Test
    void brokenGzipIsRefused() {
        byte[] whole = gzip("{\"uri\": \"urn:broken\", \"headline\": \"Tít\"}".getBytes(UTF_8));
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 0x55;

        Stream.of(
                        Arrays.copyOf(whole, whole.length - 1),
                        Arrays.copyOf(whole, whole.length / 2),
                        Arrays.copyOf(whole, 5),
                        joined(whole, "rest".getBytes(UTF_8)),
                        joined(whole, Arrays.copyOf(whole, 12)),
                        joined(whole, Arrays.copyOf(whole, whole.length - 3)),
                        changed,
                        "{}".getBytes(UTF_8))
                .forEach(body -> assertThat(service.send(coded("gzip"), body).refusedWith(400))
                        .startsWith("no gzip: "));
        assertThat(service.send(coded("gzip"), new byte[0]).refusedWith(400)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip, br", "zstd"})
    void otherCodingsAreRefused(String coding) {
        assertThat(service.send(coded(coding), gzip(new byte[10])).refusedWith(415))
                .isEqualTo("Content-Encoding %s is not read; gzip is, once".formatted(coding));
    }

    @Test
    void gzipBombIsRefusedWithoutBeingInflated() {
        byte[] bomb = gzip(repeated(SPACES, 500));

        assertThat(bomb).hasSizeLessThan(MAX_BODY);
        assertThat(service.send(coded("gzip"), bomb).refusedWith(413)).isEqualTo("a message has 1048576 bytes at most");
    }

    @Test
    void bodyOf100MegabytesIsRefusedHoweverItIsSent() {
        for (var body : List.of(
                BodyPublishers.ofInputStream(() -> repeated(SPACES, 100)),
                BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> repeated(SPACES, 100)), 100L * SPACES.length))) {
            service.send(service.toDemo(), body).refusedWith(413);
        }
    }

    @Test
    void bodyAtTheLimitIsTakenAndOneByteMoreIsNot() {
        byte[] item = "{\"uri\": \"urn:limit\", \"headline\": \"Tít\"}".getBytes(UTF_8);
        byte[] atLimit = joined(item, Arrays.copyOf(SPACES, MAX_BODY - item.length));
        byte[] over = joined(atLimit, new byte[] {' '});

        for (byte[] body : new byte[][] {atLimit, over}) {
            int status = body == atLimit ? 202 : 413;
            assertThat(service.send(service.toDemo(), body).status()).isEqualTo(status);
            assertThat(service.send(service.toDemo(), chunked(body)).status()).isEqualTo(status);
            assertThat(service.send(coded("gzip"), gzip(body)).status()).isEqualTo(status);
        }
    }

    @Test
    void feedThatSendsTooFastIsToldWhenToComeAgainAndOthersAreNotConcerned() {
        var push =
                service.to("slow").header("Authorization", "Bearer demo-token").header("Content-Type", "text/plain");
        var strangers = service.to("slow").header("Authorization", "Bearer wrong");
        IntStream.range(0, 5).forEach(i -> service.send(strangers, "x").refusedWith(401));

        Answer[] answers = IntStream.range(0, 4)
                .mapToObj(i -> service.send(push, "Tít %d\nHà Nội (DT 25/11/2026)\nĐoạn.".formatted(i)))
                .toArray(Answer[]::new);

        assertThat(answers[0].status()).isEqualTo(202);
        assertThat(answers[1].status()).isEqualTo(202);
        Answer refused = Stream.of(answers)
                .filter(one -> one.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.refusedWith(429)).isEqualTo("this feed sends too fast; send it again");
        assertThat(refused.retryAfter()).isEqualTo("1");
        assertThat(service.count("wire.push.limited", "slow")).isPositive();
        service.requireThatFatesAddUp("slow");
        service.send(service.toDemo(), "{\"uri\": \"urn:beside\", \"headline\": \"Tít\"}")
                .accepted();
    }

    @Test
    void feedWithTooManyInFlightIsToldToComeAgain() throws IOException {
        var push = service.to("narrow")
                .header("Authorization", "Bearer demo-token")
                .header("Content-Type", "application/json");
        try (var unfinished = service.connect()) {
            unfinished.getOutputStream().write("""
                    POST /v1/feeds/narrow/items HTTP/1.1\r
                    Host: x\r
                    Authorization: Bearer demo-token\r
                    Content-Length: 50\r
                    \r
                    {""".getBytes(UTF_8));
            unfinished.getOutputStream().flush();

            Awaitility.await().untilAsserted(() -> {
                Answer second = service.send(push, "{\"uri\": \"urn:narrow\", \"headline\": \"Tít\"}");
                assertThat(second.refusedWith(429)).startsWith("too many messages of this feed");
                assertThat(second.retryAfter()).isEqualTo("1");
            });
            assertThat(new String(unfinished.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 408");
        }
        service.send(push, "{\"uri\": \"urn:narrow\", \"headline\": \"Tít\"}").accepted();
        service.requireThatFatesAddUp("narrow");
    }

    @Test
    void bodyThatDripsIsGivenUp() throws Exception {
        try (var slow = service.connect();
                var sender = Executors.newSingleThreadScheduledExecutor()) {
            OutputStream out = slow.getOutputStream();
            out.write("""
                    POST /v1/feeds/demo/items HTTP/1.1\r
                    Host: x\r
                    Authorization: Bearer demo-token\r
                    Content-Length: 100000\r
                    \r
                    """.getBytes(UTF_8));
            // Each byte comes soon enough for the time between two; it ends when the connection does.
            var dripping = sender.scheduleAtFixedRate(() -> write(out), 0, 100, TimeUnit.MILLISECONDS);

            assertThat(new String(slow.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json")
                    .contains("the message came too slowly");
            dripping.cancel(false);
        }
    }

    @Test
    void manyLargeMessagesAtOnceAreTakenOrToldToComeAgain() throws Exception {
        byte[] large = "{\"uri\": \"urn:large\", \"headline\": \"Tít\", \"body_text\": \"%s\"}"
                .formatted("chữ ".repeat(MAX_BODY / 6 - 100))
                .getBytes(UTF_8);
        var answers = new ArrayList<Future<Answer>>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                var body = i % 2 == 0 ? BodyPublishers.ofByteArray(large) : chunked(large);
                answers.add(senders.submit(() -> service.send(service.toDemo(), body)));
            }
        }

        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isIn(202, 503);
            assertThat(answer.get().retryAfter()).isEqualTo(answer.get().status() == 503 ? "5" : "");
        }
        assertThat(answers)
                .anySatisfy(answer -> assertThat(answer.get().status()).isEqualTo(202));
        service.requireThatFatesAddUp("demo");
    }

    private static void write(OutputStream to) {
        try {
            to.write(' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.Builder coded(String coding) {
        return service.toDemo().header("Content-Encoding", coding);
    }

    private static HttpRequest.BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static InputStream repeated(byte[] part, int times) {
        return new SequenceInputStream(Collections.enumeration(Collections.nCopies(times, part).stream()
                .map(ByteArrayInputStream::new)
                .toList()));
    }

    private static byte[] gzip(byte[] plain) {
        return gzip(new ByteArrayInputStream(plain));
    }

    private static byte[] gzip(InputStream plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            plain.transferTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}

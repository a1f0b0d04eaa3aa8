package dongtin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.BrokerProcess;
import dongtin.ingest.push.PushService.Answer;
import dongtin.message.ItemId;
import dongtin.message.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerOutageIntegrationTests {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    @Test
    void outageIsAnswered503WithinFiveSecondsAndItsEndIsNoticed() throws Exception {
        try (var broker = new BrokerProcess(directory);
                var service = PushService.startAt(broker.bootstrapServers())) {
            requireUnavailable(push(service, "never-there"));
            requireHealth(service, "/readiness", "DOWN");
            broker.start();
            awaitAccepted(service, "there");
            requireHealth(service, "/readiness", "UP");

            broker.freeze();
            requireUnavailable(push(service, "frozen"));
            broker.thaw();
            awaitAccepted(service, "thawed");

            broker.kill();
            requireUnavailable(push(service, "killed"));
            requireUnavailable(push(service, "still-killed"));
            awaitBrokersHealth(service, "DOWN");
            // The answer 503 says when to come again; a service that is not ready would say nothing.
            requireHealth(service, "/readiness", "UP");
            requireHealth(service, "/liveness", "UP");
            broker.start();
            awaitAccepted(service, "back");
            awaitWhole(service, "back");
            awaitBrokersHealth(service, "UP");
            service.requireThatFatesAddUp("demo");
        }
    }

    @Test
    void brokerThatDiesInMidPushLeavesNothingHalfTaken() throws Exception {
        try (var broker = new BrokerProcess(directory).start();
                var service = PushService.startAt(broker.bootstrapServers())) {
            awaitAccepted(service, "warm");
            List<Timed> answers = pushWhile(service, broker);

            assertThat(answers).allSatisfy(one -> {
                assertThat(one.answer().status()).isIn(202, 503);
                assertThat(one.took()).isLessThan(LONGEST);
            });
            assertThat(answers)
                    .anySatisfy(one -> assertThat(one.answer().status()).isEqualTo(503));
            broker.start();
            awaitAccepted(service, "after");
            awaitWhole(service, "after");
            List<String> there = service.records(Topics.RAW).stream()
                    .map(ConsumerRecord::key)
                    .toList();
            assertThat(answers).allSatisfy(one -> {
                List<String> ids = IntStream.range(0, 3)
                        .mapToObj(item -> id(one.name(), item))
                        .toList();
                boolean whole = there.containsAll(ids);
                boolean nothing = ids.stream().noneMatch(there::contains);
                assertThat(whole || (nothing && one.answer().status() == 503))
                        .as(one.name())
                        .isTrue();
            });
        }
    }

    @Test
    void keyIsHeldWhileItsPushRunsAndFreeAfterItFailed() throws Exception {
        try (var broker = new BrokerProcess(directory).start();
                var service = PushService.startAt(broker.bootstrapServers());
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            awaitAccepted(service, "warm");
            broker.freeze();
            Future<Answer> first = senders.submit(() -> pushWithKey(service));
            // The first one is answered after seconds; until then its key is taken.
            Awaitility.await().until(() -> pushWithKey(service).status() == 409);
            first.get().refusedWith(503);
            broker.thaw();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> pushWithKey(service).status() == 202);
            assertThat(pushWithKey(service).replayed()).isTrue();
        }
    }

    private static Answer pushWithKey(PushService service) {
        return service.send(service.toDemo().header("Idempotency-Key", "\"outage\""), message("keyed"));
    }

    /** Pushes in turn on several connections, and kills the broker among them. */
    private static List<Timed> pushWhile(PushService service, BrokerProcess broker) throws Exception {
        var stop = new AtomicBoolean();
        var senders = new ArrayList<Future<List<Timed>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                String sender = "mid-" + i;
                senders.add(threads.submit(() -> pushUntil(stop, service, sender)));
            }
            Awaitility.await().until(() -> service.count("wire.ingest.accepted", "demo") > 60);
            broker.kill();
            Awaitility.await().until(() -> service.count("wire.ingest.failed", "demo") > 6);
            stop.set(true);
        }
        var all = new ArrayList<Timed>();
        for (var sender : senders) {
            all.addAll(sender.get());
        }
        return all;
    }

    private static List<Timed> pushUntil(AtomicBoolean stop, PushService service, String sender) {
        var answers = new ArrayList<Timed>();
        while (!stop.get()) {
            answers.add(push(service, sender + "-" + answers.size()));
        }
        return answers;
    }

    private static void requireHealth(PushService service, String group, String status) {
        assertThat(service.health(group).path("status").asString()).isEqualTo(status);
    }

    private static void awaitBrokersHealth(PushService service, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.health("")
                                .at("/components/kafka/status")
                                .asString())
                        .isEqualTo(status));
    }

    private static void awaitAccepted(PushService service, String name) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> push(service, name).answer().status() == 202);
    }

    private static void requireUnavailable(Timed one) {
        assertThat(one.answer().refusedWith(503)).contains("send it again");
        assertThat(one.answer().retryAfter()).isEqualTo("5");
        assertThat(one.took()).isLessThan(LONGEST);
    }

    /** Readers see it as soon as the transaction that the outage left open has run out. */
    private static void awaitWhole(PushService service, String name) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (int item = 0; item < 3; item++) {
                assertThat(service.records(Topics.RAW, id(name, item))).as(name).isNotEmpty();
            }
        });
    }

    private static String id(String name, int item) {
        return ItemId.of("Bản tin mẫu", "guid", "urn:outage:%s:%d".formatted(name, item));
    }

    private static Timed push(PushService service, String name) {
        long start = System.nanoTime();
        Answer answer = service.send(service.toDemo(), message(name));
        return new Timed(name, answer, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Three items, so that half of them could be missing. */
    private static String message(String name) {
        String item = "{\"uri\": \"urn:outage:%s:%d\", \"version\": 1, \"headline\": \"Tít\"}";
        return "[%s, %s, %s]".formatted(item.formatted(name, 0), item.formatted(name, 1), item.formatted(name, 2));
    }

    private record Timed(String name, Answer answer, Duration took) {}
}

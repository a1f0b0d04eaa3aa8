package dongtin.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Several instances, one after the other and side by side. */
class PollInstancesIntegrationTests {

    private static final String TIME = "|Wed, 25 Nov 2026 07:00:00 +0700";
    private static final String[] MANY =
            IntStream.range(0, 12).mapToObj(i -> "many-" + i).toArray(String[]::new);

    private static final FeedServer SERVER = new FeedServer();
    private static final Wire WIRE = new Wire();
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();

    @AfterEach
    void stop() {
        running.forEach(ConfigurableApplicationContext::close);
    }

    @AfterAll
    static void stopAll() {
        SERVER.close();
        WIRE.close();
    }

    @Test
    void restartGoesOnWhereTheLastOneEnded() {
        SERVER.set("/resumed", FeedServer.with(200, Wire.rss("1|Một" + TIME), "ETag: \"1\""));
        var first = start("resumed");
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> WIRE.headlines("resumed").size() == 1);
        first.close();
        int asked = SERVER.asked("/resumed").size();

        SERVER.set("/resumed", FeedServer.with(200, Wire.rss("2|Hai" + TIME, "1|Một" + TIME), "ETag: \"2\""));
        start("resumed");

        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> WIRE.headlines("resumed").size() > 1);
        assertThat(WIRE.headlines("resumed")).containsExactlyInAnyOrder("Một", "Hai");
        assertThat(SERVER.asked("/resumed").get(asked).header("If-None-Match")).isEqualTo("\"1\"");
    }

    @Test
    void feedsAreSharedAndEachIsPolledByExactlyOne() {
        for (String feed : MANY) {
            SERVER.set("/" + feed, Wire.feed("1|Một" + TIME));
        }
        var one = start(MANY);
        await().atMost(30, TimeUnit.SECONDS).until(() -> inHand(one).equals(Set.of(MANY)));
        var other = start(MANY);

        await().atMost(20, TimeUnit.SECONDS).until(() -> {
            Set<String> shared = new HashSet<>(inHand(one));
            Set<String> others = inHand(other);
            return !shared.isEmpty()
                    && !others.isEmpty()
                    && shared.stream().noneMatch(others::contains)
                    && shared.addAll(others)
                    && shared.equals(Set.of(MANY));
        });
        for (String feed : MANY) {
            SERVER.set("/" + feed, Wire.feed("1|Một" + TIME, "2|Hai" + TIME));
        }
        for (String feed : MANY) {
            await().atMost(30, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(WIRE.headlines(feed)).containsExactlyInAnyOrder("Một", "Hai"));
        }

        one.close();
        await().atMost(20, TimeUnit.SECONDS).until(() -> inHand(other).equals(Set.of(MANY)));
    }

    /** Each poll of the feed finds one item more; the process is killed somewhere in the middle of it. */
    @Test
    void killInMidPollLosesNothing() throws Exception {
        var items = new AtomicInteger();
        SERVER.set("/killed", exchange -> {
            String[] so = IntStream.rangeClosed(0, items.incrementAndGet())
                    .mapToObj(i -> i + "|Tin " + i + TIME)
                    .toArray(String[]::new);
            Wire.feed(so).to(exchange);
        });
        Process process = WIRE.startProcess(Wire.polled(SERVER, "killed"));
        try {
            await().pollInterval(1, TimeUnit.MILLISECONDS)
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> items.get() > 7);
            assertThat(WIRE.headlines("killed")).isNotEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
        int last = items.get();

        start("killed"); // has the feed when the broker misses the other one, after 3 s

        List<String> all =
                IntStream.rangeClosed(0, last).mapToObj(i -> "Tin " + i).toList();
        await().atMost(40, TimeUnit.SECONDS)
                .untilAsserted(() ->
                        assertThat(new HashSet<>(WIRE.headlines("killed"))).containsAll(all));
    }

    private ConfigurableApplicationContext start(String... feeds) {
        var service = WIRE.start(Wire.polled(SERVER, feeds));
        running.add(service);
        return service;
    }

    private static Set<String> inHand(ConfigurableApplicationContext service) {
        return service.getBean(Poller.class).inHand().keySet();
    }
}

package dongtin.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dongtin.message.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/guarantees.md promises, while the processes are killed. The long form: {@code ./mvnw -P faults -pl standalone -am verify}. */
class FaultsIntegrationTests {

    private static final int STORIES = Integer.getInteger("faults.stories", 1_000);
    private static final int KILLS = Integer.getInteger("faults.kills", 5);
    private static final int MESSAGES_PER_SECOND = Integer.getInteger("faults.rate", 80);
    private static final long SEED = Long.getLong("faults.seed", 20_261_125);
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void whatWasAcceptedIsInTheIndexAtItsNewestVersionWhateverIsKilled() throws Exception {
        var newsroom = new Newsroom(SEED, STORIES);
        try (var processes = new Processes(directory, Path.of("target", "faults"));
                var pusher = new Pusher(processes.items(), newsroom);
                var faults = new Faults(processes, SEED, KILLS)) {
            processes.start();
            var harm = faults.start();
            pusher.start(MESSAGES_PER_SECOND).get(1, TimeUnit.HOURS);
            harm.get(1, TimeUnit.HOURS);
            processes.awaitReady();

            List<String> expected = newsroom.stories().stream()
                    .map(story -> "%s %d %s".formatted(pusher.ids.get(story.uri()), story.version(), story.status()))
                    .sorted()
                    .toList();
            var standing = new Standing(processes.elasticsearch);
            try {
                await().atMost(SETTLED_WITHIN)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> standing.documents("news-all").size() == expected.size());
                await().atMost(SETTLED_WITHIN)
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertThat(standing.documents("news-all"))
                                .containsExactlyInAnyOrderElementsOf(expected));
            } catch (ConditionTimeoutException e) {
                throw new AssertionError(processes.operator("topics") + processes.drift(), e);
            }
            assertThat(standing.documents("news"))
                    .as("killed stories are gone")
                    .containsExactlyInAnyOrderElementsOf(expected.stream()
                            .filter(story -> story.endsWith("usable"))
                            .toList());
            var traffic = new Traffic(processes.bootstrapServers());
            var raw = traffic.perKey(Topics.RAW);
            assertThat(traffic.perKey(Topics.ENRICHED))
                    .as("each raw item enriched once")
                    .isEqualTo(raw);
            assertThat(traffic.perKey(Topics.deadLetter(Topics.RAW))).isEmpty();
            assertThat(traffic.perKey(Topics.deadLetter(Topics.ENRICHED))).isEmpty();
            // One that was added or started again at the end may have received nothing; all together have.
            double received = 0;
            for (JavaPart service : processes.runningServices()) {
                Identity identity = Identity.of(service.name());
                await(service.name() + "'s counters add up")
                        .untilAsserted(() ->
                                assertThat(identity.missing(service.metrics())).isZero());
                received += identity.received(service.metrics());
            }
            assertThat(received).as("items that the counters tell of").isPositive();
            assertThat(processes.drift()).as("what operator drift prints").isEmpty();
            report(
                    pusher,
                    faults,
                    raw.values().stream().mapToInt(Integer::intValue).sum());
        }
    }

    private static void report(Pusher pusher, Faults faults, int raw) {
        System.out.printf(
                "%d stories, %d messages answered 202, %d times none took one, %d raw items, each enriched once; done: %s%n",
                STORIES, pusher.accepted.sum(), pusher.failed.sum(), raw, faults.counts());
    }
}

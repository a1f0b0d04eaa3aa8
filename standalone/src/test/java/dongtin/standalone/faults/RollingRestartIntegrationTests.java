package dongtin.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dongtin.message.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of each service, each told to end and started again, one after the other, while stories are pushed. Part of the long form. */
@Tag("faults")
class RollingRestartIntegrationTests {

    private static final int MESSAGES_PER_SECOND = 30;
    private static final long SEED = 20_261_126;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void eachServiceIsStartedAgainWithoutAFailedPushOrADuplicate() throws Exception {
        var newsroom = new Newsroom(SEED, Integer.MAX_VALUE);
        try (var processes = new Processes(directory, Path.of("target", "rolling"));
                var pusher = new Pusher(processes.items(), newsroom)) {
            processes.start();
            for (JavaPart extra : processes.extras) {
                extra.start();
                await().atMost(READY_WITHIN).until(extra::ready);
            }
            var pushed = pusher.start(MESSAGES_PER_SECOND);
            await().atMost(READY_WITHIN).until(() -> pusher.accepted.sum() > 300);
            for (JavaPart service : processes.runningServices()) {
                long before = System.nanoTime();
                service.close();
                assertThat(Duration.ofNanos(System.nanoTime() - before))
                        .as(service.name() + " has ended")
                        .isLessThan(ENDS_WITHIN);
                service.start();
                await(service.name() + " is back").atMost(READY_WITHIN).until(service::ready);
            }
            pusher.finish();
            pushed.get(10, TimeUnit.MINUTES);

            assertThat(pusher.failed.sum()).as("pushes that no instance took").isZero();
            var traffic = new Traffic(processes.bootstrapServers());
            assertThat(traffic.perKey(Topics.ENRICHED))
                    .as("each raw item enriched once")
                    .isEqualTo(traffic.perKey(Topics.RAW));
            var standing = new Standing(processes.elasticsearch);
            await().atMost(READY_WITHIN)
                    .untilAsserted(() -> assertThat(standing.documents("news-all"))
                            .hasSize(newsroom.stories().size()));
            System.out.printf("%d messages; age in milliseconds: %s%n", pusher.accepted.sum(), standing.ages());
        }
    }
}

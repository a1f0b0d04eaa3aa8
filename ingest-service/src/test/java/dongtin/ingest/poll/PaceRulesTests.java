package dongtin.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.feed.PollSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceRulesTests {

    private static final URI FEED = URI.create("https://example.org/f");
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final Duration LEAST = Duration.ofSeconds(15);
    private static final Duration MOST = Duration.ofHours(1);

    private final PaceRules rules =
            new PaceRules(new PollSettings(FEED, LEAST, MOST, null, Map.of(), false), new SplittableRandom(7));

    @Test
    void feedIsAskedSoonerWhileNewsComeInAndLaterWhileNoneDo() {
        Pace pace = start(Duration.ofMinutes(10));

        Pace busy = after(pace, true, null, null);
        assertThat(busy.interval()).isEqualTo(Duration.ofMinutes(5).toMillis());
        assertThat(wait(busy)).isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330));

        Pace quiet = after(pace, false, null, null);
        assertThat(quiet.interval()).isEqualTo(Duration.ofMinutes(15).toMillis());
    }

    @Test
    void intervalStaysWithinItsBounds() {
        Pace busy = start(Duration.ofMinutes(10));
        Pace quiet = busy;
        for (int poll = 0; poll < 100; poll++) {
            busy = after(busy, true, null, null);
            quiet = after(quiet, false, null, null);
            assertThat(wait(busy)).isBetween(LEAST, MOST);
            assertThat(wait(quiet)).isBetween(LEAST, MOST);
        }
        assertThat(busy.interval()).isEqualTo(LEAST.toMillis());
        assertThat(quiet.interval()).isEqualTo(MOST.toMillis());
    }

    @Test
    void feedsThatBeganTogetherPart() {
        Set<Instant> due = new HashSet<>();
        for (int feed = 0; feed < 100; feed++) {
            due.add(after(start(Duration.ofMinutes(10)), false, null, null).due());
        }
        assertThat(due).hasSizeGreaterThan(90);
    }

    @ParameterizedTest
    @CsvSource({
        "PT10M,, PT10M, PT11M", // lifetime of a cache
        "PT10H,, PT1H, PT1H6M", // no longer than the settings let a feed wait
        ", PT2H, PT2H, PT2H12M", // Retry-After outranks them
        ", PT999H, PT24H, PT26H24M", // up to a day
        "PT10M, PT20M, PT20M, PT22M"
    })
    void serverIsNotAskedSoonerThanItWishes(
            @Nullable Duration freshFor, @Nullable Duration retryAfter, Duration least, Duration most) {
        Pace pace = after(start(Duration.ofMinutes(1)), true, freshFor, retryAfter);

        assertThat(wait(pace)).isBetween(least, most);
    }

    @Test
    void feedWhoseNewsAreDeliveredIsPolledSeldom() {
        Pace pace = rules.afterSuccess(start(Duration.ofMinutes(1)), true, true, null, null, NOW);

        assertThat(wait(pace)).isBetween(MOST.multipliedBy(9).dividedBy(10), MOST);
        assertThat(pace.interval()).isEqualTo(Duration.ofSeconds(30).toMillis());
    }

    @Test
    void waitAfterFailuresDoublesUpToTheLongest() {
        assertThat(rules.backOff(1)).isEqualTo(LEAST);
        assertThat(rules.backOff(2)).isEqualTo(LEAST.multipliedBy(2));
        assertThat(rules.backOff(5)).isEqualTo(LEAST.multipliedBy(16));
        assertThat(rules.backOff(9)).isEqualTo(MOST);
        assertThat(rules.backOff(Integer.MAX_VALUE)).isEqualTo(MOST);
    }

    @Test
    void failureKeepsTheIntervalForLater() {
        Pace failed = rules.afterFailure(
                start(Duration.ofMinutes(10)).failed(NOW, "answered 503", null), Duration.ofHours(2), NOW);

        assertThat(wait(failed)).isBetween(Duration.ofHours(2), Duration.ofMinutes(132));
        assertThat(failed.interval()).isEqualTo(Duration.ofMinutes(10).toMillis());
        assertThat(failed.troubleSince()).isEqualTo(NOW);
    }

    private static Pace start(Duration interval) {
        return Pace.start(FEED, interval);
    }

    private Pace after(Pace pace, boolean news, @Nullable Duration freshFor, @Nullable Duration retryAfter) {
        return rules.afterSuccess(pace, news, false, freshFor, retryAfter, NOW);
    }

    private static Duration wait(Pace pace) {
        return Duration.between(NOW, pace.due());
    }
}

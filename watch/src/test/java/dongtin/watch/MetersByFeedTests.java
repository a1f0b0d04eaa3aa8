package dongtin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetersByFeedTests {

    private final List<String> made = new ArrayList<>();
    private final MetersByFeed<String> meters = new MetersByFeed<>(this::make);

    private String make(String feed) {
        made.add(feed);
        return feed;
    }

    @Test
    void unreadableIsThereFromTheStart() {
        assertThat(made).containsExactly("(unreadable)");
    }

    @Test
    void feedsMetersAreMadeOnce() {
        assertThat(meters.of("a")).isSameAs(meters.of("a"));
        assertThat(made).containsExactly("(unreadable)", "a");
    }

    @Test
    void nameLongerThanAnyFeedsSharesTheOthersMeters() {
        assertThat(meters.of("f".repeat(64))).isEqualTo("f".repeat(64));
        assertThat(meters.of("f".repeat(65))).isEqualTo("(others)");
    }

    @Test
    void feedsOverTheThousandthShareTheOthersMetersAndTheFirstKeepTheirs() {
        for (int feed = 0; feed < 5_000; feed++) {
            meters.of("feed-" + feed);
        }

        assertThat(meters.of("feed-5000")).isEqualTo("(others)");
        assertThat(meters.of("feed-7")).isEqualTo("feed-7");
        assertThat(made).hasSizeLessThanOrEqualTo(1_001);
    }
}

package dongtin.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.landing.Settled.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SettledTests {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Settled<Snapshot> settled = new Settled<>(Duration.ofSeconds(5), file -> file, nanos::get);

    @Test
    void fileThatStaysAsItIsPassesOnceARound() {
        var file = new Snapshot("a", 10, 1);

        assertThat(pass(file)).isEmpty();
        after(4_999);
        assertThat(pass(file)).isEmpty();
        after(1);
        assertThat(pass(file)).containsExactly(file);
        assertThat(pass(file)).isEmpty();
        settled.newRound();
        assertThat(pass(file)).containsExactly(file);
    }

    @Test
    void fileThatGrowsOrIsTouchedIsWatchedAnew() {
        pass(new Snapshot("a", 10, 1), new Snapshot("b", 10, 1));
        after(5_000);
        assertThat(pass(new Snapshot("a", 11, 1), new Snapshot("b", 10, 2))).isEmpty();
        after(5_000);
        assertThat(pass(new Snapshot("a", 11, 1), new Snapshot("b", 10, 2))).hasSize(2);
    }

    @Test
    void timesOfSendersSayNothing() {
        var future = new Snapshot("a", 10, Long.MAX_VALUE);
        var past = new Snapshot("b", 10, 0);
        assertThat(pass(future, past)).isEmpty();
        after(5_000);
        assertThat(pass(future, past)).containsExactly(future, past);
    }

    @Test
    void fileThatWentAndCameBackIsWatchedAnew() {
        var file = new Snapshot("a", 10, 1);
        pass(file);
        after(5_000);
        assertThat(pass()).isEmpty();
        assertThat(pass(file)).isEmpty();
    }

    @Test
    void forgottenFileIsWatchedAnew() {
        var file = new Snapshot("a", 10, 1);
        pass(file);
        after(5_000);
        assertThat(pass(file)).hasSize(1);
        settled.forget("a");
        settled.newRound();
        assertThat(pass(file)).isEmpty();
    }

    private List<Snapshot> pass(Snapshot... files) {
        return settled.filterFiles(files);
    }

    private void after(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}

package dongtin.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawItemTests {

    @Test
    void laterVersionHasTheGreaterOrderWhateverItsStatus() {
        assertThat(item(8, Status.USABLE).order())
                .isGreaterThan(item(7, Status.CANCELED).order());
    }

    @Test
    void killOutranksHoldOutranksUseOfTheSameVersion() {
        assertThat(List.of(
                        item(7, Status.USABLE).order(),
                        item(7, Status.WITHHELD).order(),
                        item(7, Status.CANCELED).order()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void greatestVersionStillHasAnOrder() {
        assertThat(item(RawItem.MAX_VERSION, Status.CANCELED).order()).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> item(RawItem.MAX_VERSION + 1, Status.USABLE));
        assertThatIllegalArgumentException().isThrownBy(() -> item(-1, Status.USABLE));
    }

    private static RawItem item(long version, Status status) {
        return new RawItem(
                "a",
                null,
                version,
                status,
                "p",
                "f",
                null,
                null,
                "Tít",
                null,
                "Bài",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                new RawItem.Original("ninjs", "00"),
                List.of(),
                List.of());
    }
}

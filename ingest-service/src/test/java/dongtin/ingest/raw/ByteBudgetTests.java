package dongtin.ingest.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ByteBudgetTests {

    private static final int SMALL = 256 * 1024;

    private final ByteBudget budget = new ByteBudget(4 * SMALL, 1024 * 1024, Duration.ofMillis(10));

    @Test
    void smallMessagesDoNotWaitForLargeOnes() {
        budget.share().resize(SMALL + 1024 * 1024);

        assertThatCode(() -> budget.share().resize(SMALL)).doesNotThrowAnyException();
        assertThatThrownBy(() -> budget.share().resize(SMALL + 1))
                .isInstanceOf(Unavailable.class)
                .hasMessage("too many messages at once");
    }

    @Test
    void whatIsClosedOrMadeSmallerIsFreeAgain() {
        var share = budget.share();
        share.resize(SMALL + 1024 * 1024);
        share.resize(100);
        var second = budget.share();
        second.resize(SMALL + 1024 * 1024);
        second.close();
        second.close();

        assertThatCode(() -> budget.share().resize(SMALL + 1024 * 1024)).doesNotThrowAnyException();
        assertThatThrownBy(() -> budget.share().resize(SMALL + 1024)).isInstanceOf(Unavailable.class);
    }

    @Test
    void messageIsReadOnlyAsFarAsThereIsRoomForIt() throws IOException {
        int limit = 1024 * 1024;
        byte[] large = new byte[3 * SMALL];
        var first = budget.share();
        var second = budget.share();

        assertThat(first.read(new ByteArrayInputStream(large), limit)).isEqualTo(large);
        assertThat(second.read(new ByteArrayInputStream(new byte[SMALL - 1]), limit))
                .hasSize(SMALL - 1);
        var rest = new ByteArrayInputStream(large);
        assertThatThrownBy(() -> budget.share().read(rest, limit)).isInstanceOf(Unavailable.class);
        assertThat(rest.available()).as("not read").isEqualTo(2 * SMALL);
        first.close();
        assertThat(budget.share().read(new ByteArrayInputStream(new byte[2 * limit]), limit))
                .hasSize(limit + 1);
    }

    @Test
    void shareThatDidNotGrowGivesBackAllItHas() {
        var large = budget.share();
        large.resize(SMALL + 1024 * 1024);
        for (int i = 0; i < 100; i++) {
            var share = budget.share();
            assertThatThrownBy(() -> share.resize(SMALL + 10)).isInstanceOf(Unavailable.class);
            share.close();
        }
        large.close();

        assertThatCode(() -> budget.share().resize(SMALL + 1024 * 1024)).doesNotThrowAnyException();
    }
}

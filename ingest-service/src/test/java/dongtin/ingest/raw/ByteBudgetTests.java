package dongtin.ingest.raw;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

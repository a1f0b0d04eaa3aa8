package dongtin.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dongtin.ingest.push.PushAnswer.Accepted;
import dongtin.ingest.push.Repeats.Answered;
import dongtin.message.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RepeatsTests {

    private static final Repeats.Key KEY = new Repeats.Key("demo", "key");

    private final AtomicLong now = new AtomicLong();
    private final Repeats repeats = new Repeats(Duration.ofHours(1), now::get);

    @Test
    void repeatIsAnsweredWithoutAPush() {
        repeats.once(KEY, "payload", () -> answer("id"));

        Answered again = repeats.once(KEY, "payload", RepeatsTests::never);

        assertThat(again.repeat()).isTrue();
        assertThat(again.answer()).isEqualTo(answer("id").answer());
    }

    @Test
    void itIsForgottenAfterItsTime() {
        repeats.once(KEY, "payload", () -> answer("first"));
        now.addAndGet(Duration.ofMinutes(61).toNanos());

        assertThat(repeats.once(KEY, "other", () -> answer("second")).repeat()).isFalse();
    }

    @Test
    void keyIsTakenWhileItsPushRuns() {
        repeats.once(KEY, "payload", () -> {
            assertThatThrownBy(() -> repeats.once(KEY, "payload", RepeatsTests::never))
                    .hasMessageContaining("409");
            return answer("id");
        });
    }

    @Test
    void failureFreesTheKey() {
        Supplier<Answered> failing = () -> {
            throw new IllegalStateException("away");
        };
        assertThatThrownBy(() -> repeats.once(KEY, "payload", failing)).hasMessage("away");

        assertThat(repeats.once(KEY, "other", () -> answer("id")).repeat()).isFalse();
    }

    @Test
    void whatIsRememberedIsBounded() {
        var large = answer("x".repeat(20), 2_000);
        int pushes = 1_000;
        for (int i = 0; i < pushes; i++) {
            repeats.once(new Repeats.Key("demo", "key-" + i), "payload", () -> large);
        }

        int remembered = 0;
        for (int i = 0; i < pushes; i++) {
            remembered += repeats.once(new Repeats.Key("demo", "key-" + i), "payload", () -> large)
                            .repeat()
                    ? 1
                    : 0;
        }
        assertThat(remembered).isLessThan(100); // of 300 KB each, by their weight
    }

    private static Answered never() {
        throw new AssertionError("pushed again");
    }

    private static Answered answer(String id) {
        return answer(id, 1);
    }

    private static Answered answer(String id, int items) {
        var all = Collections.nCopies(items, new Accepted(id, 1, Status.USABLE));
        return new Answered("payload", new PushAnswer(all, List.of()), false);
    }
}

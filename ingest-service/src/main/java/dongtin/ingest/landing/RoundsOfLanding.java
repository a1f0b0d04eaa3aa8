package dongtin.ingest.landing;

import dongtin.ingest.raw.Unavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** One landing's rounds, and how it fares. One thread makes the rounds; any may ask. */
final class RoundsOfLanding {

    private static final Logger log = LoggerFactory.getLogger(RoundsOfLanding.class);
    private static final int LONGEST_WAIT_ROUNDS = 16;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Landing landing;
    private final Clock clock;
    private volatile Condition condition;

    /** Since when it is well, or in what trouble. */
    record Condition(Instant since, @Nullable String trouble) {}

    RoundsOfLanding(Landing landing, Clock clock, MeterRegistry registry) {
        this.landing = landing;
        this.clock = clock;
        this.condition = new Condition(clock.instant(), null);
        Gauge.builder("wire.ingest.troubled", this, rounds -> rounds.condition.trouble() == null ? 0 : 1)
                .tag("feed", landing.feed())
                .tag("transport", landing.transport())
                .register(registry);
    }

    Landing landing() {
        return landing;
    }

    Condition condition() {
        return condition;
    }

    /** Makes rounds until it is told to stop. */
    void run(CountDownLatch stopped) {
        BackOffExecution waits = waits();
        try (landing) {
            boolean over = false;
            while (!over) {
                Duration wait = landing.every();
                if (round(stopped)) {
                    waits = waits();
                } else {
                    wait = Duration.ofMillis(waits.nextBackOff());
                }
                over = stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean round(CountDownLatch stopped) {
        BooleanSupplier stopping =
                () -> stopped.getCount() == 0 || Thread.currentThread().isInterrupted();
        try {
            landing.round(stopping);
            well();
            return true;
        } catch (Trouble e) {
            if (stopping.getAsBoolean()) {
                return false; // cut short by the stop: no trouble
            }
            trouble(String.valueOf(e.getMessage()), null);
        } catch (Unavailable e) {
            trouble(
                    "what landed stays there: " + Trouble.withCause(String.valueOf(e.getMessage()), e.getCause()),
                    null);
        } catch (RuntimeException e) {
            // The outermost edge: whatever it is, this feed tries again and no other feed notices.
            trouble("a round broke off, what landed stays there: " + e, e);
        }
        return false;
    }

    private void well() {
        if (condition.trouble() != null) {
            condition = new Condition(clock.instant(), null);
            log.atInfo().addKeyValue("feed", landing.feed()).log("{} is well again", landing.transport());
        }
    }

    private void trouble(String what, @Nullable Throwable cause) {
        Condition before = condition;
        condition = new Condition(before.trouble() == null ? clock.instant() : before.since(), what);
        log.atWarn()
                .addKeyValue("feed", landing.feed())
                .setCause(cause)
                .log("{} is tried again: {}", landing.transport(), what);
    }

    /** From the usual wait to sixteen times as much, but no more than a minute where the usual wait is not longer itself. */
    private BackOffExecution waits() {
        long usual = landing.every().toMillis();
        var waits = new ExponentialBackOff(usual, 2);
        waits.setMaxInterval(Math.max(usual, Math.min(usual * LONGEST_WAIT_ROUNDS, LONGEST_WAIT.toMillis())));
        return waits.start();
    }

    @Override
    public String toString() {
        return landing.transport() + " of " + landing.feed();
    }
}

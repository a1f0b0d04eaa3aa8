package dongtin.ingest.landing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sees to it that every landing's rounds are made, each on a thread of its own, so that one's trouble never is another's; and no virtual ones, since
 * names that are looked up and network drives that hang would keep the few carriers of all.
 * After trouble it waits longer and longer, up to a minute. Does nothing in an instance whose settings have no landing.
 */
@Component
class Landings implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Landings.class);

    /** Half of it to finish the message in hand, half to let go of it. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(6);

    private final List<RoundsOfLanding> rounds;
    private final List<Thread> threads = new ArrayList<>();
    private CountDownLatch stopped = new CountDownLatch(0);

    Landings(List<LandingKind> kinds, Clock clock, MeterRegistry registry) {
        this.rounds = kinds.stream()
                .map(LandingKind::landings)
                .flatMap(Collection::stream)
                .map(landing -> new RoundsOfLanding(landing, clock, registry))
                .toList();
    }

    /** How each landing fares. */
    List<RoundsOfLanding> rounds() {
        return rounds;
    }

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        CountDownLatch until = stopped;
        for (RoundsOfLanding one : rounds) {
            threads.add(Thread.ofPlatform().daemon().name(one.toString()).start(() -> one.run(until)));
        }
    }

    @Override
    public synchronized void stop() {
        long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
        stopped.countDown();
        join(deadline - LONGEST_STOP.toNanos() / 2);
        threads.forEach(Thread::interrupt);
        join(deadline);
        threads.stream()
                .filter(Thread::isAlive)
                .forEach(late -> log.warn("{} does not stop; what it has in hand is found again", late.getName()));
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private void join(long deadline) {
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(1), deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

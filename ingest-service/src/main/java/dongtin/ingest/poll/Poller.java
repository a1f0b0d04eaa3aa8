package dongtin.ingest.poll;

import dongtin.ingest.cursor.CursorTopic;
import dongtin.ingest.cursor.FeedFollower;
import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.feed.FeedProperties.Source;
import dongtin.ingest.raw.Intake;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Polls the feeds that are in hand, each when it is due and in a thread of its own, so that none waits for another's server.
 * Thread-safe.
 */
@Component
@Order(1)
public class Poller implements FeedFollower, AutoCloseable {

    /** How many messages are read and published at once: that takes processor time and memory, but no server's time. */
    private static final int PUBLISHING_AT_ONCE = 4;

    private final FeedProperties sources;
    private final PolledFeed.Tools tools;
    private final PollMetrics metrics;
    private final Clock clock;
    private final Map<String, PolledFeed> inHand = new ConcurrentHashMap<>();
    /** Platform threads: a name server that does not answer would keep the few carriers of virtual ones. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("poll-", 1).factory());

    Poller(
            FeedProperties sources,
            FeedFetch fetch,
            Intake intake,
            CursorTopic cursors,
            PollMetrics metrics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sources = sources;
        this.metrics = metrics;
        this.clock = clock;
        tools = new PolledFeed.Tools(
                fetch,
                intake,
                cursors,
                metrics,
                events,
                new Semaphore(PUBLISHING_AT_ONCE),
                new SplittableRandom(),
                clock);
    }

    @Override
    public void taken(String id, Map<String, byte[]> kept) {
        Source source = sources.source(id).orElse(null);
        if (source == null || source.poll() == null) {
            return;
        }
        var feed = new PolledFeed(id, source, source.poll(), kept, tools);
        inHand.put(id, feed);
        metrics.watch(id, () -> {
            PolledFeed now = inHand.get(id);
            return now == null ? null : now.pace().lastSuccess();
        });
        schedule(feed);
    }

    @Override
    public void kept(String id, String kind, byte[] value) {
        PolledFeed feed = inHand.get(id);
        if (feed != null) {
            feed.kept(kind, value);
        }
    }

    @Override
    public void released(String id) {
        PolledFeed feed = inHand.remove(id);
        if (feed != null) {
            feed.release();
        }
    }

    /** Until {@code time}, news of this feed are delivered: it is polled as seldom as its settings let it be. */
    public void pushedUntil(String id, Instant time) {
        PolledFeed feed = inHand.get(id);
        if (feed != null) {
            feed.pushedUntil(time);
        }
    }

    /** The feeds that are in hand, by id. */
    Map<String, PolledFeed> inHand() {
        return new TreeMap<>(inHand);
    }

    private void schedule(PolledFeed feed) {
        Instant due = feed.due();
        if (due != null) {
            long wait = Math.max(0, Duration.between(clock.instant(), due).toMillis());
            CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS, threads)
                    .execute(() -> poll(feed));
        }
    }

    private void poll(PolledFeed feed) {
        if (feed.due() == null) {
            return;
        }
        try {
            feed.poll();
        } catch (RuntimeException | StackOverflowError e) {
            feed.broke(e);
        } finally {
            schedule(feed);
        }
    }

    /** What is being published meanwhile is published whole or not at all. */
    @Override
    public void close() {
        inHand.values().forEach(PolledFeed::release);
        threads.shutdownNow();
    }
}

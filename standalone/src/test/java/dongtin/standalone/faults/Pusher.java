package dongtin.standalone.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends messages at a steady rate, each again and again until it is answered 202, as a feed does: to the instances of ingest-service in turns, and to
 * the next one at once where one does not take it, as a load balancer does.
 */
final class Pusher implements AutoCloseable {

    private static final int UNANSWERED = 64;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(300);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService pace = Executors.newScheduledThreadPool(1);
    private final Semaphore room = new Semaphore(UNANSWERED);
    private final List<URI> instances;
    private final Newsroom newsroom;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable ScheduledFuture<?> beat;
    private volatile boolean finishing;

    /** The id that was answered for each uri. */
    final Map<String, String> ids = new ConcurrentHashMap<>();

    /** Messages answered 202. */
    final LongAdder accepted = new LongAdder();

    /** Attempts that an instance answered 503, or not at all. */
    final LongAdder notTaken = new LongAdder();

    /** Messages that no instance took, and that were sent again after a while; counted each time. */
    final LongAdder failed = new LongAdder();

    /** @param instances where the instances take messages */
    Pusher(List<URI> instances, Newsroom newsroom) {
        this.instances = List.copyOf(instances);
        this.newsroom = newsroom;
    }

    /** Starts sending. The future is complete when the last message is answered 202, and fails with an answer that is neither 202 nor 503. */
    CompletableFuture<Void> start(int messagesPerSecond) {
        beat = pace.scheduleAtFixedRate(this::beat, 0, 1_000_000 / messagesPerSecond, TimeUnit.MICROSECONDS);
        return done;
    }

    /** Sends nothing new any more, whatever the newsroom has. */
    void finish() {
        finishing = true;
    }

    private void beat() {
        if (finishing || !newsroom.hasMore()) {
            if (room.availablePermits() == UNANSWERED) {
                done.complete(null);
            }
        } else if (room.tryAcquire()) {
            push(newsroom.next(), 0);
        }
    }

    private void push(Story story, int attempt) {
        URI instance = instances.get(Math.floorMod(story.hashCode() + attempt, instances.size()));
        var request = HttpRequest.newBuilder(instance)
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer faults")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(story.message()))
                .build();
        Thread.startVirtualThread(() -> answered(story, attempt, answer(request)));
    }

    /** Null if there was none. */
    private @Nullable HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void answered(Story story, int attempt, @Nullable HttpResponse<String> answer) {
        if (answer != null && answer.statusCode() == 202) {
            ids.put(
                    story.uri(),
                    JsonMapper.shared()
                            .readTree(answer.body())
                            .at("/items/0/id")
                            .asString());
            accepted.increment();
            room.release();
        } else if (answer == null || answer.statusCode() == 503) {
            notTaken.increment();
            boolean others = (attempt + 1) % instances.size() != 0;
            if (!others) {
                failed.increment();
            }
            CompletableFuture.delayedExecutor(others ? 0 : BEFORE_AGAIN.toMillis(), TimeUnit.MILLISECONDS, pace)
                    .execute(() -> push(story, attempt + 1));
        } else {
            done.completeExceptionally(
                    new AssertionError("answered %d: %s".formatted(answer.statusCode(), answer.body())));
        }
    }

    @Override
    public void close() {
        if (beat != null) {
            beat.cancel(false);
        }
        pace.shutdownNow();
        http.shutdownNow();
    }
}

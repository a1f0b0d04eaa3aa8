package dongtin.standalone.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages at a steady rate, each again and again until it is answered 202, as a feed does. */
final class Pusher implements AutoCloseable {

    private static final int UNANSWERED = 64;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(300);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService pace = Executors.newScheduledThreadPool(1);
    private final Semaphore room = new Semaphore(UNANSWERED);
    private final URI items;
    private final Newsroom newsroom;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** The id that was answered for each uri. */
    final Map<String, String> ids = new ConcurrentHashMap<>();

    /** Messages answered 202. */
    final LongAdder accepted = new LongAdder();

    /** Attempts answered 503, or not at all. */
    final LongAdder notTaken = new LongAdder();

    Pusher(URI items, Newsroom newsroom) {
        this.items = items;
        this.newsroom = newsroom;
    }

    /** Starts sending. The future is complete when the last message is answered 202, and fails with an answer that is neither 202 nor 503. */
    CompletableFuture<Void> start(int messagesPerSecond) {
        var _ = pace.scheduleAtFixedRate(this::beat, 0, 1_000_000 / messagesPerSecond, TimeUnit.MICROSECONDS);
        return done;
    }

    private void beat() {
        if (!newsroom.hasMore()) {
            if (room.availablePermits() == UNANSWERED) {
                done.complete(null);
            }
        } else if (room.tryAcquire()) {
            push(newsroom.next());
        }
    }

    private void push(Story story) {
        var request = HttpRequest.newBuilder(items)
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer faults")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(story.message()))
                .build();
        var _ = http.sendAsync(request, BodyHandlers.ofString())
                .whenComplete((answer, failure) -> answered(story, answer));
    }

    private void answered(Story story, @Nullable HttpResponse<String> answer) {
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
            var _ = pace.schedule(() -> push(story), BEFORE_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            done.completeExceptionally(
                    new AssertionError("answered %d: %s".formatted(answer.statusCode(), answer.body())));
        }
    }

    @Override
    public void close() {
        pace.shutdownNow();
        http.shutdownNow();
    }
}

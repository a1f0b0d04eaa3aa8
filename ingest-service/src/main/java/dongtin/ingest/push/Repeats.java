package dongtin.ingest.push;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers a push that comes again under its key as it was answered the first time, and publishes nothing again. Only what was
 * accepted is remembered: whatever failed or was refused may come again under its key. It forgets after a time, and before it
 * if too much is to be remembered; a push that comes again then is published again, to the same items. Thread-safe.
 */
final class Repeats {

    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int BYTES_OF_ENTRY = 400;
    private static final int BYTES_OF_ITEM = 150;

    private final Set<Key> running = ConcurrentHashMap.newKeySet();
    private final Cache<Key, Answered> answered;

    Repeats(Duration keep, Ticker ticker) {
        answered = Caffeine.newBuilder()
                .expireAfterWrite(keep)
                .maximumWeight(MOST_BYTES)
                .weigher(Repeats::bytes)
                .ticker(ticker)
                .build();
    }

    /**
     * The answer of the push, or of its first time.
     *
     * @param payload what the first time must have sent, too
     * @throws PushRefused if the first time runs still, or had another payload
     */
    Answered once(Key key, String payload, Supplier<Answered> push) {
        if (!running.add(key)) {
            throw PushRefused.stillRunning();
        }
        try {
            return repeated(key, payload).orElseGet(() -> {
                Answered answer = push.get();
                answered.put(key, answer);
                return answer;
            });
        } finally {
            running.remove(key);
        }
    }

    private Optional<Answered> repeated(Key key, String payload) {
        Answered first = answered.getIfPresent(key);
        if (first == null) {
            return Optional.empty();
        }
        if (!first.payload().equals(payload)) {
            throw PushRefused.otherPayload();
        }
        return Optional.of(first.again());
    }

    private static int bytes(Key key, Answered answered) {
        int refused = answered.answer().refused().stream()
                .mapToInt(one -> 2 * (one.at().length() + one.reason().length()) + BYTES_OF_ITEM)
                .sum();
        return BYTES_OF_ENTRY
                + 2 * key.value().length()
                + BYTES_OF_ITEM * answered.answer().items().size()
                + refused;
    }

    /** The key of a push: two feeds may have the same. */
    record Key(String feed, String value) {}

    /**
     * What a push was answered.
     *
     * @param payload tells what was sent
     * @param repeat whether it was sent before, and nothing was published now
     */
    record Answered(String payload, PushAnswer answer, boolean repeat) {
        private Answered again() {
            return new Answered(payload, answer, true);
        }
    }
}

package dongtin.ingest.format;

import dongtin.message.RawItem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Reads small feeds for tests. */
final class FeedMessages {

    static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
    private static final Feed FEED = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    private FeedMessages() {}

    static List<Reading> read(String type, String text) {
        return read(type, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Reading> read(String type, byte[] bytes) {
        return new Formats().read(new WireMessage(FEED, type, bytes, NOW)).orElseThrow();
    }

    static List<RawItem> items(String type, String text) {
        return read(type, text).stream()
                .filter(Reading.Item.class::isInstance)
                .map(reading -> ((Reading.Item) reading).item())
                .toList();
    }
}

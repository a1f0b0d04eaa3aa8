package dongtin.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.format.Feed;
import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.raw.RawMessage;
import dongtin.ingest.raw.Taken;
import dongtin.message.MessageJson;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CursorTests {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final Feed FEED = new Feed("some-wire", "Hãng mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    @Test
    void itemIsNewOnceWhateverTimeItIsReadAt() {
        Cursor.Step first = read(Cursor.START, NOW, "{\"uri\": \"a\", \"headline\": \"Một\"}");
        Cursor.Step later = read(first.cursor(), NOW.plusSeconds(9), "{\"uri\": \"a\", \"headline\": \"Một\"}");
        Cursor.Step changed = read(later.cursor(), NOW.plusSeconds(18), "{\"uri\": \"a\", \"headline\": \"Hai\"}");

        assertThat(first.fresh().items()).hasSize(1);
        assertThat(later.fresh().items()).isEmpty();
        assertThat(changed.fresh().items()).hasSize(1);
    }

    @Test
    void versionsOfOneItemInOneMessageAreNewOnce() {
        String two = "{\"uri\": \"a\", \"version\": 1, \"headline\": \"Một\"},"
                + " {\"uri\": \"a\", \"version\": 2, \"headline\": \"Hai\"}";

        Cursor.Step first = read(Cursor.START, NOW, two);

        assertThat(first.fresh().items()).hasSize(2);
        assertThat(read(first.cursor(), NOW, two).fresh().items()).isEmpty();
    }

    @Test
    void itemThatLeftTheFeedIsRememberedForAWhile() {
        Cursor cursor = read(Cursor.START, NOW, "{\"uri\": \"old\", \"headline\": \"Cũ\"}")
                .cursor();
        cursor = read(cursor, NOW, items(0, 900)).cursor();
        assertThat(read(cursor, NOW, "{\"uri\": \"old\", \"headline\": \"Cũ\"}")
                        .fresh()
                        .items())
                .isEmpty();

        cursor = read(cursor, NOW, items(900, 1_500)).cursor();
        cursor = read(cursor, NOW, items(1_500, 1_501)).cursor();
        assertThat(read(cursor, NOW, "{\"uri\": \"old\", \"headline\": \"Cũ\"}")
                        .fresh()
                        .items())
                .hasSize(1);
        assertThat(cursor.seen()).hasSize(1_001);
    }

    @Test
    void refusalIsNewOnceForEachItemOfItsReason() {
        Cursor.Step first = read(Cursor.START, NOW, "{\"uri\": \"x\"}, {\"uri\": \"a\", \"headline\": \"Một\"}");
        Cursor.Step moved = read(
                first.cursor(), NOW, "{\"uri\": \"b\", \"headline\": \"Hai\"}, {\"uri\": \"x\"}, {\"uri\": \"y\"}");

        assertThat(first.fresh().refused()).hasSize(1);
        assertThat(moved.fresh().refused()).extracting(Reading.Refused::at).containsExactly("/2");
    }

    @Test
    void whatWasDeliveredSinceIsNotNew() {
        Taken.Published two =
                published(NOW, "{\"uri\": \"a\", \"headline\": \"Một\"}, {\"uri\": \"b\", \"headline\": \"Hai\"}");
        Cursor before = read(Cursor.START, NOW, "{\"uri\": \"a\", \"headline\": \"Một\"}")
                .cursor();

        Cursor cursor = before.with(Delivered.of(two.items(), NOW.plusSeconds(1)));

        assertThat(cursor.step(two, Validators.NONE, "sha", NOW).fresh().items())
                .isEmpty();
    }

    @Test
    void cursorSurvivesItsTopic() {
        Cursor cursor = read(Cursor.START, NOW, items(0, 10)).cursor();
        Pace pace = Pace.start(URI.create("https://example.org/f"), Duration.ofMinutes(1))
                .failed(NOW, "answered 503", "abc");

        Cursor kept = MessageJson.read(MessageJson.write(cursor), Cursor.class);
        assertThat(kept).isEqualTo(cursor);
        assertThat(kept.seen().keySet()).containsExactlyElementsOf(cursor.seen().keySet()); // the oldest first
        assertThat(MessageJson.read(MessageJson.write(pace), Pace.class)).isEqualTo(pace);
    }

    private static String items(int from, int to) {
        return String.join(
                ",",
                IntStream.range(from, to)
                        .mapToObj(i -> "{\"uri\": \"n%d\", \"headline\": \"Tin\"}".formatted(i))
                        .toList());
    }

    private static Cursor.Step read(Cursor cursor, Instant received, String ninjs) {
        return cursor.step(published(received, ninjs), Validators.NONE, "sha", received);
    }

    private static Taken.Published published(Instant received, String ninjs) {
        var message = new WireMessage(FEED, "application/json", ("[" + ninjs + "]").getBytes(UTF_8), received);
        List<RawMessage> items = new ArrayList<>();
        List<Reading.Refused> refused = new ArrayList<>();
        for (Reading reading : new Formats().read(message).orElseThrow()) {
            if (reading instanceof Reading.Item one) {
                items.add(RawMessage.of(one.item()).orElseThrow());
            } else if (reading instanceof Reading.Refused one) {
                refused.add(one);
            }
        }
        return new Taken.Published(items, refused);
    }
}

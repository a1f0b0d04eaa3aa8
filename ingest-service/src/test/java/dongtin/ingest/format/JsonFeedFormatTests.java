package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Media;
import dongtin.message.RawItem.Subject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFeedFormatTests {

    private static final String FULL = """
            {"title": "Tin mẫu", "language": "vi-VN", "authors": [{"name": "Ban biên tập"}], "items": [
              {"id": "1", "url": "https://news.example/1", "title": "Khai mạc", "summary": "Tóm tắt.",
               "content_html": "<p>Một <b>hai</b>.</p><p><a href='/ba'>Ba</a><script>x()</script></p>",
               "date_published": "2026-05-28T17:00:00+07:00", "date_modified": "2026-05-28T18:00:00+07:00",
               "authors": [{"name": "Lê Thử"}, {"name": "Trần Mẫu"}], "tags": ["chính trị"], "image": "https://news.example/1.jpg",
               "attachments": [{"url": "https://news.example/1.mp4", "mime_type": "video/mp4", "title": "Phim"}]},
              {"id": 2, "content_text": "2 < 3 &amp;", "language": "en"}, 7, {"id": "4"}],
             "version": "https://jsonfeed.org/version/1.1"}
            """;

    @Test
    void everyPropertyHasItsField() {
        RawItem item = items(FULL).getFirst();

        assertThat(item.original().format()).isEqualTo("jsonfeed");
        assertThat(item.guid()).isEqualTo("1");
        assertThat(item.headline()).isEqualTo("Khai mạc");
        assertThat(item.subheadline()).isEqualTo("Tóm tắt.");
        assertThat(item.body()).isEqualTo("Một hai.\n\nBa");
        assertThat(item.bodyHtml()).contains("<a href=\"https://news.example/ba\">Ba</a>");
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.firstCreated()).isEqualTo("2026-05-28T10:00:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-05-28T11:00:00Z");
        assertThat(item.bylines()).containsExactly("Lê Thử", "Trần Mẫu");
        assertThat(item.subjects()).containsExactly(new Subject(null, "chính trị"));
        assertThat(item.media())
                .containsExactly(
                        new Media("picture", URI.create("https://news.example/1.jpg"), null),
                        new Media("video", URI.create("https://news.example/1.mp4"), "Phim"));
        assertThat(item.problems()).isEmpty();
    }

    @Test
    void badItemCostsItsNeighboursNothing() {
        List<Reading> readings = FeedMessages.read("application/json", FULL);

        RawItem second = ((Reading.Item) readings.get(1)).item();
        assertThat(second.guid()).isEqualTo("2");
        assertThat(second.body()).isEqualTo("2 < 3 &amp;");
        assertThat(second.language()).isEqualTo("en");
        assertThat(second.bylines()).containsExactly("Ban biên tập");
        assertThat(readings.get(2)).isEqualTo(new Reading.Refused("/items/2", "not an object"));
        assertThat(readings.get(3)).isEqualTo(new Reading.Refused("/items/3", "neither a headline nor a body"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"version\": \"https://jsonfeed.org/version/1\"} | jsonfeed",
                "{\"a\": {\"version\": 1}, \"version\": \"https://jsonfeed.org/version/1\"} | jsonfeed",
                "{\"version\": \"3\"} | ninjs",
                "{\"a\": {\"version\": \"https://jsonfeed.org/version/1\"}} | ninjs",
                "[{\"version\": \"https://jsonfeed.org/version/1\"}] | ninjs"
            })
    void versionTellsItFromNinjs(String json, String format) {
        var message = new WireMessage(
                new Feed("demo", "Mẫu", java.time.ZoneOffset.UTC, null),
                "application/json",
                json.getBytes(StandardCharsets.UTF_8),
                FeedMessages.NOW);

        assertThat(new JsonFeedFormat().claims(new WireContent(message, 10))).isEqualTo(format.equals("jsonfeed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{\"items\": {}}", "{\"items\": []}", "\"\\ud800\""})
    void whatIsNoFeedIsRefusedAsAWhole(String json) {
        assertThat(FeedMessages.read("application/feed+json", json))
                .singleElement()
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(FeedMessages.read("application/feed+json", "{\"items\":" + "[".repeat(10_000)))
                .singleElement()
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void cutAnywhereItIsRefusedAndNeverFails() {
        byte[] whole = FULL.strip().getBytes(StandardCharsets.UTF_8);

        for (int end = 1; end < whole.length; end++) {
            byte[] cut = Arrays.copyOf(whole, end);
            assertThatCode(() -> assertThat(FeedMessages.read("application/json", cut))
                            .singleElement()
                            .isInstanceOf(Reading.Malformed.class))
                    .as("cut at %d", end)
                    .doesNotThrowAnyException();
        }
    }

    private static List<RawItem> items(String json) {
        return FeedMessages.items("application/json", json);
    }
}

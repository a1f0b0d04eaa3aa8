package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.RawItem;
import dongtin.message.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we hand to others as examples must itself be read without a flaw. */
class SamplesTests {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
    private static final Feed FEED = new Feed("demo", "Thông tấn Dòng Tin", ZoneId.of("Asia/Ho_Chi_Minh"), null);
    private static final Path SAMPLES = Path.of("../samples");
    private static final Map<String, String> TYPES = Map.of("txt", "text/plain", "json", "application/json");

    @ParameterizedTest
    @MethodSource("files")
    void everyItemIsReadWithoutRefusalOrProblem(Path file) {
        assertThat(read(file)).isNotEmpty().allSatisfy(reading -> {
            assertThat(reading).isInstanceOf(Reading.Item.class);
            assertThat(((Reading.Item) reading).item().problems()).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyUsableItemHasItsParts(Path file) {
        assertThat(items(file))
                .filteredOn(item -> item.status() == Status.USABLE)
                .allSatisfy(item -> {
                    assertThat(item.headline()).isNotEmpty();
                    assertThat(item.body()).hasSizeGreaterThanOrEqualTo(200);
                    assertThat(item.bylines()).isNotEmpty();
                    assertThat(item.dateline()).isNotNull();
                });
    }

    @Test
    void onlyVersionsOfOneStoryShareAnId() {
        Map<String, RawItem> stories = new HashMap<>();
        files().flatMap(file -> items(file).stream()).forEach(item -> {
            RawItem other = stories.put(item.id(), item);
            if (other != null) {
                assertThat(item.guid()).isNotNull().isEqualTo(other.guid());
                assertThat(item.version()).isNotEqualTo(other.version());
            }
        });
        assertThat(stories).hasSizeGreaterThanOrEqualTo(24);
    }

    @Test
    void everyStatusAndAnEmbargoAreShown() {
        List<RawItem> items = files().flatMap(file -> items(file).stream()).toList();

        assertThat(items).extracting(RawItem::status).contains(Status.values());
        assertThat(items).anySatisfy(item -> assertThat(item.embargoed()).isAfter(NOW));
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files
                    .filter(file -> !file.startsWith(SAMPLES.resolve("formats"))) // one article: OneArticleTests
                    .filter(file -> TYPES.containsKey(ending(file)))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RawItem> items(Path file) {
        return read(file).stream()
                .filter(Reading.Item.class::isInstance)
                .map(reading -> ((Reading.Item) reading).item())
                .toList();
    }

    private static List<Reading> read(Path file) {
        try {
            var message = new WireMessage(FEED, TYPES.get(ending(file)), Files.readAllBytes(file), NOW);
            return new Formats().read(message).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

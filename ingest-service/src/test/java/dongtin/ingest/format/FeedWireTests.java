package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dongtin.message.RawItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real feeds, which are not ours to keep here, against what a correct reading yields. */
class FeedWireTests {

    private static final Path WIRE = Path.of("../../shared/wire");
    private static final Path EXPECTED = WIRE.resolve("expected.tsv");
    private static final Set<String> FORMATS = Set.of("rss", "atom", "jsonfeed");
    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
    private static final Feed FEED = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("rows")
    void everyColumnIsRight(Row row) {
        List<Reading> readings = row.read();
        if (row.of("kind").startsWith("REJECT")) {
            assertThat(readings).isNotEmpty().noneMatch(Reading.Item.class::isInstance);
            return;
        }
        assertThat(readings).hasSize(Integer.parseInt(row.of("items_in_file")));
        RawItem item = ((Reading.Item) readings.get(Integer.parseInt(row.of("n")) - 1)).item();

        assertThat(item.guid()).isEqualTo(row.of("guid").equals("(absent)") ? null : row.of("guid"));
        assertThat(item.headline()).isEqualTo(row.of("headline"));
        assertThat(String.valueOf(item.language())).isEqualTo(row.orNull("language"));
        assertThat(item.status().word()).isEqualTo(row.of("pubstatus"));
        assertThat(String.valueOf(item.versionCreated())).isEqualTo(row.orNull("versionCreated"));
        assertThat(String.valueOf(item.firstCreated())).isEqualTo(row.time("firstCreated"));
        assertThat(item.embargoed()).isNull();
        assertThat(String.join(", ", item.bylines())).isEqualTo(row.of("authors"));
        bodyIsAsLongAs(row.of("body_chars"), item);
    }

    private static void bodyIsAsLongAs(String chars, RawItem item) {
        int length = Math.toIntExact(
                item.body().replaceAll("\\s+", " ").strip().codePoints().count());
        int wanted = chars.isEmpty() ? 0 : Integer.parseInt(chars.split(" ", 2)[0]);
        assertThat(length).isCloseTo(wanted, within(wanted / 50));
    }

    @Test
    void noTwoItemsOfAMessageAreOne() {
        assumeTrue(Files.exists(EXPECTED), "skipped: no wire samples here (../shared/wire)");

        rows().filter(row -> row.of("n").equals("1")).forEach(row -> {
            List<String> ids = row.read().stream()
                    .filter(Reading.Item.class::isInstance)
                    .map(reading -> ((Reading.Item) reading).item().id())
                    .toList();
            assertThat(ids).as(row.toString()).doesNotHaveDuplicates();
        });
    }

    private static Stream<Row> rows() {
        if (!Files.exists(EXPECTED)) {
            System.out.println("skipped: no wire samples here (../shared/wire)");
            return Stream.of();
        }
        try {
            List<String> lines = Files.readAllLines(EXPECTED);
            List<String> names = List.of(lines.getFirst().split("\t", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> Row.of(names, line))
                    .filter(row -> FORMATS.contains(row.of("format")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(Map<String, String> columns) {

        static Row of(List<String> names, String line) {
            String[] values = line.split("\t", -1);
            Map<String, String> columns = new HashMap<>();
            for (int i = 0; i < values.length; i++) {
                columns.put(names.get(i), values[i]);
            }
            return new Row(columns);
        }

        String of(String name) {
            return columns.getOrDefault(name, "");
        }

        String orNull(String name) {
            return of(name).isEmpty() ? "null" : of(name);
        }

        /** {@code 2026-09-24T14:41:00Z (in the feed's zone)}, {@code (absent) -> receive time}. */
        String time(String name) {
            return of(name).startsWith("(absent)") ? "null" : orNull(name).split(" ", 2)[0];
        }

        List<Reading> read() {
            try {
                String type = of("file").endsWith(".json") ? "application/json" : "application/xml";
                byte[] bytes = Files.readAllBytes(WIRE.resolve(of("file")));
                return new Formats()
                        .read(new WireMessage(FEED, type, bytes, NOW))
                        .orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return of("file") + " " + of("n");
        }
    }
}

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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real messages of agencies, which stay out of the project: read from beside it where they are. */
class XmlWireSampleTests {

    private static final Path WIRE = Path.of("../../shared/wire");
    private static final Set<String> FORMATS = Set.of("newsml-g2", "newsml-1", "nitf");
    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final Pattern TIME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern ZONE = Pattern.compile("\\(if ([A-Za-z]+/[A-Za-z_]+);");

    private static final Pattern CONTACT = Pattern.compile("\\d{9}|\\p{L}@\\p{L}");

    /** All of its items are skeletons, each to be refused on its own. */
    private static final String SKELETONS = "newsml-g2/iptc-listing24-message-package.xml";

    /** The row counts the characters of the note to editors (type npa), which is not for publication, and not the story's. */
    private static final String NOTE_COUNTED = "nitf/iptc-canceled-doctype.xml";

    /** A row of expected.tsv, its columns by their names there. */
    record Row(List<String> columns) {
        String file() {
            return columns.get(0);
        }

        int number() {
            return Integer.parseInt(columns.get(1));
        }

        String format() {
            return columns.get(3);
        }

        String column(int index) {
            return index < columns.size() ? columns.get(index).strip() : "";
        }

        @Override
        public String toString() {
            return file() + " " + number();
        }
    }

    @Test
    void samplesAreHere() {
        assumeTrue(Files.exists(WIRE), "skipped: no real messages beside the project (../shared/wire)");
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(16);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("rows")
    void everyColumnIsRight(Row row) {
        List<Reading> readings = read(row);
        Reading reading = readings.get(row.number() - 1);
        if (row.file().equals(SKELETONS)) {
            assertThat(readings).hasSize(Integer.parseInt(row.column(2)));
            assertThat(reading).isInstanceOf(Reading.Refused.class);
            return;
        }
        assertThat(reading).isInstanceOf(Reading.Item.class);
        RawItem item = ((Reading.Item) reading).item();
        assertThat(item.guid()).isEqualTo(row.column(4));
        version(row.column(5), item);
        assertThat(item.headline()).isEqualTo(row.column(6));
        assertThat(item.language() == null ? "" : item.language())
                .isEqualTo(
                        Locale.forLanguageTag(row.column(7)).equals(Locale.ROOT)
                                ? ""
                                : Locale.forLanguageTag(row.column(7)).toLanguageTag());
        assertThat(item.status().word()).isEqualTo(row.column(8));
        time(row.column(9), item.versionCreated());
        time(row.column(10), item.firstCreated());
        time(row.column(11), item.embargoed());
        assertThat(item.urgency() == null ? "" : item.urgency().toString()).isEqualTo(row.column(12));
        assertThat(String.join(", ", item.bylines())).isEqualTo(row.column(13));
        if (!row.file().equals(NOTE_COUNTED)) {
            body(row.column(14), item);
        }
        assertThat(item.problems()).isEmpty();
        assertThat(item.original().format()).isEqualTo(row.format());
    }

    @Test
    void contactsOfEditorsAreNowhereButInTheirField() {
        assumeTrue(Files.exists(WIRE), "skipped: no real messages beside the project (../shared/wire)");
        RawItem item = item("newsml-g2/dpa-de-hcard.xml");

        assertThat(item.internal()).anyMatch(note -> CONTACT.matcher(note).find());
        assertThat(item.text() + item.bodyHtml() + item.correction() + item.subjects())
                .doesNotContainPattern(CONTACT);
    }

    @Test
    void killOfAnotherDocumentComesWithItsTombstoneAndWithoutItsNote() {
        assumeTrue(Files.exists(WIRE), "skipped: no real messages beside the project (../shared/wire)");
        List<Reading> readings = read(WIRE.resolve(NOTE_COUNTED), ZoneId.of("UTC"));

        RawItem other = ((Reading.Item) readings.get(1)).item();
        assertThat(other.guid()).isEqualTo("iptc.321656141.a");
        assertThat(other.status().word()).isEqualTo("canceled");
        RawItem item = item(NOTE_COUNTED);
        assertThat(item.internal()).hasSize(2).noneMatch(note -> item.body().contains(note));
        assertThat(item.body()).hasSizeGreaterThan(1200);
    }

    private static void version(String expected, RawItem item) {
        Matcher number = Pattern.compile("(\\d+)").matcher(expected);
        if (number.find()) {
            assertThat(item.version()).isEqualTo(Long.parseLong(number.group(1)));
        }
    }

    private static void time(String expected, @Nullable Instant actual) {
        Matcher time = TIME.matcher(expected);
        assertThat(actual).isEqualTo(time.find() ? Instant.parse(time.group()) : null);
    }

    private static void body(String expected, RawItem item) {
        int wanted = expected.isEmpty() ? 0 : Integer.parseInt(expected);
        String collapsed = item.body().replaceAll("\\s+", " ");
        assertThat((double) collapsed.codePointCount(0, collapsed.length())).isCloseTo(wanted, within(wanted * 0.02));
    }

    private static RawItem item(String file) {
        return ((Reading.Item) read(WIRE.resolve(file), ZoneId.of("UTC")).getFirst()).item();
    }

    private static List<Reading> read(Row row) {
        Matcher zone = ZONE.matcher(row.column(9));
        return read(WIRE.resolve(row.file()), ZoneId.of(zone.find() ? zone.group(1) : "Asia/Ho_Chi_Minh"));
    }

    private static List<Reading> read(Path file, ZoneId zone) {
        try {
            var feed = new Feed("wire", "Some Agency", zone, null);
            return new Formats()
                    .read(new WireMessage(feed, "application/xml", Files.readAllBytes(file), NOW))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Row> rows() {
        Path expected = WIRE.resolve("expected.tsv");
        if (!Files.exists(expected)) {
            return Stream.empty();
        }
        try {
            return Files.readAllLines(expected).stream()
                    .skip(1)
                    .map(line -> new Row(List.of(line.split("\t", -1))))
                    .filter(row -> FORMATS.contains(row.format()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

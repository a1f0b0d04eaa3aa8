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
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real messages of agencies, which are not ours to keep here, against what a correct reading of them yields. */
class WireSampleTests {

    private static final Path WIRE = Path.of("../../shared/wire");
    private static final Path EXPECTED = WIRE.resolve("expected.tsv");
    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
    private static final Pattern TIME = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern ZONE = Pattern.compile("\\(if ([A-Za-z]+/[A-Za-z_]+);");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern CONTACT = Pattern.compile("\\d{9}|\\p{L}@\\p{L}");

    /** The row counts the characters of the note to editors (type npa), which is not for publication, and not the story's. */
    private static final String NOTE_COUNTED = "nitf/iptc-canceled-doctype.xml";

    /** A row of expected.tsv. */
    record Row(Map<String, String> columns) {

        String of(String column) {
            return columns.getOrDefault(column, "").strip();
        }

        String file() {
            return of("file");
        }

        int number() {
            return Integer.parseInt(of("n"));
        }

        /** Whether the column says in words what no field can hold. */
        boolean inWords(String column) {
            return of(column).startsWith("(");
        }

        /** What is malformed, or is a skeleton without a status; but for ninjs, where absent means usable. */
        boolean toBeRefused() {
            boolean skeleton =
                    of("format").equals("newsml-g2") && of("pubstatus").isEmpty();
            return of("kind").startsWith("REJECT") || skeleton;
        }

        @Override
        public String toString() {
            return file() + " " + number();
        }
    }

    @Test
    void samplesAreHere() {
        assumeTrue(Files.exists(EXPECTED), "skipped: no real messages beside the project (../shared/wire)");
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(41);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("rows")
    void everyColumnIsRight(Row row) {
        List<Reading> readings = read(row);
        if (row.toBeRefused()) {
            assertThat(readings).isNotEmpty().noneMatch(Reading.Item.class::isInstance);
            return;
        }
        assertThat(readings.stream()
                        .filter(reading -> !isTombstoneOfAnother(reading, row))
                        .count())
                .isEqualTo(Long.parseLong(row.of("items_in_file")));
        RawItem item = ((Reading.Item) readings.get(row.number() - 1)).item();

        assertThat(item.original().format()).isEqualTo(row.of("format"));
        assertThat(item.guid()).isEqualTo(row.inWords("guid") ? null : row.of("guid"));
        version(row.of("version"), item);
        assertThat(item.headline()).isEqualTo(row.of("headline"));
        language(row, item);
        String status = row.of("pubstatus").replaceFirst("^cancelled.*", "canceled");
        assertThat(item.status().word()).isEqualTo(status.isEmpty() ? "usable" : status);
        assertThat(item.versionCreated()).isEqualTo(time(row.of("versionCreated")));
        assertThat(item.firstCreated()).isEqualTo(time(row.of("firstCreated")));
        assertThat(item.embargoed()).isEqualTo(time(row.of("embargo")));
        urgency(row.of("urgency"), item);
        assertThat(String.join(", ", item.bylines()))
                .isEqualTo(row.of("authors").replace(" (contacts block)", ""));
        body(row, item);
    }

    @Test
    void noTwoItemsOfAMessageAreOneAndEachIsTheSameWheneverItIsRead() {
        assumeTrue(Files.exists(EXPECTED), "skipped: no real messages beside the project (../shared/wire)");

        rows().filter(row -> row.number() == 1).forEach(row -> {
            List<String> ids = ids(read(row));
            assertThat(ids).as(row.toString()).doesNotHaveDuplicates().isEqualTo(ids(read(row)));
        });
    }

    @Test
    void contactsOfEditorsAreNowhereButInTheirField() {
        assumeTrue(Files.exists(EXPECTED), "skipped: no real messages beside the project (../shared/wire)");

        Stream.of("newsml-g2/dpa-de-hcard.xml", "iptc7901/dpa-politics.txt").forEach(file -> {
            RawItem item = item(file);
            assertThat(item.internal())
                    .as(file)
                    .anyMatch(note -> CONTACT.matcher(note).find());
            assertThat(item.text() + item.bodyHtml() + item.correction() + item.subjects())
                    .as(file)
                    .doesNotContainPattern(CONTACT);
        });
    }

    @Test
    void killOfAnotherDocumentComesWithItsTombstoneAndWithoutItsNote() {
        assumeTrue(Files.exists(EXPECTED), "skipped: no real messages beside the project (../shared/wire)");
        List<Reading> readings = read(WIRE.resolve(NOTE_COUNTED), ZoneId.of("UTC"));

        RawItem other = ((Reading.Item) readings.get(1)).item();
        assertThat(other.guid()).isEqualTo("iptc.321656141.a");
        assertThat(other.status().word()).isEqualTo("canceled");
        RawItem item = item(NOTE_COUNTED);
        assertThat(item.internal()).hasSize(2).noneMatch(note -> item.body().contains(note));
        assertThat(item.body()).hasSizeGreaterThan(1200);
    }

    private static boolean isTombstoneOfAnother(Reading reading, Row row) {
        return row.file().equals(NOTE_COUNTED)
                && reading instanceof Reading.Item one
                && !row.of("guid").equals(one.item().guid());
    }

    private static List<String> ids(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Item.class::isInstance)
                .map(reading -> ((Reading.Item) reading).item().id())
                .toList();
    }

    private static void version(String expected, RawItem item) {
        Matcher number = NUMBER.matcher(expected);
        if (number.find()) {
            assertThat(item.version()).isEqualTo(Long.parseLong(number.group()));
        }
    }

    /** Where the message states none, the one that its text is in, or none where it is too short to tell. */
    private static void language(Row row, RawItem item) {
        String stated = tag(row);
        if (stated != null) {
            assertThat(item.language()).isEqualTo(stated);
        } else if (item.language() != null) {
            String known = row.file().contains("vnexpress") ? "vi" : row.file().contains("heise") ? "de" : "en";
            assertThat(item.language()).isEqualTo(known);
            assertThat(item.body()).hasSizeGreaterThan(100);
        }
    }

    private static @Nullable String tag(Row row) {
        String language = row.inWords("language") ? "" : row.of("language");
        return language.isEmpty() ? null : Locale.forLanguageTag(language).toLanguageTag();
    }

    /** {@code 2026-09-24T14:41:00Z (in the feed's zone)}, {@code (absent) -> receive time}. */
    private static @Nullable Instant time(String expected) {
        Matcher time = TIME.matcher(expected);
        return time.find() ? Instant.parse(time.group()) : null;
    }

    /** {@code 4}, {@code priority 4; category i}, {@code priority f=flash}. */
    private static void urgency(String expected, RawItem item) {
        Matcher number = NUMBER.matcher(expected);
        if (expected.contains("f=flash")) {
            assertThat(item.urgency()).isEqualTo(1);
        } else {
            assertThat(item.urgency()).isEqualTo(number.find() ? Integer.valueOf(number.group()) : null);
        }
    }

    /** {@code 1415}; {@code 9 (text "body text")}; {@code word count field 211}. */
    private static void body(Row row, RawItem item) {
        String expected = row.of("body_chars");
        String collapsed = item.body().replaceAll("\\s+", " ").strip();
        if (expected.startsWith("word count") || row.inWords("body_chars")) {
            assertThat(collapsed).hasSizeGreaterThan(100);
        } else if (!row.file().equals(NOTE_COUNTED)) {
            int wanted = expected.isEmpty() ? 0 : Integer.parseInt(expected.split(" ", 2)[0]);
            assertThat((double) collapsed.codePointCount(0, collapsed.length()))
                    .isCloseTo(wanted, within(wanted * 0.02));
        }
    }

    private static RawItem item(String file) {
        return ((Reading.Item) read(WIRE.resolve(file), ZoneId.of("UTC")).getFirst()).item();
    }

    private static List<Reading> read(Row row) {
        Matcher zone = ZONE.matcher(row.of("versionCreated"));
        return read(WIRE.resolve(row.file()), ZoneId.of(zone.find() ? zone.group(1) : "Asia/Ho_Chi_Minh"));
    }

    private static List<Reading> read(Path file, ZoneId zone) {
        try {
            var feed = new Feed("wire", "Some Agency", zone, null);
            String name = file.getFileName().toString();
            String type = switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "xml" -> "application/xml";
                case "json" -> "application/json";
                default -> "application/octet-stream"; // told by content
            };
            return new Formats()
                    .read(new WireMessage(feed, type, Files.readAllBytes(file), NOW))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Row> rows() {
        if (!Files.exists(EXPECTED)) {
            return Stream.empty();
        }
        try {
            List<String> lines = Files.readAllLines(EXPECTED);
            String[] names = lines.getFirst().split("\t", -1);
            return lines.stream().skip(1).map(line -> {
                String[] values = line.split("\t", -1);
                Map<String, String> columns = new HashMap<>();
                for (int i = 0; i < values.length; i++) {
                    columns.put(names[i], values[i]);
                }
                return new Row(columns);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

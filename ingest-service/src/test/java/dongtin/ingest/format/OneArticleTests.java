package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Dateline;
import dongtin.message.RawItem.Subject;
import dongtin.message.Status;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same article reads the same, whatever the format: its text to the letter, and every field that the format has. */
class OneArticleTests {

    private static final Instant TIME = Instant.parse("2026-11-12T02:30:00Z");
    private static final String ADDRESS = "https://dongtin.example/dong-son/kho-du-lieu-dat-dai";
    private static final String PICTURE = "https://dongtin.example/anh/kho-du-lieu.jpg";

    /** Fields that a format, or the sample in it, has no place for. */
    private static final Map<String, Set<String>> WITHOUT = Map.ofEntries(
            Map.entry("ninjs", Set.of()),
            Map.entry("newsml-g2", Set.of()),
            Map.entry("newsml-1", Set.of("link", "subjects")),
            Map.entry("nitf", Set.of("firstCreated", "media")),
            Map.entry("rss", Set.of("urgency", "places", "internal", "versionCreated", "dateline")),
            Map.entry("atom", Set.of("urgency", "places", "internal", "dateline")),
            Map.entry("jsonfeed", Set.of("urgency", "places", "internal", "dateline")),
            Map.entry("ap-media-json", Set.of()),
            Map.entry("dpa-digitalwires", Set.of("link")),
            Map.entry("json-article", Set.of()),
            Map.entry(
                    "email",
                    Set.of("subheadline", "urgency", "places", "internal", "link", "subjects", "versionCreated")),
            Map.entry(
                    "dispatch",
                    Set.of(
                            "subheadline",
                            "urgency",
                            "places",
                            "internal",
                            "link",
                            "subjects",
                            "media",
                            "firstCreated",
                            "versionCreated")),
            Map.entry("iptc7901", Set.of("subheadline", "places", "link", "media", "firstCreated")),
            Map.entry("anpa1312", Set.of("subheadline", "places", "link", "media")));

    @Test
    void everyFormatHasItsSample() {
        assertThat(files().stream().map(file -> item(file).original().format()))
                .containsOnlyOnceElementsOf(WITHOUT.keySet().stream()
                        .filter(name -> !name.equals("ninjs"))
                        .toList())
                .contains("ninjs")
                .hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void textIsTheSameToTheLetter() {
        assertThat(files().stream().map(file -> item(file).text()).collect(Collectors.toSet()))
                .singleElement()
                .asString()
                .startsWith(
                        "Đồng Sơn: 42 xã dùng chung một kho dữ liệu đất đai\n\nNgày 12/11, Ủy ban nhân dân tỉnh Đồng Sơn")
                .contains("Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị")
                .contains("bà Lò Thị Mai Sương, Chủ tịch Ủy ban nhân dân tỉnh")
                .contains("số hóa & đối chiếu")
                .contains("\n\nNghị quyết 57 đặt ra yêu cầu")
                .endsWith("trước ngày 31/12.");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFieldThatTheFormatHasIsTheSame(Path file) {
        RawItem item = item(file);
        String format = item.original().format();
        Set<String> without = WITHOUT.getOrDefault(format, Set.of());

        assertThat(item.status()).isEqualTo(Status.USABLE);
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.subheadline())
                .isEqualTo(without.contains("subheadline") ? null : "Người dân chỉ phải khai một lần");
        assertThat(item.urgency()).isEqualTo(without.contains("urgency") ? null : 4);
        assertThat(item.bylines())
                .containsExactly(format.equals("email") ? "Sùng Thị Máy <may@dongtin.example>" : "Sùng Thị Máy");
        assertThat(item.places()).isEqualTo(without.contains("places") ? List.of() : List.of("Đồng Sơn"));
        assertThat(item.firstCreated()).isEqualTo(without.contains("firstCreated") ? null : TIME);
        assertThat(item.versionCreated()).isEqualTo(without.contains("versionCreated") ? null : TIME);
        assertThat(item.link()).isEqualTo(without.contains("link") ? null : URI.create(ADDRESS));
        assertThat(item.embargoed()).isNull();
        assertThat(item.correction()).isNull();
        assertThat(item.internal())
                .allMatch(note -> note.contains("Bàn trực: 0123 456 789"))
                .hasSize(without.contains("internal") ? 0 : 1);
        dateline(item, without);
        media(item, without);
        subjects(item, without);
        assertThat(item.text() + item.bodyHtml()).doesNotContain("0123 456 789");
    }

    @ParameterizedTest
    @MethodSource("files")
    void itemIsTheSameAtEveryReadingAndHasNoOtherProblemThanAMissingIdentifier(Path file) {
        RawItem item = item(file);

        assertThat(item.id()).isEqualTo(item(file).id());
        assertThat(item.problems()).allMatch(problem -> problem.startsWith("guid: absent, derived from"));
        assertThat(item.guid() == null)
                .isEqualTo(Set.of("dispatch", "iptc7901", "anpa1312")
                        .contains(item.original().format()));
    }

    private static void dateline(RawItem item, Set<String> without) {
        if (without.contains("dateline")) {
            assertThat(item.dateline()).isNull();
            return;
        }
        Dateline dateline = Objects.requireNonNull(item.dateline());
        assertThat(dateline.place()).isEqualTo("Đồng Sơn");
        assertThat(dateline.agency()).isIn("DTN", null);
        assertThat(dateline.date()).isIn(LocalDate.of(2026, 11, 12), null);
    }

    private static void media(RawItem item, Set<String> without) {
        if (without.contains("media")) {
            assertThat(item.media()).isEmpty();
            return;
        }
        assertThat(item.media()).singleElement().satisfies(media -> {
            assertThat(media.type()).isEqualTo("picture");
            assertThat(media.link()).isIn(URI.create(PICTURE), URI.create("mid:kho-du-lieu-dat-dai@dongtin.example/2"));
            assertThat(media.caption()).isIn("Quầy một cửa của xã Nậm Khao", "kho-du-lieu.jpg", null);
        });
    }

    private static void subjects(RawItem item, Set<String> without) {
        if (without.contains("subjects")) {
            assertThat(item.subjects()).isEmpty();
        } else {
            assertThat(item.subjects())
                    .containsAnyOf(
                            new Subject("medtop:11000000", "chính trị"),
                            new Subject("medtop:11000000", "11000000"),
                            new Subject("subj:11000000", "chính trị"),
                            new Subject(null, "chính trị"),
                            new Subject("iptc7901:pol", null),
                            new Subject("anpa:p", null));
        }
    }

    private static RawItem item(Path file) {
        List<Reading> readings = SampleArticle.read(file, SampleArticle.bytes(file));
        assertThat(readings).as(file.toString()).hasSize(1);
        return ((Reading.Item) readings.getFirst()).item();
    }

    static List<Path> files() {
        return SampleArticle.files();
    }
}

package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Correction;
import dongtin.message.RawItem.Subject;
import dongtin.message.Status;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IPTC 7901 and ANPA 1312, written here with {@code ^A} for SOH and so on, {@code ~} for a caret, {@code |} for line ends. */
class TeleprinterFormatTests {

    private static final Instant NOW = Instant.parse("2026-03-03T05:00:00Z");

    private static final String IPTC =
            "^Aeca062 4 i 211 ccccb   btm 061||Vietnam-politics/||^BTít một =||Đoạn một.||^C021137 GMT Mar 26 |^D";
    private static final String ANPA =
            "^V^V^Aw2870^_asian|r i^S^Q BC-VN--Mau     03-02 1049|^B~BC-VN--Mau, 1st Ld-Writethru,466<|~Tít một <|~Eds: Sửa đoạn hai.<|~By LE THU=|~Bao Thu=|\t   HUẾ, Việt Nam (BTM) _ Đoạn một. | |\t   Đoạn hai.|\t   ^CBTM-WF-03-02-26 1137GMT<||^D";

    @Test
    void partsOfAStoryOfIptc7901HaveTheirFields() {
        RawItem item = item(IPTC);

        assertThat(item.original().format()).isEqualTo("iptc7901");
        assertThat(item.headline()).isEqualTo("Tít một");
        assertThat(item.body()).isEqualTo("Đoạn một.");
        assertThat(item.urgency()).isEqualTo(4);
        assertThat(item.versionCreated()).isEqualTo("2026-03-02T11:37:00Z");
        assertThat(item.version())
                .isEqualTo(Instant.parse("2026-03-02T11:37:00Z").toEpochMilli());
        assertThat(item.subjects())
                .containsExactly(new Subject("iptc7901:i", null), new Subject(null, "Vietnam-politics"));
        assertThat(item.guid()).isNull();
        assertThat(item.problems()).containsExactly("guid: absent, derived from service, number and time");
    }

    @Test
    void partsOfAStoryOfAnpaHaveTheirFields() {
        RawItem item = item(ANPA);

        assertThat(item.original().format()).isEqualTo("anpa1312");
        assertThat(item.headline()).isEqualTo("Tít một");
        assertThat(item.body()).endsWith("Đoạn một.\n\nĐoạn hai.");
        assertThat(item.urgency()).isEqualTo(4);
        assertThat(item.bylines()).containsExactly("LE THU");
        assertThat(item.versionCreated()).isEqualTo("2026-03-02T11:37:00Z");
        assertThat(item.correction()).isEqualTo(new Correction("1st Ld-Writethru", "Sửa đoạn hai."));
        assertThat(item.internal()).containsExactly("Eds: Sửa đoạn hai.");
        assertThat(item.subjects()).containsExactly(new Subject("anpa:i", null), new Subject(null, "Mau"));
    }

    @Test
    void storyIsTheSameWheneverItIsReadAndNoOtherOne() {
        for (String story : List.of(IPTC, ANPA)) {
            assertThat(item(story).id()).isEqualTo(item(story).id());
            assertThat(item(story).id())
                    .isNotEqualTo(item(story.replace("062", "063").replace("2870", "2871"))
                            .id());
            assertThat(item(story).id())
                    .isNotEqualTo(item(story.replace("021137", "031137").replace("03-02-26", "03-03-26"))
                            .id());
        }
    }

    @Test
    void badStoryCostsItsNeighboursNothing() {
        List<Reading> readings = read(IPTC + "^Akhông phải|^Bchữ^C" + IPTC.replace("062", "064"));

        assertThat(readings).hasSize(3);
        assertThat(readings.get(0)).isInstanceOf(Reading.Item.class);
        assertThat(readings.get(1))
                .isInstanceOfSatisfying(
                        Reading.Refused.class, bad -> assertThat(bad.at()).startsWith("line "));
        assertThat(readings.get(2)).isInstanceOf(Reading.Item.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "REFILE~Tít =; Tít; REFILE;",
                "1ST LEAD~Tít dài~hai dòng =; Tít dài hai dòng; 1ST LEAD;",
                "REFILE~1ST LEAD~Tít~By Le Thu, Bao Mau =; Tít; 'REFILE, 1ST LEAD'; 'Le Thu, Bao Mau'",
                "(Berichtigung: Ein Wort~ist ersetzt.)~(KORR-Bericht)~Tít~Von Le Thu, btm =; Tít; Berichtigung; 'Le Thu, btm'",
                "Tít =; Tít; ;"
            })
    void headlineIsToldFromWhatStandsAroundIt(String block, String headline, String correction, String byline) {
        RawItem item = item(IPTC.replace("Tít một =", block.replace("~", "|")));

        assertThat(item.headline()).isEqualTo(headline);
        assertThat(item.correction() == null ? null : item.correction().type()).isEqualTo(correction);
        assertThat(String.join("", item.bylines())).isEqualTo(byline == null ? "" : byline);
        assertThat(item.body()).isEqualTo("Đoạn một.");
    }

    @Test
    void whatIsNotForPublicationIsInternalAndNamesTheReporter() {
        RawItem item = item(
                IPTC.replace(
                        "Đoạn một.",
                        "Đoạn một.||# Notebook||## Note to editors|- thêm|* * * *|The following information is not for publication||- Reporting by: Lê Thử in Huế, Trần Mẫu|- Tel: +84 123 456 789"));

        assertThat(item.body()).isEqualTo("Đoạn một.");
        assertThat(item.bylines()).containsExactly("Lê Thử", "Trần Mẫu");
        assertThat(item.internal()).singleElement().asString().contains("+84 123 456 789", "- thêm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "KILL~Tít =; canceled",
                "(Sperrfrist 9. März 14.20 Uhr)~Tít =; withheld",
                "EMBARGOED UNTIL FRIDAY~Tít =; withheld",
                "Tít về lệnh embargo dầu =; usable"
            })
    void killsAndEmbargoesInWordsFailClosed(String block, String status) {
        assertThat(item(IPTC.replace("Tít một =", block.replace("~", "|")))
                        .status()
                        .word())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"KILL, canceled", "Withhold, withheld", "Adv05, withheld", "HFR, withheld", "1st Ld, usable"})
    void anpaKeywordSaysWhatMayBeDone(String word, String status) {
        RawItem item = item(ANPA.replace("1st Ld-Writethru", word));

        assertThat(item.status()).extracting(Status::word).isEqualTo(status);
    }

    @Test
    void alertWithoutAHeadlineIsItsText() {
        RawItem item = item(
                "^V^V^Aw1645^_asian|b a^S^Q BC-VN--NewsAlert     03-02 0358|^B~BC-VN--NewsAlert,17<|\t   HUẾ (BTM) _ Một tin khẩn.||\t   ^CBTM-WF-03-02-26 2350GMT<|^D");

        assertThat(item.headline()).isEmpty();
        assertThat(item.body()).contains("Một tin khẩn.");
        assertThat(item.urgency()).isEqualTo(2);
    }

    @Test
    void wrappedLinesAreParagraphsAgainAndListsAreNot() {
        String wrapped =
                "   Thành phố mẫu hôm nay đã khai mạc một hội nghị lớn về cây xanh và|nước sạch của cả vùng.||- Một|- Hai";

        assertThat(item(IPTC.replace("Đoạn một.", wrapped)).body())
                .isEqualTo(
                        "Thành phố mẫu hôm nay đã khai mạc một hội nghị lớn về cây xanh và nước sạch của cả vùng.\n\n- Một\n- Hai");
    }

    @Test
    void oldCharsetsAreReadWithTheirControls() {
        byte[] latin = controls(IPTC.replace("Tít một", "Étude à Genève").replace("Đoạn một", "Café"))
                .getBytes(Charset.forName("windows-1252"));

        RawItem item = ((Reading.Item) read(latin).getFirst()).item();
        assertThat(item.headline()).isEqualTo("Étude à Genève");
        assertThat(item.problems()).anyMatch(problem -> problem.startsWith("charset: "));
    }

    private static RawItem item(String story) {
        return ((Reading.Item) read(story).getFirst()).item();
    }

    private static List<Reading> read(String story) {
        return read(controls(story).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Reading> read(byte[] bytes) {
        var feed = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);
        return new Formats()
                .read(new WireMessage(feed, "text/plain", bytes, NOW))
                .orElseThrow();
    }

    private static String controls(String text) {
        return text.replace("^A", "\u0001")
                .replace("^B", "\u0002")
                .replace("^C", "\u0003")
                .replace("^D", "\u0004")
                .replace("^Q", "\u0011")
                .replace("^S", "\u0013")
                .replace("^V", "\u0016")
                .replace("^_", "\u001f")
                .replace("~", "^")
                .replace("|", "\r\n");
    }
}

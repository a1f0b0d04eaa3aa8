package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Dateline;
import dongtin.message.RawItem.RelatedPerson;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchFormatTests {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final Feed FEED = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), "vi");

    private static final String DISPATCH = """
            Khai mạc hội nghị cây xanh

                Nhân vật liên quan

                • Ủy viên Ban Thường vụ; Chủ tịch UBND thành phố HuếTrần Văn Mẫu
                • Giám đốc Sở: Lê Thị Thử

            Hà Nội (BTM 2/3/2026) Ngày 2/3, hội nghị\u00a0khai mạc.

            Ông Trần Văn Mẫu phát biểu./.

            Mai Thử - Hà Mẫu
            """;

    @Test
    void everyPartOfADispatchHasItsField() {
        RawItem item = item(DISPATCH);

        assertThat(item.headline()).isEqualTo("Khai mạc hội nghị cây xanh");
        assertThat(item.relatedPeople())
                .containsExactly(
                        new RelatedPerson(
                                "Trần Văn Mẫu", List.of("Ủy viên Ban Thường vụ", "Chủ tịch UBND thành phố Huế")),
                        new RelatedPerson("Lê Thị Thử", List.of("Giám đốc Sở")));
        assertThat(item.dateline()).isEqualTo(new Dateline("Hà Nội", "BTM", LocalDate.of(2026, 3, 2)));
        assertThat(item.body()).isEqualTo("Ngày 2/3, hội nghị khai mạc.\n\nÔng Trần Văn Mẫu phát biểu./.");
        assertThat(item.bylines()).containsExactly("Mai Thử", "Hà Mẫu");
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.problems()).isEmpty();
    }

    @Test
    void sameStoryIsTheSameItemWhenEverItComes() {
        RawItem first = item(DISPATCH);
        RawItem second = item(DISPATCH.replace("phát biểu", "kết luận"), NOW.plusSeconds(60));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.version()).isGreaterThan(first.version());
    }

    @Test
    void composedAndDecomposedLettersAreTheSameText() {
        RawItem decomposed = item(Normalizer.normalize(DISPATCH, Normalizer.Form.NFD));

        assertThat(decomposed.text()).isEqualTo(item(DISPATCH).text());
        assertThat(decomposed.id()).isEqualTo(item(DISPATCH).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "• Bí thư Thành ủy Thành phố Hồ Chí MinhTrần Văn Mẫu | Bí thư Thành ủy Thành phố Hồ Chí Minh | Trần Văn Mẫu",
                "• Bí thư Thành ủy TP.HCMTrần Văn Mẫu | Bí thư Thành ủy TP.HCM | Trần Văn Mẫu",
                "• Bí thư Thành ủy Thành phố Hồ Chí Minh Trần Văn Mẫu | Bí thư Thành ủy Thành phố Hồ Chí Minh | Trần Văn Mẫu",
                "- Tổng Giám đốcRonald McMauson | Tổng Giám đốc | Ronald McMauson",
                "• Giám đốc VinMauLê Thử | Giám đốc VinMau | Lê Thử",
                "• Phó Bí thư: KPă Thử | Phó Bí thư | KPă Thử",
                "• Phó Chủ tịch; KSor H’Mẫu | Phó Chủ tịch | KSor H’Mẫu",
                "• Trần Văn Mẫu | '' | Trần Văn Mẫu"
            })
    void panelLineGivesOfficeAndName(String line, String title, String name) {
        assertThat(item("Tít\n\nNhân vật liên quan\n\n" + line + "\n\nHọp xong.")
                        .relatedPeople())
                .containsExactly(new RelatedPerson(name, title.isEmpty() ? List.of() : List.of(title)));
    }

    @Test
    void panelLineThatCanNotBeToldApartIsKeptRaw() {
        RawItem item = item("Tít\n\nNhân vật liên quan\n\n• ban tổ chức\n\nHọp xong.");

        assertThat(item.relatedPeople()).isEmpty();
        assertThat(item.problems()).containsExactly("relatedPeople: • ban tổ chức");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hà Nội (TTXVN 14/6/2024) Ngày | Hà Nội | TTXVN | 2024-06-14 | Ngày",
                "Thành phố Huế (BTM, 1-2-2026) - Sáng | Thành phố Huế | BTM | 2026-02-01 | Sáng",
                "Hanoi (VNA) - The | Hanoi | VNA | | The",
                "Hà Nội (BTM 1/1/9999) Ngày | | | | Hà Nội (BTM 1/1/9999) Ngày",
                "Hà Nội (BTM 31/2/2026) Ngày | | | | Hà Nội (BTM 31/2/2026) Ngày",
                "Ủy ban (gọi tắt là Ủy ban) họp | | | | Ủy ban (gọi tắt là Ủy ban) họp",
                "Ông Mẫu (Hà Nội) nói | | | | Ông Mẫu (Hà Nội) nói"
            })
    void datelineIsReadOnlyWhereItIsOne(String start, String place, String agency, LocalDate date, String body) {
        RawItem item = item("Tít\n\n" + start + "\n\nHọp xong.");

        assertThat(item.body()).isEqualTo(body + "\n\nHọp xong.");
        assertThat(item.dateline()).isEqualTo(place == null ? null : new Dateline(place, agency, date));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Xuân Thử | Xuân Thử", "Mai Hà/TTXVN | Mai Hà", "Họp xong. |", "Thành công |", "Trần Văn Mẫu. |"})
    void lastLineIsAByline(String line, String name) {
        assertThat(item("Tít\n\nBài.\n\n" + line).bylines()).isEqualTo(name == null ? List.of() : List.of(name));
    }

    @Test
    void bytesOfNoCharsetAreRefusedWithTheirPlace() {
        var binary = new WireMessage(FEED, "text/plain", new byte[] {'T', (byte) 0xED, 't', 0, 1}, NOW);

        assertThat(new DispatchFormat().read(new WireContent(binary, 10)))
                .containsExactly(new Reading.Malformed("", "byte 1 is not UTF-8"));
    }

    @Test
    void bytesOfAnotherCharsetThanDeclaredAreReadAndNoted() {
        var latin = new WireMessage(FEED, "text/plain", "Tít mâu".getBytes(StandardCharsets.ISO_8859_1), NOW);
        RawItem item = ((Reading.Item)
                        new DispatchFormat().read(new WireContent(latin, 10)).getFirst())
                .item();

        assertThat(item.headline()).isEqualTo("Tít mâu");
        assertThat(item.problems()).containsExactly("charset: none declared, but it looks like windows-1252");
    }

    @Test
    void declaredCharsetIsUsed() {
        byte[] bytes = DISPATCH.getBytes(Charset.forName("UTF-16"));
        Reading reading = new DispatchFormat()
                .read(new WireContent(new WireMessage(FEED, "text/plain; charset=UTF-16", bytes, NOW), 10))
                .getFirst();

        assertThat(((Reading.Item) reading).item().text())
                .isEqualTo(item(DISPATCH).text());
    }

    @Test
    void modelArticleReadsRight() throws IOException {
        Path seed = Path.of("../../shared/seed/article.txt");
        assumeTrue(Files.exists(seed), "skipped: the model article is not here (../shared/seed/article.txt)");

        RawItem item = item(Files.readString(seed));

        assertThat(item.headline()).startsWith("Bế mạc Hội nghị").endsWith("lần thứ 31");
        assertThat(item.relatedPeople())
                .containsExactly(new RelatedPerson(
                        "Nguyễn Văn Nên", List.of("Ủy viên Bộ Chính trị", "Bí thư Thành ủy Thành phố Hồ Chí Minh")));
        assertThat(item.dateline())
                .isEqualTo(new Dateline("Thành phố Hồ Chí Minh", "TTXVN", LocalDate.of(2024, 6, 14)));
        assertThat(item.bylines()).containsExactly("Xuân Khu");
        assertThat(item.body())
                .startsWith("Ngày 14/6, Hội nghị")
                .endsWith("của Đảng./.".substring(8))
                .doesNotContain("\u00a0");
        assertThat(item.body()).contains("Quy định số 148-QĐ/TW của Bộ Chính trị", "73/2023/NĐ-CP của Chính phủ");
    }

    private static RawItem item(String text) {
        return item(text, NOW);
    }

    private static RawItem item(String text, Instant received) {
        var message = new WireMessage(FEED, "text/plain", text.getBytes(StandardCharsets.UTF_8), received);
        return ((Reading.Item)
                        new DispatchFormat().read(new WireContent(message, 10)).getFirst())
                .item();
    }
}

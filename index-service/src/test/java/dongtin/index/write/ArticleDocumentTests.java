package dongtin.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.Document;
import dongtin.message.MessageJson;
import dongtin.message.Status;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ArticleDocumentTests {

    @Test
    void whatIsInternalIsNotInTheDocument() {
        assertThat(json(Status.USABLE)).contains("Tin số 1").doesNotContain("gọi cho ban biên tập");
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHHELD", "CANCELED"})
    void tombstoneSaysNothingOfTheStory(Status status) {
        assertThat(json(status))
                .contains(status.word(), "TTXVN", "\"version\":1")
                .doesNotContain("Tin số", "Mẫu", "144", "Huế", "Xuân Khu", "example", "urn:", "sửa tên", "gấp");
    }

    @Test
    void storyWithoutATimeIsOfTheDayOfItsDateline() {
        assertThat(ArticleDocument.of(Items.item("a", 1, Status.USABLE), Items.RECEIVED)
                        .published())
                .isEqualTo("2026-11-22T17:00:00Z"); // midnight in Vietnam
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "quy định | 144 | 144-QĐ/TW | - | 2024 | Quy định 144-QĐ/TW",
                "luật | - | - | Đất đai | 2024 | Luật Đất đai 2024",
                "nghị quyết | 18 | - | - | - | Nghị quyết 18"
            })
    void labelIsWhatAReaderCallsTheDocument(
            String kind, String number, String symbol, String name, String year, String label) {
        var document =
                new Document("k", kind, number, symbol, null, null, year, name, null, Document.Basis.TEXT, List.of());

        assertThat(IndexedDocument.of(document).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "nghị quyết | 18 | 18-NQ/TW | 2017-10-25 | - | Nghị quyết 18-NQ/TW (2017)",
                "nghị quyết | 18 | 18-NQ/TW | 2022-06-16 | - | Nghị quyết 18-NQ/TW (2022)",
                "nghị định | 73 | 73/2023/NĐ-CP | 2023-09-29 | - | Nghị định 73/2023/NĐ-CP",
                "nghị quyết | 18 | - | - | - | Nghị quyết 18",
                "kết luận | 21 | 21-KL/TW | - | 2021 | Kết luận 21-KL/TW (2021)"
            })
    void titleTellsDocumentsOfOneLabelApart(
            String kind, String number, String symbol, LocalDate date, String year, String title) {
        var document =
                new Document("k", kind, number, symbol, null, date, year, null, null, Document.Basis.TEXT, List.of());

        assertThat(IndexedDocument.of(document).title()).isEqualTo(title);
    }

    @Test
    void officeIsFlatAndStillWhose() {
        var document = ArticleDocument.of(Items.item("a", 1, Status.USABLE), Items.RECEIVED);

        assertThat(document.person().office()).containsExactly("Trần Văn Mẫu · Bí thư");
        assertThat(document.document().title()).containsExactly("Quy định 144-QĐ/TW (2024)");
    }

    private static String json(Status status) {
        var document = ArticleDocument.of(Items.item("a", 1, status), Items.RECEIVED);
        return new String(MessageJson.write(document), StandardCharsets.UTF_8);
    }
}

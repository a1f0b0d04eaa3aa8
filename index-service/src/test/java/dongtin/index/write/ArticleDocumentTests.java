package dongtin.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.Document;
import dongtin.message.MessageJson;
import dongtin.message.Status;
import java.nio.charset.StandardCharsets;
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

    private static String json(Status status) {
        var document = ArticleDocument.of(Items.item("a", 1, status), Items.RECEIVED);
        return new String(MessageJson.write(document), StandardCharsets.UTF_8);
    }
}

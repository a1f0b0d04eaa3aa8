package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dongtin.enrich.knowledge.BadKnowledgeException;
import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.message.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentRegisterTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-03-01 | Cả nước thực hiện Nghị quyết 57.                       | nghi-quyet-57-tw-xiii
            2025-03-01 | Bộ Chính trị ban hành Nghị quyết 57.                   | nghi-quyet-57-tw-xiii
            2023-05-10 | Công an các xã làm Đề án 06.                           | de-an-6-thu-tuong-chinh-phu-2022
            2020-07-02 | Thành phố áp dụng Chỉ thị 16 từ hôm qua.                | chi-thi-16-thu-tuong-chinh-phu-2020
            2022-11-05 | Chi bộ học Chỉ thị 05 của Bộ Chính trị.                | chi-thi-5-tw-xii
            2024-06-01 | Đảng viên học Quy định 144-QĐ/TW.                       | quy-dinh-144-tw-xiii
            2021-12-01 | Mọi nơi theo Nghị quyết 128.                            | nghi-quyet-128-chinh-phu-2021
            2019-10-01 | Bệnh viện theo Nghị quyết số 18-NQ/TW.                  | nghi-quyet-18-tw-xii
            2025-01-10 | Lương theo Nghị quyết 27 năm 2018.                      | nghi-quyet-27-tw-xii
            2018-09-01 | Tổng kết Nghị quyết 18 của Hội nghị Trung ương 6.       | nghi-quyet-18-tw-xii
            """)
    void shortFormIsTheOneKnownDocumentOfTheDay(LocalDate day, String text, String key) {
        assertThat(DocumentTable.documents(text, day)).singleElement().satisfies(document -> {
            assertThat(document.key()).isEqualTo(key);
            assertThat(document.basis()).isEqualTo(Document.Basis.REGISTER);
            assertThat(document.subject()).startsWith("về ");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-12-01 | Chưa ai biết Nghị quyết 57.                             | nghi-quyet-57
            2024-03-01 | Đất đai theo Nghị quyết 18.                             | nghi-quyet-18
            2023-05-10 | Người dân còn nhớ Chỉ thị 16.                           | chi-thi-16
            2025-03-01 | HĐND tỉnh ban hành Nghị quyết 57.                       | nghi-quyet-57-hdnd-tinh
            2025-03-01 | Nghị quyết 57 năm 2019 đã cũ.                           | nghi-quyet-57-2019
            2025-03-01 | Tỉnh ủy bàn Nghị quyết số 57-NQ/TU.                     | nghi-quyet-57-tinh-uy
            2022-08-01 | Xã làm theo Chỉ thị số 05-CT/TW.                        | chi-thi-5-tw
            """)
    void whatCouldMeanAnotherOrNoneStaysOpen(LocalDate day, String text, String key) {
        assertThat(DocumentTable.documents(text, day)).singleElement().satisfies(document -> {
            assertThat(document.key()).isEqualTo(key);
            assertThat(document.basis()).isEqualTo(Document.Basis.TEXT);
        });
    }

    @Test
    void withoutTheDayOfTheArticleNothingIsLookedUp() {
        assertThat(DocumentTable.documents("Cả nước thực hiện Nghị quyết 57."))
                .extracting(Document::key, Document::symbol, Document::basis)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("nghi-quyet-57", null, Document.Basis.TEXT));
    }

    @Test
    void registerFillsWhatTheArticleLeavesOut() {
        Document document = DocumentTable.documents("Cả nước thực hiện Nghị quyết 57.", LocalDate.of(2025, 3, 1))
                .getFirst();
        assertThat(document.symbol()).isEqualTo("57-NQ/TW");
        assertThat(document.issuer()).isEqualTo("Bộ Chính trị");
        assertThat(document.date()).isEqualTo(LocalDate.of(2024, 12, 22));
    }

    @Test
    void datedAndUndatedReferenceToOneDocumentHaveOneKey() {
        String dated = DocumentTable.documents("Quy định 144-QĐ/TW ngày 9/5/2024 của Bộ Chính trị.")
                .getFirst()
                .key();
        String undated = DocumentTable.documents("Quy định 144-QĐ/TW.", LocalDate.of(2024, 8, 1))
                .getFirst()
                .key();
        assertThat(undated).isEqualTo(dated);
    }

    @Test
    void newsroomAddsItsOwnDocuments(@TempDir Path own) throws IOException {
        Files.writeString(
                own.resolve("known_documents.tsv"),
                "nghị quyết\t901\t901-NQ/TU\tThành ủy Hà Nội\t2025-02-03\topen\tvề cây xanh\n");
        Tagger tagger = new Tagger(KnowledgeFiles.packagedUnder(own));
        assertThat(tagger.tag("Quận làm theo Nghị quyết 901.", LocalDate.of(2025, 5, 1))
                        .documents())
                .extracting(Document::symbol)
                .containsExactly("901-NQ/TU");
    }

    @Test
    void rowWithoutADayStopsTheStart(@TempDir Path own) throws IOException {
        Files.writeString(
                own.resolve("known_documents.tsv"), "nghị quyết\t901\t901-NQ/TU\tThành ủy\tTết\topen\tvề cây xanh\n");
        KnowledgeFiles files = KnowledgeFiles.packagedUnder(own);
        assertThatThrownBy(() -> new Tagger(files))
                .isInstanceOf(BadKnowledgeException.class)
                .hasMessageContaining("known_documents.tsv:1: 'Tết' is no day");
    }
}

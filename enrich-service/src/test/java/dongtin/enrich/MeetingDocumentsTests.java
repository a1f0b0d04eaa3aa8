package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingDocumentsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xã học «Nghị quyết TƯ 4 khóa XII» và «Nghị quyết TƯ 5» về doanh nghiệp.",
                "Huyện làm theo «Nghị quyết TW4» hơn một năm.",
                "Nhớ lại «nghị quyết T.Ư 6 (lần 2)» năm ấy.",
                "«Nghị quyết Hội nghị Trung ương 4 (Khóa XI, XII)» được nhắc lại.",
                "«Nghị quyết Trung ương 5 khóa (XII)» nói rõ điều ấy.",
                "«Nghị quyết hội nghị lần thứ năm, Ban Chấp hành Trung ương khóa X» về kiểm tra.",
                "«Nghị quyết Hội nghị lần thứ tư Ban Chấp hành TƯ Đảng khóa 12» đã vào cuộc sống.",
                "«Nghị quyết của Hội nghị Trung ương 8» được bàn kỹ.",
                "Hai nghị quyết của Hội nghị Trung ương khóa XIII và các nghị quyết của Đại hội XIII.",
                "«Nghị quyết của Đại hội XIII» của Đảng.",
                "«Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX», nhiệm kỳ 2020-2025.",
                "«Nghị quyết Đại hội Đảng bộ tỉnh Hà Giang lần thứ XVII» đề ra ba khâu.",
                "«Nghị quyết Đại hội Đảng bộ TP.HCM lần thứ X» đã qua nửa chặng.",
                "«Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2020 – 2025» đặt mục tiêu cao.",
                "«Nghị quyết Đại hội Đảng bộ Quân đội lần thứ XI» được quán triệt.",
                "«Nghị quyết Đại hội Đảng Cộng sản lần thứ VII» mở lối mới.",
                "«nghị quyết đại hội Đảng bộ xã lần thứ 30» đã xong.",
                "«Nghị quyết lần thứ XII» của Đảng và «Nghị quyết XIII» của Đảng.",
                "«nghị quyết lần thứ 11 Đảng bộ TP» nêu rõ.",
                "«Nghị quyết Đảng bộ Thành phố lần thứ XVII» nói về nhà ở.",
                "«Nghị quyết Hội nghị Ủy ban T.Ư MTTQ Việt Nam lần thứ 7 (khóa VIII)» được thông qua.",
                "«Nghị quyết kỳ họp thứ 3 Quốc hội khóa XV» và «Nghị quyết kỳ họp thứ 4, Quốc hội khóa XV».",
                "Sau «Nghị quyết Trung ương 3 (khóa VIII)», Bộ Chính trị khóa IX bàn tiếp.",
                "«nghị quyết Hội nghị Trung ương 5 khóa XI» khu vực phía Bắc.",
                "Thực hiện nghiêm «Kết luận Hội nghị Trung ương 4 khóa XIII».",
                "Ông phát biểu kết luận Hội nghị lần thứ 18 của huyện.",
                "Kết luận phiên họp thứ hai, ông nhắc lại thời hạn.",
                "Thực hiện nghị quyết Đại hội Đảng các cấp và Nghị quyết Đại hội.",
                "Đó là nghị quyết thứ 2 về việc này."
            })
    void namesOfMeetingsEndWhereTheyEnd(String marked) {
        DocumentTable.checkSpans(marked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nghị quyết Đại hội XIII, Nghị quyết Đại hội đại biểu toàn quốc lần thứ 13.                   | nghi-quyet-dai-hoi-13
            Nghị quyết Trung ương 4 rất mới. Nghị quyết Trung ương 4 (khóa XII).                         | nghi-quyet-trung-uong-4-khoa-12
            Nghị quyết T.Ư 4 khoá 12; Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII.   | nghi-quyet-trung-uong-4-khoa-12
            """)
    void spellingsOfOneMeetingAreOneDocument(String text, String key) {
        assertThat(DocumentTable.documents(text)).extracting(Document::key).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nghị quyết Đại hội XIII và Nghị quyết Đại hội XIV của Đảng bộ tỉnh.",
                "Nghị quyết Trung ương 4 khóa XI, Nghị quyết Trung ương 4 khóa XII."
            })
    void differentMeetingsAreDifferentDocuments(String text) {
        assertThat(DocumentTable.documents(text)).hasSize(2);
    }
}

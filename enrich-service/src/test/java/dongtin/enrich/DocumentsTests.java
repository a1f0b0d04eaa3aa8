package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Theo «Quy định 144-QĐ/TW» ngày 9/5/2024 của Bộ Chính trị về chuẩn mực.        | quy định 144 144-QĐ/TW Bộ Chính trị 2024-05-09
            Làm theo «Nghị định số 73/2023/NĐ-CP».                                       | nghị định 73 73/2023/NĐ-CP Chính phủ
            Căn cứ «Luật số 45/2019/QH14» ngày 20 tháng 11 năm 2019.                      | luật 45 45/2019/QH14 Quốc hội 2019-11-20
            Tại «Thông báo số 50 – TB/TW» của Ban Bí thư.                                 | thông báo 50 50-TB/TW Ban Bí thư
            Theo «Nghị quyết 66.13/2026/NQ-CP» và «Nghị quyết 30a».                       | nghị quyết 66.13 66.13/2026/NQ-CP Chính phủ; nghị quyết 30a
            Xem «nghị quyết 54/2017» của Quốc hội.                                        | nghị quyết 54 Quốc hội 2017
            «Quyết định 22» và «23» đã có hiệu lực.                                       | quyết định 22; quyết định 23
            Ngày 28/01/2003, Thủ tướng Chính phủ ra «Quyết định số 18/2003/TTg-QĐ».       | quyết định 18 18/2003/TTg-QĐ Thủ tướng Chính phủ 2003-01-28
            Thực hiện «NQ 18», «NĐ 73» và «CT 16».                                        | nghị quyết 18; nghị định 73; chỉ thị 16
            «Công văn 15700/BTC-TCDN» được gửi đi.                                        | công văn 15700 15700/BTC-TCDN Bộ Tài chính
            Bị phạt theo «Quyết định xử phạt hành chính số 15189/QĐ-XPVPHC».              | quyết định 15189 15189/QĐ-XPVPHC
            «Chỉ thị (số 26/2005/CT-UBND)» còn hiệu lực.                                  | chỉ thị 26 26/2005/CT-UBND
            «Nghị quyết Trung ương 4 khóa XII» được nhắc lại.                             | nghị quyết Trung ương 4 khóa XII
            «Nghị quyết Đại hội XIII» của Đảng.                                           | nghị quyết Đảng Đại hội XIII
            «Nghị quyết Hội nghị lần thứ 31 Ban Chấp hành Đảng bộ Thành phố Hồ Chí Minh». | nghị quyết Hội nghị lần thứ 31 Ban Chấp hành Đảng bộ Thành phố Hồ Chí Minh
            Sửa «Luật Đất đai năm 2013» và «Bộ luật Hình sự».                             | luật 2013 Đất đai; bộ luật Hình sự
            Dự án «Luật Đầu tư công (sửa đổi)» được trình.                                | luật Đầu tư công (sửa đổi)
            «Luật sửa đổi, bổ sung một số điều của Luật các tổ chức tín dụng» đã qua.     | luật sửa đổi, bổ sung một số điều của Luật các tổ chức tín dụng
            Theo «Hiến pháp năm 2013» và «Điều lệ Đảng».                                  | hiến pháp 2013; điều lệ Đảng
            Điều 159 «BLHS 1999» quy định rõ.                                             | bộ luật 1999 Hình sự
            Theo «Nghị định 67/2014 NĐ-CP», việc chấp hành pháp luật lao động và «Luật CĐ». | nghị định 67 67/2014/NĐ-CP Chính phủ; luật CĐ
            Dự án «Luật Việc làm sửa đổi», pháp lệnh 2006, Thủ tướng kỷ luật 2 người.      | luật Việc làm sửa đổi
            «Nghị quyết số 45-NQ/TW» của Hội nghị Trung ương 8, khóa XIII.                 | nghị quyết 45 45-NQ/TW Hội nghị Trung ương 8, khóa XIII
            Tỉnh đã quyết định 31 nội dung và có kế hoạch 5 năm.                          |
            Hội Luật gia và luật sư, pháp luật, dự thảo Nghị quyết, nghị quyết này.       |
            Đại học Luật và kế hoạch 1.827 tỷ đồng, tỷ số 3/2.                            |
            Under «Resolution No. 18-NQ/TW» and «Decree No. 73/2023/NĐ-CP».               | nghị quyết 18 18-NQ/TW; nghị định 73 73/2023/NĐ-CP Chính phủ
            """)
    void referencesAreFoundAndRead(String marked, String answers) {
        DocumentTable.check(marked, answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nghị quyết 18 rất mới. Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Trung ương.   | nghi-quyet-18-tw-xii
            Nghị định 73 ra đời. Nghị định 73/2023/NĐ-CP của Chính phủ. Theo nghị định 73.   | nghi-dinh-73-chinh-phu-2023
            Luật điện lực và Luật Điện lực năm 2004.                                        | luat-dien-luc-2004
            """)
    void shortFormsMeanTheDocumentOfTheirArticle(String text, String key) {
        assertThat(DocumentTable.documents(text).stream().map(Document::key)).containsExactly(key);
    }

    @Test
    void shortFormThatCouldMeanTwoStaysOpen() {
        String text = "Nghị quyết 18-NQ/TW, Nghị quyết 18/NQ-CP, rồi Nghị quyết 18.";
        assertThat(DocumentTable.documents(text)).hasSize(3);
    }
}

package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LawsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ai bán nhà cũng theo «Luật kinh doanh BĐS», sàn nào cũng vậy.",
                "Cán bộ phổ biến «Luật Biên phòng» và các văn bản kèm theo.",
                "Họ bàn «Luật Bí mật Nhà nước», dự thảo «Luật Quốc phòng sửa đổi».",
                "Buổi giám sát «Luật Bảo vệ người tiêu dùng», đoàn đại biểu tới chợ.",
                "Dự thảo «Luật Hỗ trợ DNNVV» và «Luật hỗ trợ doanh nghiệp vừa và nhỏ».",
                "«Luật Lý lịch tư pháp» và «Pháp lệnh Giám định tư pháp» còn thiếu.",
                "«Luật hàng hải Việt Nam (sửa đổi)» và «luật Ngân hàng nhà nước Việt Nam».",
                "Sửa «Luật Các TCTD» và «Luật thuế GTGT» trong năm.",
                "Thi hành «Luật an toàn vệ sinh thực phẩm» đã bảy năm.",
                "Bàn «Luật Đơn vị hành chính - kinh tế đặc biệt Vân Đồn, Bắc Vân Phong, Phú Quốc» sáng qua.",
                "Theo «luật Thực hành tiết kiệm chống lãng phí», xã phải công khai.",
                "«Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương» đã qua.",
                "Dự án «Luật sửa đổi, bổ sung một số điều của luật Cán bộ, công chức và luật Viên chức».",
                "«Luật sửa đổi, bổ sung một số điều của 11 luật» có liên quan.",
                "«Luật Sửa đổi, bổ sung một số điều của các luật về thuế» có hiệu lực.",
                "«Luật giáo dục đại học sửa đổi, bổ sung năm 2018» mở đường cho tự chủ.",
                "Bàn việc «Luật Đất đai» sửa đổi, bổ sung nhiều điều.",
                "Các «đạo luật Đất đai năm 1993» đã cũ.",
                "«Luật Thanh tra số 56/2010/QH12» và «Pháp lệnh Cảnh vệ số 25/2005/PL-UBTVQH11».",
                "Hội thông qua «Điều lệ Hội Luật gia Việt Nam» mới, còn vốn điều lệ Công ty không đổi.",
                "«Hiến pháp nước Mỹ» và «Hiến pháp Việt Nam năm 2013» khác nhau.",
                "«BLTTHS», «BLDS 2015» cùng được dẫn.",
                "Công ty Luật TNHH Sao Sáng và văn phòng Luật Hà Nội gửi đơn.",
                "Theo quy luật cạnh tranh, theo luật chơi và theo các luật thuế, họ nộp đủ.",
                "Công ước Liên hợp quốc về Luật Biển năm 1982 là nền tảng.",
                "Nhiều cử tri hỏi về «Luật biểu tình» và «Luật Biển Việt Nam».",
                "Sinh viên Đại học Luật, luật sư, Hội Luật gia và thạc sĩ luật đến dự.",
                "Cơ quan trình Quốc hội «Luật Dự trữ lương thực» và một loạt văn bản.",
                "Luật Kinh tế, đại học Pháp lý là ngành ông học.",
                "Kỳ họp bàn: 1. «Luật nhà ở»2. «Luật phòng, chống tham nhũng»3. «Luật Giáo dục đại học»14. Nghị quyết về cây xanh."
            })
    void namesOfLawsEndWhereTheyEnd(String marked) {
        DocumentTable.checkSpans(marked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Luật Giá sửa đổi được bàn. Luật Giá (sửa đổi) có tám chương.               | Giá (sửa đổi)
            Luật HTX ra đời. Luật Hợp tác xã năm 2012 có hiệu lực.                      | Hợp tác xã
            Luật phòng chống tham nhũng, Luật Phòng, chống tham nhũng.                  | Phòng, chống tham nhũng
            """)
    void spellingsOfOneLawAreOneDocument(String text, String name) {
        assertThat(DocumentTable.documents(text)).extracting(Document::name).containsExactly(name);
    }
}

package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuersAndDatesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Theo «Nghị quyết 54» ngày 24-11-2017 của Quốc hội.                                   | nghị quyết 54 Quốc hội 2017-11-24
            Theo «Nghị quyết 54», ban hành ngày 24.11.2017.                                      | nghị quyết 54 2017-11-24
            «Quyết định 49» (ngày 1/9/2011) của Thủ tướng về xe cũ.                              | quyết định 49 Thủ tướng 2011-09-01
            «Kết luận 56» (2013) được nhắc lại.                                                  | kết luận 56 2013
            «chỉ thị số 08/2004/CT-TTg» vừa được Thủ tướng Chính phủ ban hành hôm 8/3.            | chỉ thị 08 08/2004/CT-TTg Thủ tướng Chính phủ 2004-03-08
            «Nghị quyết 116/2021» được Chính phủ ban hành ngày 24/9/2021.                        | nghị quyết 116 Chính phủ 2021-09-24
            «Luật Điện lực» được ban hành năm 2013.                                              | luật 2013 Điện lực
            Quốc hội khóa XIV đã chính thức thông qua «Luật Cảnh vệ».                            | luật Quốc hội Cảnh vệ
            Bộ Chính trị (khóa XI) đã ban hành «Kết luận 27» về vùng này.                         | kết luận 27 Bộ Chính trị
            Ngày 20/9/2017, Bộ trưởng Bộ Công Thương Trần Văn Mận đã ký «Quyết định số 361».      | quyết định 361 2017-09-20
            Năm 2010, Chính phủ ban hành «quyết định 633» về vùng ấy.                            | quyết định 633 Chính phủ 2010
            Tháng 5-2018, Bộ Y tế đã ban hành «Chỉ thị 1737».                                    | chỉ thị 1737 Bộ Y tế 2018
            Thủ tướng Chính phủ đã ký «Nghị định 66» tuần qua.                                   | nghị định 66
            Thủ tướng vừa ký «Chỉ thị 24» về tăng trưởng.                                        | chỉ thị 24 Thủ tướng
            Quy hoạch được Thủ tướng phê duyệt tại «quyết định số 2357».                          | quyết định 2357 Thủ tướng
            Trường mầm non đã được phê duyệt tại «Quyết định số 77».                             | quyết định 77
            Bộ Y tế đã trình Chính phủ sửa đổi «Nghị định 56».                                   | nghị định 56
            Chính phủ trình Quốc hội dự án «Luật Giá (sửa đổi)».                                 | luật Giá (sửa đổi)
            «Nghị quyết 25» Hội nghị lần thứ 6, Ban Chấp hành Trung ương khóa XIII.               | nghị quyết 25 Hội nghị lần thứ 6, Ban Chấp hành Trung ương khóa XIII
            «Quyết định số 217», số «218» của Bộ Chính trị.                                      | quyết định 217 Bộ Chính trị; quyết định 218 Bộ Chính trị
            «Nghị quyết 18-NQ/TW» và «Nghị quyết 42/NQ-CP» của Chính phủ.                         | nghị quyết 18 18-NQ/TW; nghị quyết 42 42/NQ-CP Chính phủ
            Bộ Tài chính vừa ban hành «Thông tư 44/2022» về chi tiêu.                            | thông tư 44 Bộ Tài chính 2022
            «Thông tư 08/2023/TT-BCT» của Bộ trưởng Bộ Công Thương.                              | thông tư 08 08/2023/TT-BCT Bộ Công Thương
            «Quyết định 473» của Bộ trưởng Bộ Xây dựng.                                          | quyết định 473 Bộ trưởng Bộ Xây dựng
            Bộ Xây dựng có «Báo cáo số 672» gửi Quốc hội.                                        | báo cáo 672 Bộ Xây dựng
            UBND TP. Hà Nội vừa có «tờ trình số 80/TTr-UBND» gửi đi.                             | tờ trình 80 80/TTr-UBND UBND TP. Hà Nội
            Ủy ban nhân dân (UBND) huyện Ba Vì họp. Xã nhận «Kế hoạch số 177/KH-UBND».           | kế hoạch 177 177/KH-UBND Ủy ban nhân dân huyện Ba Vì
            HĐND tỉnh Đồng Nai họp bàn «Nghị quyết 03/2022/NQ-HĐND» ngày 06/7/2022.              | nghị quyết 03 03/2022/NQ-HĐND HĐND tỉnh Đồng Nai 2022-07-06
            Họ đọc tin «Luật Đất đai»(03/07/2004) ở cuối trang.                                  | luật Đất đai
            «Luật Đặc xá năm 2018» được thông qua ngày 19/11/2018.                               | luật 2018-11-19 2018 Đặc xá
            «Chỉ thị số 61-CT/TW», «Kết luận số 43-KL/TW» của Ban Bí thư và «Nghị định 9».         | chỉ thị 61 61-CT/TW Ban Bí thư; kết luận 43 43-KL/TW Ban Bí thư; nghị định 9
            «Nghị quyết số 71» ngày 3/4/2022 của Thủ tướng Chính phủ về biển.                     | nghị quyết 71 Thủ tướng Chính phủ 2022-04-03
            «Kết luận số 1620/KL-TCHQ» ngày 12-5-2017 của Tổng cục Hải quan về cửa khẩu.          | kết luận 1620 1620/KL-TCHQ Tổng cục Hải quan 2017-05-12
            Ngày 5/6/2022, Chính phủ ban hành «Nghị định 52/2021/NĐ-CP». Theo «Nghị định 52/2021/NĐ-CP» ngày 5/6/2021 của Chính phủ. | nghị định 52 52/2021/NĐ-CP Chính phủ 2021-06-05
            «Nghị quyết 2231» của Hội đồng Bảo an cấm điều ấy.                                   | nghị quyết 2231 Hội đồng Bảo an
            Ngày 8/9, thay mặt Bộ Chính trị, đồng chí Lê Văn Bưởi ký ban hành «Thông báo số 20».           | thông báo 20 Bộ Chính trị
            Thay mặt Bộ Chính trị, đồng chí Lê Văn Bưởi công bố «Quyết định số 20».                       | quyết định 20
            Ban Tổ chức Trung ương, với trách nhiệm trước Đảng đã có «Tờ trình số 02-TTr/BTCTW».           | tờ trình 02 02-TTr/BTCTW Ban Tổ chức Trung ương
            Theo «Kết luận 24», năm 2017, Bộ Chính trị đã lập năm đoàn.                                   | kết luận 24
            Báo cáo của Sở Y tế tại «Công văn số 7785/SYT-NVY» ngày 21/10/2021.                          | công văn 7785 7785/SYT-NVY Sở Y tế 2021-10-21
            Sở Xây dựng họp. UBND thành phố Cam Na có «công văn 5319/UBND-SXD» gửi dân.                   | công văn 5319 5319/UBND-SXD UBND thành phố Cam Na
            «Nghị quyết số 26-NQ/TW» tại Hội nghị Trung ương 7 khóa X nêu năm việc.                         | nghị quyết 26 26-NQ/TW Hội nghị Trung ương 7 khóa X
            """)
    void issuersAndDatesAreReadOnEitherSide(String marked, String answers) {
        DocumentTable.check(marked, answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Quy định 144-QĐ/TW ngày 9/5/2024 của Bộ Chính trị về chuẩn mực đạo đức của cán bộ, đảng viên.  | về chuẩn mực đạo đức của cán bộ
            Nghị quyết 54 về “cơ chế, chính sách đặc thù” cho thành phố.                                  | về “cơ chế, chính sách đặc thù”
            Nghị quyết 27 về cải cách tiền lương vẫn chưa xong.                                           | về cải cách tiền lương
            Directive 16 on social distancing, which cities applied.                                      | on social distancing
            """)
    void subjectIsReadToTheEndOfItsClause(String text, String subject) {
        assertThat(DocumentTable.documents(text)).extracting(Document::subject).containsExactly(subject);
    }
}

package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and symbols however they are spaced, swapped and broken. */
class SymbolsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            «Hướng dẫn số 13/HD -MTTQ - BTT» của cơ quan.                              | hướng dẫn 13 13/HD-MTTQ-BTT
            «công văn số 10070/BTC - TCDT» ngày 21/8/2018.                             | công văn 10070 10070/BTC-TCDT Bộ Tài chính 2018-08-21
            «Công văn 4893/UBND – ĐT» gửi sở.                                          | công văn 4893 4893/UBND-ĐT
            «Nghị quyết số 24-NQ TW» được công bố.                                     | nghị quyết 24 24-NQ/TW
            «Quyết định số 23/2021/QĐ TTg» còn hiệu lực.                               | quyết định 23 23/2021/QĐ-TTg Thủ tướng Chính phủ
            «Kế hoạch số 492/KH UBND» ngày 07/3/2022.                                  | kế hoạch 492 492/KH-UBND 2022-03-07
            «Chỉ thị 05 CT/TW» được học lại.                                           | chỉ thị 05 05-CT/TW
            «nghị quyết 54/2017/QH 14» và «Nghị quyết số 439/NQ - UBTVQH 14».           | nghị quyết 54 54/2017/QH14 Quốc hội; nghị quyết 439 439/NQ-UBTVQH14 Ủy ban Thường vụ Quốc hội
            «Nghị định số 69/20217/NĐ-CP» có một chữ số thừa.                          | nghị định 69 69/20217/NĐ-CP Chính phủ
            «Công văn số 248/TTCP-C.IV» hỏi thêm.                                      | công văn 248 248/TTCP-C.IV Thanh tra Chính phủ
            «Nghị quyết 19/NQ–TW», «Nghị quyết 19-2017/NQ-CP».                         | nghị quyết 19 19/NQ-TW; nghị quyết 19 19-2017/NQ-CP Chính phủ
            «Quyết định 28/2004/QÐ-BKHCN», «NĐ 67/2014/NĐ-CP».                         | quyết định 28 28/2004/QĐ-BKHCN Bộ Khoa học và Công nghệ; nghị định 67 67/2014/NĐ-CP Chính phủ
            «Công văn 966A» và «Nghị quyết 30a» là hai chuyện.                         | công văn 966A; nghị quyết 30a
            «Nghị quyết 84/NQ-CP» ngày 29/5/2020, «42/NQ-CP» ngày 9/4/2020, «68/NQ-CP» đều có. | nghị quyết 84 84/NQ-CP Chính phủ 2020-05-29; nghị quyết 42 42/NQ-CP Chính phủ 2020-04-09; nghị quyết 68 68/NQ-CP Chính phủ
            Xét «Báo cáo (số 08 - BC/BCĐ», ngày 20/6/2019) của ban.                    | báo cáo 08 08-BC/BCĐ 2019-06-20
            «Nghị quyết 133/2021/NQ-CP» ra đời; «Nghị quyết 133/NQ-CP» hay. Có «Nghị quyết 133».  | nghị quyết 133 133/2021/NQ-CP Chính phủ
            «Nghị quyết 133/NQ-CP» hay, «Nghị quyết 133/2021/NQ-CP» cũng thế.           | nghị quyết 133 133/2021/NQ-CP Chính phủ
            Bản chương trình phục hồi (theo văn bản số 681/TTg-KTTH) đã qua.           |
            Căn hộ ở khối CT1-CT2, số 12 và nhà X11-X14; án 157/2024/HS-ST.             |
            """)
    void symbolsAreReadInTheirNormalForm(String marked, String answers) {
        DocumentTable.check(marked, answers);
    }

    @Test
    void symbolBrokenAfterItsDashIsWhole() {
        assertThat(DocumentTable.documents(
                        "Bộ vừa ban hành Thông tư số 21/2022/TT-\nBGDĐT ngày 6/7/2022 về lớp học.\n- Hà Nội"))
                .extracting(DocumentTable::line)
                .containsExactly("thông tư 21 21/2022/TT-BGDĐT Bộ Giáo dục và Đào tạo 2022-07-06");
    }

    @Test
    void decomposedTextReadsAlike() {
        String text = "Theo Nghị định số 73/2023/NĐ-CP\u00a0và Luật Đất đai năm 2013, Uỷ ban làm việc.";
        assertThat(DocumentTable.documents(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .extracting(DocumentTable::line)
                .containsExactly("nghị định 73 73/2023/NĐ-CP Chính phủ", "luật 2013 Đất đai");
    }
}

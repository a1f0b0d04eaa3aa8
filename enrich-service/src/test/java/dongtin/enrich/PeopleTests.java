package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.message.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTests {

    private static final Tagger TAGGER = new Tagger(KnowledgeFiles.packaged());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ông «Lê Văn Bưởi» đến thăm trường. Chiều qua, ông «Bưởi» ra về.                        | Lê Văn Bưởi
            Chủ tịch UBND tỉnh Hà Tĩnh «Võ Văn Quýt» tiếp bà «Trần Thị Na» (vợ ông «Quýt»).        | Võ Văn Quýt; Trần Thị Na
            Bí thư Thành ủy TP.HCM «Phạm Hữu Mận» nhấn mạnh điều này.                             | Phạm Hữu Mận
            Thứ trưởng Bộ Công thương «Hoàng Tuấn Lê» trả lời. Ông «Tuấn Lê» nói thêm.             | Hoàng Tuấn Lê
            Xe dừng trên đường Nguyễn Văn Cam rồi rẽ vào phố Trần Quốc Xoài.                       |
            Nhà ở số 105 Nguyễn Văn Cam đã bán.                                                   |
            Trường ĐH Phan Văn Ổi khai giảng sáng nay.                                            |
            Thành phố Hồ Chí Minh và tỉnh Thái Bình ký hợp tác.                                    |
            Viếng Lăng Chủ tịch Hồ Chí Minh và đọc sách về tư tưởng Hồ Chí Minh.                   |
            Đoàn TNCS Hồ Chí Minh tổ chức hội trại.                                               |
            Năm ấy «Bác Hồ» về thăm quê.                                                          | Hồ Chí Minh
            Tổng thống Mỹ «Jonathan Applewood» đến. «Applewood» phát biểu ngắn.                     | Jonathan Applewood
            Thủ tướng Thái Lan «Somchai Chan-o-na» cho biết như vậy.                              | Somchai Chan-o-na
            Chủ tịch nước «Y Thanh Mít» dự lễ.                                                    | Y Thanh Mít
            Các đồng chí: «Đỗ Văn Dừa», «Ngô Thị Sen» và «Bùi Xuân Đào» tham dự.                    | Đỗ Văn Dừa; Ngô Thị Sen; Bùi Xuân Đào
            Đồng chí Tổng Bí thư «Trịnh Văn Bơ» chúc mừng.                                        | Trịnh Văn Bơ
            Bà «Đinh Thị Sim» gặp ông «Đinh Văn Sim». Sau đó bà «Sim» kể lại.                       | Đinh Thị Sim; Đinh Văn Sim
            Đội ngũ cán bộ, chiến sĩ Cảnh sát biển và công dân Việt Nam.                          |
            Ngày họp xong, Phó Thủ tướng «Trương Văn Bình» Cùng với đó là các bộ.                  | Trương Văn Bình
            Tổng giám đốc Xoxobank vắng mặt, ông H.V.N. cũng vậy.                                 |
            Ông «Lê Văn Trường» đến muộn. Ông «Trường» xin lỗi. Thủ tướng «P. Applewood» chờ.         | Lê Văn Trường; P. Applewood
            Giám đốc Công ty Bưởi Năm Roi, sinh viên Trường ĐH Mít và tập đoàn Mít Tố Nữ.          |
            Một số đồng chí: Đồng chí «Lê Văn Bưởi» và đồng chí «Trần Thị Na».                     | Lê Văn Bưởi; Trần Thị Na
            Prime Minister «Nguyen Van Cam» met President «Mary Applewood» on Monday.              | Nguyen Van Cam; Mary Applewood
            Mr «John Applewood» said so.                                                          | John Applewood
            """)
    void namesAreFoundAndJoined(String marked, String names) {
        Marked sentence = Marked.parse(marked);
        List<Person> people = TAGGER.tag(sentence.text(), null).people();
        assertThat(Marked.mark(
                        sentence.text(),
                        people.stream().flatMap(p -> p.mentions().stream()).toList()))
                .isEqualTo(marked);
        assertThat(people.stream().map(Person::name))
                .isEqualTo(names == null ? List.of() : List.of(names.split("; ", -1)));
    }

    @Test
    void sharedTitleGoesToEachOfTheList() {
        List<Person> people = TAGGER.tag("Các Phó Thủ tướng: Lê Văn Bưởi, Trần Thị Na dự.", null)
                .people();
        assertThat(people.stream().map(Person::titles))
                .containsExactly(List.of("Phó Thủ tướng"), List.of("Phó Thủ tướng"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ủy viên Bộ Chính trị, Bí thư Thành ủy Thành phố Hồ Chí Minh Lê Văn Bưởi phát biểu.    | Ủy viên Bộ Chính trị + Bí thư Thành ủy Thành phố Hồ Chí Minh
            Ông Lê Văn Bưởi, Phó Chủ tịch Thường trực HĐND tỉnh Nghệ An, cho biết.                | Phó Chủ tịch Thường trực HĐND tỉnh Nghệ An
            Ông Lê Văn Bưởi - nguyên Giám đốc Sở Y tế TP Cần Thơ - vắng mặt.                      | nguyên Giám đốc Sở Y tế TP Cần Thơ
            Thượng tướng, GS.TS Lê Văn Bưởi chủ trì.                                              | Thượng tướng + GS.TS
            Bộ trưởng Bộ Giáo dục và đào tạo Lê Văn Bưởi nói.                                     | Bộ trưởng Bộ Giáo dục và đào tạo
            Chánh văn phòng kiêm người phát ngôn Bộ Nội vụ Lê Văn Bưởi nói.                       | Chánh văn phòng + người phát ngôn Bộ Nội vụ
            Bí thư Thành ủy Lê Văn Bưởi, Bí thư Thành ủy Đà Nẵng, nói.                            | Bí thư Thành ủy Đà Nẵng
            Theo ông Lê Văn Bưởi, Thủ tướng yêu cầu làm ngay.                                     |
            Trả lời các đại biểu Quốc hội, Bộ trưởng Lê Văn Bưởi nói.                             | Bộ trưởng
            Ông Lê Văn Bưởi được bầu làm Chủ tịch Hội.                                            |
            Đại biểu Lê Văn Bưởi (Thanh Hóa) hỏi.                                                 | Đại biểu
            Chủ tịch Hội đồng trường Trường ĐH Phan Văn Ổi Lê Văn Bưởi đến.                       | Chủ tịch Hội đồng trường Trường ĐH Phan Văn Ổi
            """)
    void titlesBesideTheNameAreListed(String sentence, String titles) {
        List<Person> people = TAGGER.tag(sentence, null).people();
        assertThat(people).hasSize(1);
        assertThat(people.getFirst().titles())
                .isEqualTo(titles == null ? List.of() : List.of(titles.split(" \\+ ", -1)));
    }
}

package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.message.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTests {

    private static final Tagger TAGGER = new Tagger(KnowledgeFiles.packaged());

    @Test
    void sharedTitleGoesToEachOfTheList() {
        List<Person> people = TAGGER.tag("Các Phó Thủ tướng: Lê Văn Bưởi, Trần Thị Na dự.", null)
                .people();
        assertThat(people.stream().map(Person::titles))
                .containsExactly(List.of("Phó Thủ tướng"), List.of("Phó Thủ tướng"));
    }

    @Test
    void officesOfAMixedListStayWithTheirPeople() {
        List<Person> people = TAGGER.tag(
                        "Gồm: Lê Văn Bưởi, Bộ trưởng Y tế; Thống đốc bang Hessen Mary Applewood.", null)
                .people();
        assertThat(people.stream().map(Person::titles))
                .containsExactly(List.of("Bộ trưởng Y tế"), List.of("Thống đốc bang Hessen"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dự có ông Lê Văn Bưởi, Trưởng Ban Chỉ đạo; Bí thư Huyện ủy, Chủ tịch Hội Trần Thị Na.    | Trưởng Ban Chỉ đạo | Bí thư Huyện ủy + Chủ tịch Hội
            Đại tá Lê Văn Bưởi, nguyên Giám đốc Công an tỉnh và Thiếu tá Trần Thị Na vắng.           | Đại tá + nguyên Giám đốc Công an tỉnh | Thiếu tá
            Bộ trưởng Lê Văn Bưởi, Tổng Thanh tra Chính phủ Đoàn Thị Na dự.                          | Bộ trưởng | Tổng Thanh tra Chính phủ
            Bộ trưởng Lê Văn Bưởi, Chủ tịch Quốc hội Trường Chinh đến.                               | Bộ trưởng | Chủ tịch Quốc hội
            Có các Ủy viên Bộ Chính trị: Thường trực Ban Bí thư Lê Văn Bưởi; Phó Thủ tướng Trần Thị Na. | Thường trực Ban Bí thư | Phó Thủ tướng
            Các Phó Chủ tịch UBND tỉnh Lê Văn Bưởi (bìa phải), Trần Thị Na (bìa trái) dự.            | Phó Chủ tịch UBND tỉnh | Phó Chủ tịch UBND tỉnh
            Ngoại trưởng John Pearson, Bộ trưởng Thương mại Mary Applewood và các đại sứ đến.         | Ngoại trưởng | Bộ trưởng Thương mại
            Bộ trưởng Kinh tế John Pearson, 35 tuổi; Bộ trưởng Y tế Mary Applewood, 46 tuổi.          | Bộ trưởng Kinh tế | Bộ trưởng Y tế
            """)
    void titlesBetweenTwoNamesGoToTheirOwn(String sentence, String first, String second) {
        List<Person> people = TAGGER.tag(sentence, null).people();
        assertThat(people.stream().map(Person::titles))
                .containsExactly(List.of(first.split(" \\+ ", -1)), List.of(second.split(" \\+ ", -1)));
    }

    @Test
    void titleBeforeAColonGoesToEachOfTheList() {
        List<Person> people = TAGGER.tag("Đến dự có nguyên Tổng Bí thư: Lê Văn Bưởi, Trần Thị Na.", null)
                .people();
        assertThat(people.stream().map(Person::titles))
                .containsExactly(List.of("nguyên Tổng Bí thư"), List.of("nguyên Tổng Bí thư"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Có Tổng Bí thư Lê Văn Bưởi, nguyên Tổng Bí thư: Trần Văn Quýt, Đỗ Văn Mận; các bác.      | Tổng Bí thư | nguyên Tổng Bí thư | nguyên Tổng Bí thư
            Có nguyên Tổng Bí thư Lê Văn Bưởi, Trần Văn Quýt; Thủ tướng Đỗ Văn Mận.                  | nguyên Tổng Bí thư | nguyên Tổng Bí thư | Thủ tướng
            Có Bộ trưởng Lê Văn Bưởi; nguyên Chủ tịch Quốc hội Trần Văn Quýt, Đỗ Văn Mận.            | Bộ trưởng | nguyên Chủ tịch Quốc hội | nguyên Chủ tịch Quốc hội
            Có nguyên Tổng Bí thư Lê Văn Bưởi, Trần Văn Quýt (45 tuổi); Thủ tướng Đỗ Văn Mận.        | nguyên Tổng Bí thư | | Thủ tướng
            Có Thủ tướng Lê Văn Bưởi, Trần Văn Quýt; nguyên Bộ trưởng Đỗ Văn Mận và cả làng.         | Thủ tướng | | nguyên Bộ trưởng
            Có nguyên Tổng Bí thư Lê Văn Bưởi, Trần Văn Quýt và Thủ tướng Đỗ Văn Mận.                | nguyên Tổng Bí thư | nguyên Tổng Bí thư | Thủ tướng
            Có Thủ tướng Lê Văn Bưởi; cựu Bộ trưởng Trần Văn Quýt, Đỗ Văn Mận, cùng bà con.          | Thủ tướng | cựu Bộ trưởng | cựu Bộ trưởng
            Có nguyên Ủy viên Bộ Chính trị, nguyên Phó Thủ tướng: Lê Văn Bưởi, Trần Văn Quýt; Bộ trưởng Đỗ Văn Mận. | nguyên Ủy viên Bộ Chính trị + nguyên Phó Thủ tướng | nguyên Ủy viên Bộ Chính trị + nguyên Phó Thủ tướng | Bộ trưởng
            """)
    void formerHoldersOfAnOfficeShareIt(String sentence, String first, String second, String third) {
        assertThat(TAGGER.tag(sentence, null).people().stream().map(person -> String.join(" + ", person.titles())))
                .containsExactly(first, second == null ? "" : second, third);
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
            Ông Lê Văn Bưởi, Giám đốc Trung tâm Bảo tồn voi vườn cam, cho biết.                   | Giám đốc Trung tâm Bảo tồn voi vườn cam
            Ông Lê Văn Bưởi, Chủ tịch Hiệp hội các nhà trồng quýt rằng như vậy.                   | Chủ tịch Hiệp hội các nhà trồng quýt
            Theo Trưởng phòng quản lý đô thị vườn tược Lê Văn Bưởi, việc đã xong.                 | Trưởng phòng quản lý đô thị vườn tược
            Ông Lê Văn Bưởi, Chủ tịch Fruitland, cho hay.                                         | Chủ tịch Fruitland
            Thường trực Ban Bí thư Lê Văn Bưởi dự họp.                                            | Thường trực Ban Bí thư
            Chủ tịch Hội Hữu nghị Việt Nam - Cuba Lê Văn Bưởi tiếp khách.                        | Chủ tịch Hội Hữu nghị Việt Nam - Cuba
            Ông Lê Văn Bưởi, Chủ tịch Phân ban Hợp tác Lào- Việt Nam, tiếp khách.                 | Chủ tịch Phân ban Hợp tác Lào- Việt Nam
            Đại sứ Việt Nam tại Cuba Lê Văn Bưởi tiếp khách.                                      | Đại sứ Việt Nam tại Cuba
            Đại biểu Quốc hội khóa XIII Lê Văn Bưởi nói.                                          | Đại biểu Quốc hội
            Chủ tịch HĐND tỉnh nhiệm kỳ 2016 - 2021 Lê Văn Bưởi nói.                              | Chủ tịch HĐND tỉnh
            Bộ trưởng Bộ Kế hoạch và Đầu tư (KH-ĐT) Lê Văn Bưởi nói.                              | Bộ trưởng Bộ Kế hoạch và Đầu tư
            Phó Chủ tịch phụ trách đô thị Lê Văn Bưởi nói.                                        | Phó Chủ tịch
            Ngoại trưởng Anh khi đó Lê Văn Bưởi nói.                                              | Ngoại trưởng Anh
            Chủ tịch UBND TP Hà Nội - Lê Văn Nam cho rằng thế.                                    | Chủ tịch UBND TP Hà Nội
            Giám đốc Sở GD-ĐT Nghệ An - ông Lê Văn Bưởi cho biết.                                 | Giám đốc Sở GD-ĐT Nghệ An
            Chủ tịch UBND tỉnh Lai Châu, Lê Văn Nam, cho biết.                                    | Chủ tịch UBND tỉnh Lai Châu
            Theo Giám đốc Sở Y tế, bà Lê Thị Bưởi, dịch đã hết.                                   | Giám đốc Sở Y tế
            Từng làm Giám đốc Sở Y tế, bà Lê Thị Bưởi hiểu nghề.                                  |
            Phó đô đốc Hải quân Lê Văn Bưởi nhận quyết định.                                      | Phó đô đốc Hải quân
            Chính ủy Trung đoàn 841 Lê Văn Bưởi phát lệnh.                                        | Chính ủy Trung đoàn 841
            Ông Lê Văn Bưởi, Phó chủ tịch UBND H.Nghĩa Hành, xin nghỉ.                            | Phó chủ tịch UBND H.Nghĩa Hành
            Ông Lê Văn Bưởi, Vụ trưởng Vụ Pháp chế, Bộ Nội vụ, giải thích.                        | Vụ trưởng Vụ Pháp chế, Bộ Nội vụ
            Phó trưởng Ban Dân nguyện Lê Văn Bưởi đọc báo cáo.                                    | Phó trưởng Ban Dân nguyện
            Ông Lê Văn Bưởi, Bí thư Thành ủy Đà Nẵng thống nhất ý kiến.                           | Bí thư Thành ủy Đà Nẵng
            Ông Lê Văn Bưởi, Trưởng ban Tổ chức Thành ủy Cần Thơ báo cáo kết quả.                 | Trưởng ban Tổ chức Thành ủy Cần Thơ
            Thủ tướng kỷ luật Chủ tịch tỉnh Gia Lai Lê Văn Bưởi.                                  | Chủ tịch tỉnh Gia Lai
            Thống đốc tỉnh Aichi Hideaki Applewood chào khách.                                    | Thống đốc tỉnh Aichi
            Thủ hiến bang Hessen Volker Applewood chào khách.                                     | Thủ hiến bang Hessen
            Ông Natsuo Applewood, Chủ tịch Đảng Công Minh, đến.                                   | Chủ tịch Đảng Công Minh
            Trưởng Ban Chỉ đạo Quốc gia phòng, chống dịch Covid-19 Lê Văn Bưởi nói.               | Trưởng Ban Chỉ đạo Quốc gia phòng, chống dịch Covid-19
            Phó Viện trưởng VKSND cấp cao tại Hà Nội Lê Văn Bưởi nói.                             | Phó Viện trưởng VKSND cấp cao tại Hà Nội
            Hiệu trưởng Trường THCS Nguyễn Trãi Lê Văn Bưởi chào cờ.                              | Hiệu trưởng Trường THCS Nguyễn Trãi
            Ảnh: QH Bộ trưởng Giao thông Lê Văn Bưởi đi tàu.                                      | Bộ trưởng Giao thông
            Báo cáo với Bí thư Thành ủy, bà Lê Thị Bưởi nêu con số.                               |
            Ông Lê Văn Bưởi, nguyên Quyền Trưởng Ban Tổ chức, vắng.                               | nguyên Quyền Trưởng Ban Tổ chức
            Chính sách của chính quyền Tổng thống John Applewood đổi.                             | Tổng thống
            Tổng Thư ký MTTQ Việt Nam Lê Văn Bưởi nói.                                            | Tổng Thư ký MTTQ Việt Nam
            Tổng thống Palau Surangel Applewood chào.                                             | Tổng thống Palau
            Người phát ngôn của Thủ tướng Lê Văn Bưởi họp báo.                                    | Người phát ngôn của Thủ tướng
            Họ bầu 1. Lê Văn Bưởi, Phó Chủ tịch Hội Nông dân tỉnh Hà Giang2. Tặng hoa.             | Phó Chủ tịch Hội Nông dân tỉnh Hà Giang
            Thừa ủy quyền của Thủ tướng, Bộ trưởng Y tế Lê Văn Bưởi đọc tờ trình.                  | Bộ trưởng Y tế
            Họ báo cáo Thủ tướng Tổng Thanh tra Chính phủ Lê Văn Bưởi vừa ký.                      | Tổng Thanh tra Chính phủ
            Nhân việc bầu Tổng Bí thư Đảng Nhân dân, Tổng Bí thư Lê Văn Bưởi gửi điện mừng.        | Tổng Bí thư
            Tổng Bí thư, Chủ tịch nước Lê Văn Bưởi chủ trì.                                       | Tổng Bí thư + Chủ tịch nước
            Giám đốc Trung tâm Kiểm soát bệnh tật (CDC) tỉnh Phú Yên Lê Văn Bưởi nói. Giám đốc CDC Phú Yên Lê Văn Bưởi lo. | Giám đốc Trung tâm Kiểm soát bệnh tật (CDC) tỉnh Phú Yên
            Ông Lê Văn Bưởi, nguyên Bộ trưởng Y tế, đến. Nguyên Bộ trưởng Lê Văn Bưởi cười.       | nguyên Bộ trưởng Y tế
            Ông Lê Văn Bưởi, Bộ trưởng Bộ Giao thông Vận tải, đến. Bộ trưởng Bộ GTVT Lê Văn Bưởi cười. | Bộ trưởng Bộ Giao thông Vận tải
            Ông Lê Văn Bưởi, phó ban kiêm nhiệm, vắng.                                            | phó ban kiêm nhiệm
            Ông Lê Văn Bưởi, 82 tuổi, nguyên Chủ tịch Hội Làm vườn, kể lại.                       | nguyên Chủ tịch Hội Làm vườn
            Ông Lê Văn Bưởi, Giám đốc HTX Cam Quýt Na, nói.                                      | Giám đốc HTX Cam Quýt Na
            Ông Lê Văn Bưởi, Ủy viên Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, nói.      | Ủy viên Ban Chỉ đạo Trung ương về phòng, chống tham nhũng
            Ông Lê Văn Bưởi, Trưởng Ban Chỉ đạo tổng kết Nghị quyết số 77-NQ/TW, nói.            | Trưởng Ban Chỉ đạo tổng kết Nghị quyết số 77-NQ/TW
            Ông Lê Văn Bưởi, Trưởng ban Tổ chức Lễ tang, đọc điếu văn.                            | Trưởng ban Tổ chức Lễ tang
            Ông Lê Văn Bưởi, Trợ lý Phó Chủ tịch nước, đến.                                       | Trợ lý Phó Chủ tịch nước
            Thư ký Bí thư Tỉnh ủy Lê Văn Bưởi vắng mặt.                                           | Bí thư Tỉnh ủy
            Thư ký của Chủ tịch Hội gọi cho trợ lý ông Lê Văn Bưởi.                               |
            Ông ấy thôi giữ chức Bí thư Tỉnh ủy Chủ tịch nước Lê Văn Bưởi trao hoa.                | Chủ tịch nước
            Kiến nghị lên Thủ tướng, Chủ tịch TP Hải Phòng Lê Văn Bưởi xin cây giống.              | Chủ tịch TP Hải Phòng
            Đại sứ đặc mệnh toàn quyền Việt Nam tại Cuba Lê Văn Bưởi tiếp khách.                   | Đại sứ đặc mệnh toàn quyền Việt Nam tại Cuba
            Ông Lê Văn Bưởi, Chủ tịch UBND xã Cam Bằng, nói.                                      | Chủ tịch UBND xã Cam Bằng
            Ông Lê Văn Bưởi, Phó Giám đốc Ban Quản lý Dự án 3 tỉnh Bến Tre, nói.                  | Phó Giám đốc Ban Quản lý Dự án 3 tỉnh Bến Tre
            Ông Lê Văn Bưởi, Giám đốc Bệnh viện 19/8 nói.                                             | Giám đốc Bệnh viện 19/8
            Ông Lê Văn Bưởi, Trưởng phòng PC77, chờ.                                              | Trưởng phòng PC77
            Ông Lê Văn Bưởi, Chủ tịch hội Khuyến học xã, nói.                                     | Chủ tịch hội Khuyến học xã
            Ông Lê Văn Bưởi, Bí thư Huyện ủy Cam Lâm (nguyên Giám đốc Sở Y tế), nói.              | Bí thư Huyện ủy Cam Lâm + nguyên Giám đốc Sở Y tế
            Ông Lê Văn Bưởi, nguyên Giám đốc Sở Giáo dục và Đào tạo (GD & ĐT) tỉnh Hà Giang, nói.  | nguyên Giám đốc Sở Giáo dục và Đào tạo (GD & ĐT) tỉnh Hà Giang
            Ông Lê Văn Bưởi, Phó Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh, nói.                     | Phó Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh
            Ông Lê Văn Bưởi, Chủ tịch HĐQT FruitLand Seed cho rằng thế.                           | Chủ tịch HĐQT FruitLand Seed
            Ông Lê Văn Bưởi là Chủ tịch UBND huyện. Tân Phó Chủ tịch cười.                        |
            Thủ hiến bang Nord-Süd Mary Applewood chào khách.                                     | Thủ hiến bang Nord-Süd
            Chủ tịch Hội hữu nghị Việt – Lào Lê Văn Bưởi dự.                                       | Chủ tịch Hội hữu nghị Việt – Lào
            Ông Lê Văn Bưởi (Cà Mau), Ủy viên Thường trực Ủy ban Tư pháp, hỏi.                     | Ủy viên Thường trực Ủy ban Tư pháp
            Ông Lê Văn Bưởi (sinh năm 1968) - Phó Bí thư Huyện ủy Cam Lâm - hỏi.                   | Phó Bí thư Huyện ủy Cam Lâm
            Ông Lê Văn Bưởi, năm nay 96 tuổi, nguyên Chủ tịch Hội Làm vườn, kể.                    | nguyên Chủ tịch Hội Làm vườn
            Ông Lê Văn Bưởi, Thường vụ Tỉnh ủy, Bí thư Thị ủy Cam Na, hỏi.                         | Thường vụ Tỉnh ủy + Bí thư Thị ủy Cam Na
            Thay mặt Thường vụ Tỉnh ủy, Bí thư Lê Văn Bưởi cảm ơn.                                 | Bí thư
            Phó Vụ trưởng phụ trách Vụ Pháp chế Lê Văn Bưởi nói.                                   | Phó Vụ trưởng phụ trách Vụ Pháp chế
            Ông Lê Văn Bưởi, Trưởng Ban liên lạc bến tàu không số Vũng Cam, kể.                    | Trưởng Ban liên lạc bến tàu không số Vũng Cam
            Cục trưởng Cục Cảnh sát giao thông (Bộ Công an) Lê Văn Bưởi nói.                       | Cục trưởng Cục Cảnh sát giao thông
            Đại biểu Quốc hội (đoàn Hà Nội) Lê Văn Bưởi hỏi.                                       | Đại biểu Quốc hội
            Tổng Giám đốc Tổ chức Giáo dục, Khoa học và Văn hóa Liên hợp quốc (UNESCO) Lê Văn Bưởi đến. | Tổng Giám đốc Tổ chức Giáo dục, Khoa học và Văn hóa Liên hợp quốc
            Ông Lê Văn Bưởi, Trưởng đoàn Kiểm tra số 471 của Bộ Chính trị, nói.                    | Trưởng đoàn Kiểm tra số 471 của Bộ Chính trị
            Ông Lê Văn Bưởi, Giám đốc Sở Vườn Theo nguồn tin của tòa soạn, vườn đã xanh.           | Giám đốc Sở Vườn
            Trưởng Ban Chỉ đạo Chương trình 04-CTr/TU Lê Văn Bưởi nói.                             | Trưởng Ban Chỉ đạo Chương trình 04-CTr/TU
            Chủ tịch Hiệp hội Doanh nghiệp Nhỏ và Vừa (DNNVV) Lê Văn Bưởi nói.                     | Chủ tịch Hiệp hội Doanh nghiệp Nhỏ và Vừa
            PTT Lê Văn Bưởi chủ trì.                                                              | PTT
            Ông Lê Văn Bưởi, nguyên Ủy viên Ban Thường vụ Huyện ủy Cam Na nhiệm kỳ 2010 - 2015 và 2015 - 2020, nguyên Chủ tịch UBND huyện Cam Na, vắng. | nguyên Ủy viên Ban Thường vụ Huyện ủy Cam Na + nguyên Chủ tịch UBND huyện Cam Na
            Ông Lê Văn Bưởi, nguyên Bí thư Đảng ủy Sở Vườn, nhiệm kỳ 2010-2015, nguyên Giám đốc Sở Vườn, giai đoạn 2009-2013, vắng. | nguyên Bí thư Đảng ủy Sở Vườn + nguyên Giám đốc Sở Vườn
            Bí thư Tỉnh ủy khóa XII, XIII Lê Văn Bưởi đến.                                        | Bí thư Tỉnh ủy
            Nghe tin vườn cháy, Phó Chủ tịch UBND TP Cam Na- bà Lê Thị Bưởi đến ngay.             | Phó Chủ tịch UBND TP Cam Na
            Chủ tịch UBND TP Vinh- Lê Văn Nam cho biết.                                           | Chủ tịch UBND TP Vinh
            Việc trồng cam thuộc trách nhiệm của Thủ tướng, bà Lê Thị Bưởi nói.                   |
            Theo chia sẻ của Giám đốc Sở Y tế - bà Lê Thị Bưởi, cam đã chín.                       | Giám đốc Sở Y tế
            Cuộc bầu cử Tổng thống John Applewood không thắng.                                    |
            Ông Lê Văn Bưởi, Chủ tịch UBND phường Trần Văn Quýt, thành phố Cam Na, cho biết.      | Chủ tịch UBND phường Trần Văn Quýt
            Chủ tịch UBND xã Lê Văn Bưởi cho biết, đường đã thông.                                | Chủ tịch UBND xã
            Bộ trưởng Bộ LĐ - TB & Xã hội Lê Văn Bưởi nói.                                        | Bộ trưởng Bộ LĐ - TB & Xã hội
            Giám đốc Sở TN - MT tỉnh Nghệ An Lê Văn Bưởi nói.                                     | Giám đốc Sở TN - MT tỉnh Nghệ An
            Giám đốc Sở GTVT - TTXVN đưa tin, ông Lê Văn Bưởi, Thứ trưởng Bộ VH, TT & DL, nói.    | Thứ trưởng Bộ VH, TT & DL
            Bộ trưởng Cao cấp kiêm Bộ trưởng Điều phối an ninh quốc gia Singapore Lê Văn Bưởi đến. | Bộ trưởng Cao cấp + Bộ trưởng Điều phối an ninh quốc gia Singapore
            Đại Công tước Louis de Luxembourg chào khách.                                         | Đại Công tước
            Ông Lê Văn Bưởi, Cục trưởng Cục Đăng ký doanh nghiệp, nói.                            | Cục trưởng Cục Đăng ký doanh nghiệp
            Ông Lê Văn Bưởi, Giám đốc Trung tâm báo chí Đại hội X. Mọi việc đã xong.              | Giám đốc Trung tâm báo chí Đại hội X
            Ông Lê Văn Bưởi, Phó trưởng đoàn chuyên trách đoàn Lâm Đồng, hỏi.                     | Phó trưởng đoàn chuyên trách đoàn Lâm Đồng
            Ông Lê Văn Bưởi, Phó Bí thư Huyện ủy (nhiệm kỳ 2015-2020), Chủ tịch UBND huyện Cam Na (giai đoạn 2016-2021), vắng. | Phó Bí thư Huyện ủy + Chủ tịch UBND huyện Cam Na
            Ông Lê Văn Bưởi, nguyên Chủ tịch UBND xã Cam Na các nhiệm kỳ 2010-2015, 2015-2020, nguyên Phó Bí thư Huyện ủy Cam Na, vắng. | nguyên Chủ tịch UBND xã Cam Na + nguyên Phó Bí thư Huyện ủy Cam Na
            Bộ trưởng Bộ LĐ-TB và XH Lê Văn Bưởi nói.                                             | Bộ trưởng Bộ LĐ-TB và XH
            Ông Lê Văn Bưởi, Chủ tịch UBND xã Trần Văn Quýt (huyện Cam Na), nói.                  | Chủ tịch UBND xã Trần Văn Quýt
            Ông Lê Văn Bưởi, Chủ tịch UBND thị trấn Trần Văn Quýt, TP.Vinh, nói.                  | Chủ tịch UBND thị trấn Trần Văn Quýt
            TS. Lê Văn Bưởi, nguyên Thứ trưởng Bộ Y tế, nói.                                        | TS + nguyên Thứ trưởng Bộ Y tế
            Theo PGS.TS. Lê Văn Bưởi, cam đã chín.                                                 | PGS.TS
            Sau lời hứa của vị Giám đốc Sở, Bộ trưởng Lê Văn Bưởi ra về.                           | Bộ trưởng
            Trả lời ĐBQH, Bộ trưởng Bộ GTVT Lê Văn Bưởi nói.                                       | Bộ trưởng Bộ GTVT
            Khách dẫn đầu đoàn đại biểu cấp cao Trung Quốc và Tổng Bí thư Lê Văn Bưởi tiếp đón.      | Tổng Bí thư
            ĐB Lê Văn Bưởi hỏi. ĐBQH Lê Văn Bưởi hỏi tiếp.                                          | ĐBQH
            Bộ trưởng Bộ VHTTDL Lê Văn Bưởi đến. Bộ trưởng Bộ Văn hóa, thể thao, du lịch Lê Văn Bưởi nói. | Bộ trưởng Bộ Văn hóa, thể thao, du lịch
            Thượng sĩ cơ yếu Lê Văn Bưởi chôn tài liệu.                                            | Thượng sĩ cơ yếu
            Ông Lê Văn Bưởi, Giám đốc Trung tâm Kinh tế châu Á - Thái Bình Dương, nói.              | Giám đốc Trung tâm Kinh tế châu Á - Thái Bình Dương
            Ông Lê Văn Bưởi, Giám đốc Sở Y tế và Trưởng đoàn kiểm tra, nói.                          | Giám đốc Sở Y tế + Trưởng đoàn kiểm tra
            Báo cáo với Bộ trưởng, Chuẩn đô đốc Lê Văn Bưởi nêu số cây.                              | Chuẩn đô đốc
            Cố vấn cấp cao Lê Văn Bưởi đến.                                                        | Cố vấn cấp cao
            Dự có: bà con; Cố vấn chính sách kinh tế của Thủ tướng Lê Văn Bưởi.                      | Cố vấn chính sách kinh tế của Thủ tướng
            Họ gặp cố vấn kinh tế của Chủ tịch Trung Quốc Lê Văn Bưởi.                               | Chủ tịch Trung Quốc
            Cố vấn Văn phòng Thủ tướng và Nội các Mary Applewood đến.                                | Cố vấn Văn phòng Thủ tướng và Nội các
            Chủ tịch nước Lê Văn Bưởi đến. Chủ tịch Trung Quốc Lê Văn Bưởi cười.                      | Chủ tịch Trung Quốc
            Giáo sư Lê Văn Bưởi dạy trồng cam. Cây do cố Giáo sư Lê Văn Bưởi để lại.                   | cố Giáo sư
            """)
    void titlesBesideTheNameAreListed(String sentence, String titles) {
        List<Person> people = TAGGER.tag(sentence, null).people();
        assertThat(people).hasSize(1);
        assertThat(people.getFirst().titles())
                .isEqualTo(titles == null ? List.of() : List.of(titles.split(" \\+ ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cục trưởng Cục Biển và Hải đảo Việt Nam",
                "Cục trưởng Cục Bảo tồn thiên nhiên và Đa dạng sinh học",
                "Cục trưởng Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công",
                "Cục trưởng Cục Xuất bản, In và Phát hành",
                "Cục trưởng Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
                "Cục trưởng Cục Quản lý, giám sát bảo hiểm",
                "Vụ trưởng Vụ Dự báo, thống kê - Ổn định tiền tệ, tài chính",
                "Trưởng Ban Chính sách, chiến lược Trung ương",
                "Chủ tịch Hiệp hội Phát hành và Phổ biến sách Việt Nam",
                "Chủ tịch Hội Bảo trợ Vườn cây và Chim muông tỉnh Nghệ An",
                "Thứ trưởng Bộ Công chính và Vận tải"
            })
    void bodyOfSeveralFieldsIsReadWhole(String title) {
        assertThat(List.of(
                        "Tại buổi họp, %s Lê Văn Bưởi cho biết thế.",
                        "Ông Lê Văn Bưởi, %s, cho biết thế.", "Ông Lê Văn Bưởi, %s cho biết thế."))
                .allSatisfy(frame -> assertThat(
                                TAGGER.tag(frame.formatted(title), null).people())
                        .extracting(Person::titles)
                        .containsExactly(List.of(title)));
    }
}

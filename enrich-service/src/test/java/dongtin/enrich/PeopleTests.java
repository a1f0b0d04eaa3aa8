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
            Dòng người đến viếng cố Thủ tướng «Lê Văn Bưởi» từ sáng sớm.                            | Lê Văn Bưởi
            Họ dâng hương ở đền thờ Chủ tịch Lê Văn Bưởi và khu lưu niệm Chủ tịch Trần Văn Quýt.    |
            Theo lời Chủ tịch «Hồ Chí Minh», cây cam phải tưới. TP Hồ Chí Minh hưởng ứng.          | Hồ Chí Minh
            Học viện Chính trị quốc gia Hồ Chí Minh học theo Chủ tịch «Hồ Chí Minh».               | Hồ Chí Minh
            Con cháu «Bác Tôn» trồng chanh.                                                       | Tôn Đức Thắng
            Ông «Tất Thành Mận» vắng mặt. Ông «Tất Thành Mận» gửi thư.                              | Tất Thành Mận
            Thủ tướng «Sen Chan» tiếp Ngoại trưởng «Vu Lin».                                      | Sen Chan; Vu Lin
            Tổng thống «V. Applewood» gọi điện. «Applewood» cười.                                 | V. Applewood
            Tổng thống Hàn Quốc «Moon Quyt - in» đến Hà Nội. Ông «Moon Quyt - in» vui.              | Moon Quyt - in
            Ông «Abel» - vị khách cuối - ra về.                                                   | Abel
            Vụ án «Lê Văn Nam» sẽ xử lại, đại án «Trần Thị Na» cũng vậy. Dự án Nguyễn Văn Cam thì không. | Lê Văn Nam; Trần Thị Na
            Các tuyến đường: Lê Văn Bưởi, Trần Quốc Xoài - Nguyễn Văn Cam đều tắc.                 |
            Nút giao Trần Thị Na và công viên Lê Văn Bưởi mở cửa. Người dân đến Lê Văn Bưởi đông.   |
            Xe đỗ ở đường Lê Văn Bưởi. Ông «Lê Văn Bưởi» đi bộ.                                    | Lê Văn Bưởi
            Ca sĩ hát bài của «Bernard Applewood», còn hãng Applewood Pearson thì không.          | Bernard Applewood
            Danh sách có «Bùi Mận», «Lê Văn Bưởi» và «Trần Thị Na».                                  | Bùi Mận; Lê Văn Bưởi; Trần Thị Na
            Giải nhất về nhóm tác giả: «Thu Na», «Hoàng Lan», và «Ngọc Sen».                            | Thu Na; Hoàng Lan; Ngọc Sen
            Ngành nói công cụ Quỹ bình ổn còn cần. Em học tiếng Anh Cambridge.                      |
            Công ty cổ phần thép Hòa Phát Bưởi Sen góp tiền. Công ty của «Lê Văn Nam» thì không.     | Lê Văn Nam
            Bài viết của phóng viên «Duy Mận» (báo Vườn) được giải.                                 | Duy Mận
            Chuyện kể xong rồi. Trần Thị Na (TTXVN)                                                |
            Ông «Lê Văn Bưởi» nói. Ở phường Thanh Xuân Bắc, bà «Trần Thị Na» cũng nói.                | Lê Văn Bưởi; Trần Thị Na
            Chính phủ của Thủ tướng «Ariel Applewood» gặp khó. «Applewood» từ chức.                  | Ariel Applewood
            Hội nghị hữu nghị có cựu binh Bê-la-rút và đại biểu Cu-ba dự.                          |
            Đoàn Hải Phòng và Đoàn Việt Nam vào nghỉ.                                              |
            Chủ tịch ASEAN Samdech Techo «Hun Mit» và nhà ngoại giao Trung Quốc «Hồ Mận» gặp nhau.   | Hun Mit; Hồ Mận
            Xe qua cầu Thủ Thiêm. Ghe về ấp Ông Chừng.                                             |
            Theo ông «Lê Văn Huyện», ông «Trần Cao Tỉnh» (nguyên thư ký) và đồng chí Lữ đoàn trưởng.  | Lê Văn Huyện; Trần Cao Tỉnh
            Xe đi Phạm Hùng, Phạm Văn Đồng rồi rẽ. Nhà ở Tôn Đức Thắng.                             |
            Thủ tướng «Phạm Văn Đồng» từng đến. Ai cũng nhớ «Phạm Văn Đồng».                          | Phạm Văn Đồng
            Ông «Lê Văn Bưởi» Ông «Bưởi» cho biết, vườn đã xanh. Chủ tịch Hội «Trần Thị Na» Thông qua mười điều. | Lê Văn Bưởi; Trần Thị Na
            Thứ trưởng «Lê Văn Bưởi» Theo Thứ trưởng, vườn đã xanh. Ông «Trần Văn Quýt» Phó Bí thư Huyện ủy về sau. | Lê Văn Bưởi; Trần Văn Quýt
            Chủ tịch Thượng viện «Ricardo de los Applewood» gặp Tổng thống «Bashar al Pearson».     | Ricardo de los Applewood; Bashar al Pearson
            Đồng chí «Hoan Ết-tê-ban La-xô Ê-rơ-nan» đến thăm.                                    | Hoan Ết-tê-ban La-xô Ê-rơ-nan
            Bà con quanh hồ Bà Sen và cù lao Ông Quýt trồng cam. Các đồng chí Lãnh đạo tỉnh dự.    |
            Danh hiệu được trao cho mẹ «Lê Thị Xề» và cho Mẹ Việt Nam Anh hùng. Chị Trần Thị N. vắng. | Lê Thị Xề
            Chủ tịch Quốc hội «Lê Thanh hùng». Khách ra về.                                       | Lê Thanh hùng
            Chủ tịch UBND xã Mã Bưởi «Trần Văn Quýt» báo cáo.                                     | Trần Văn Quýt
            Ông «Lê Văn Hùng» đến. Hôm sau ông «Lê Văn hùng» về.                                   | Lê Văn Hùng
            Thủ tướng Samdech Akka Moha Sena Padei Techo «Hun Mit» và phóng viên «Lê Na» gặp nhau.  | Hun Mit; Lê Na
            Ông «Lê Văn Bưởi» dự, có nhiều nguyên Bộ trưởng như ông «Trần Văn Quýt», ông «Đỗ Văn Mận». | Lê Văn Bưởi; Trần Văn Quýt; Đỗ Văn Mận
            Vợ chồng Thượng hoàng «Akimitsu» về quê. Thái thượng hoàng «Akimitsu» thăm biển.          | Akimitsu
            Họ mời thêm người vào gia đình Yoga của xã. Từ đó, Yoga được yêu thích, người tập Yoga mừng. |
            Ở Trung tâm điều dưỡng thương binh Kim Mận Thủ tướng yêu cầu chăm sóc cây.             |
            Khách vào cung Ixtana rồi ra. Tại Phủ Tổng thống Ixtana, Thủ tướng «Lawrence Applewood» chào. | Lawrence Applewood
            Bộ trưởng «lê Văn Bưởi» đến. Sau đó Bộ trưởng «Lê Văn Bưởi» nói, còn Bộ trưởng trần Văn Quýt thì không. | Lê Văn Bưởi
            Tổng thống ngụy «Lê Văn Bưởi» đầu hàng.                                                | Lê Văn Bưởi
            Cơ quan bắt đối tượng «Lê Văn Bưởi», cùng khách tên «Trần Thị Na». Đường mang tên Đỗ Văn Mận đã thông. | Lê Văn Bưởi; Trần Thị Na
            Ông «Lê Văn Mận» đến. Ông «Văn Mận» Chiều nay 15/5 tưới cam. Ông «Đỗ Xuân Na» Đón nhận giống quýt.  | Lê Văn Mận; Đỗ Xuân Na
            Xã mừng hai vợ chồng Nguyên đại tá quân đội «Lê Văn Bưởi» về vườn.                            | Lê Văn Bưởi
            Bộ trưởng Xây dựng «Lê Thanh Nghị» đến. Bộ trưởng «Nghị» cho biết vườn đã xanh. Bộ trưởng Nghị viện thì không. | Lê Thanh Nghị
            Họ chờ Thủ tướng «Lý». Thủ tướng Singapore «Lý Hữu Cam» đã đến, rồi Thủ tướng «Lý» phát biểu.     | Lý Hữu Cam
            Tổng thống «Luis Rodolfo Applewood Corona» đến. Tổng thống «Luis Applewood» nói, ông «Luis Applewood» cười. | Luis Rodolfo Applewood Corona
            Hoàng Thái hậu «Norodom Monineath Applewood» tiễn Quốc vương «Norodom Applewood».                 | Norodom Monineath Applewood; Norodom Applewood
            Thủ tướng «Lê Xuân Mận» đến. Thủ tướng «Lê xuân Mận» biểu dương vườn cam.                          | Lê Xuân Mận
            Chủ tịch Thượng viện «Hun Mit» gặp «Khuon Sudary», Chủ tịch Quốc hội Campuchia.                    | Hun Mit; Khuon Sudary
            Đồn phó «Đỗ Sĩ Họa» canh vườn. Khách viếng khu tưởng niệm chiến sĩ Gạc Ma và liệt sĩ Pò Hèn.      | Đỗ Sĩ Họa
            Hỏi chuyện đại biểu «LÊ TRỌNG MẬN», nguyên phó chủ tịch. Ông «Mận» cười. Ảnh: LÊ VĂN QUÝT            | LÊ TRỌNG MẬN
            LÊ VĂN BƯỞI LÀM VIỆC TẠI VƯỜN CAM của UBND TỈNH NGHỆ AN.                                            |
            Ảnh: Anh Bưởi. Các bộ đều về. Anh «Mận» ở lại.                                                        | Mận
            Cái anh phóng viên Lê Văn A và bà Trần Thị B là ai cũng được. Bà «Lê Như Ý» thì không.                  | Lê Như Ý
            Luật sư «Lê Thanh Đức» đến. Theo luật sư Đức, Pháp, việc khó. Luật sư «Đức» nói thêm.                    | Lê Thanh Đức
            Ca sĩ «Mỹ Linh» hát ở vườn.                                                                           | Mỹ Linh
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
    void reporterCalledAnhAtTheEndIsNobody() {
        assertThat(TAGGER.tag("Việc đã xong.\nThu Na - Anh Bưởi", null).people())
                .isEmpty();
    }
}

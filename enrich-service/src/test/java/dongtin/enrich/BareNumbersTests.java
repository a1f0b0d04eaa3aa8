package dongtin.enrich;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers without {@code số} and without a symbol: which are documents', and which count something. */
class BareNumbersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Muốn «Nghị quyết 35» thành công phải đổi cách làm.",
                "Hai việc mà «Chỉ thị 11» đề cập đã xong.",
                "Như «Nghị quyết 35» đề ra, mỗi năm thanh tra một lần.",
                "«Nghị định 23» quy định niên hạn của xe tải.",
                "«Nghị quyết 07» cơ cấu lại thu chi ngân sách.",
                "Tàu đóng theo «Nghị định 67» bị hỏng máy.",
                "Sở công bố «thông báo 1037» công khai trên mạng, theo «thông báo 1483» công bố hôm trước.",
                "Xã đã ra «quyết định 257» thành lập ban quản lý.",
                "Bộ vừa ký «quyết định 929» điều động cán bộ và «Quyết định 1877» điều chỉnh vốn.",
                "Tỉnh ban hành «Quyết định 5383» bàn giao đất.",
                "Với «Kết luận 12» lần này, nhiều việc sẽ rõ.",
                "Các «Quyết định 08» lần lượt được ban hành.",
                "Huyện có hai «Quyết định mang số 2356», «2357» và «2361» để chuyển đất.",
                "Xã thuộc «Chương trình 135» giai đoạn hai, có «chương trình 30a» hỗ trợ.",
                "Theo «đề án 06», người dân làm thẻ ở phường.",
                "Người dân bàn nhiều về «Quy định 58» so với «Quy định 126» trước đây.",
                "Gần hai tháng thực hiện «Nghị quyết sô 128», xã đã yên.",
                "Phường chờ «Quyết định sớ 23/2014/QĐ-UBND» từ hôm qua.",
                "Các «Thông tư 01», «02», «03» và «04» được sửa.",
                "Xã áp dụng «Chỉ thị 16» và 16+ suốt mùa dịch.",
                "Bản «thông báo kết luận số 20» đã tới xã.",
                "Hợp đồng theo «NĐ06» và «TT09» đã hết hạn."
            })
    void numbersOfDocumentsAreFound(String marked) {
        DocumentTable.checkSpans(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tỉnh đặt mục tiêu của kế hoạch 5 năm 2021-2025 và kế hoạch 5 năm 2016 – 2020.",
                "Đại hội có thể quyết định 150 hoặc 170 người.",
                "Họ đề nghị xem xét, quyết định 2 trong 4 nội dung.",
                "Các tổ chức quy định 1 đến 8 nêu trên giúp việc cho cục.",
                "Tường cao hơn mức quy định 4m tại góc vườn.",
                "Đoàn đã kết luận 3 cán bộ sai phạm và kết luận 546 tổ chức đảng.",
                "Kế hoạch 6 tháng đầu năm và kế hoạch 40.000 tỷ đồng đều đạt.",
                "Sở quyết định chi 150 tỷ, xã quyết định 31 nội dung.",
                "Quân lệnh số 1 được đọc ở sân đình; Bộ Tư lệnh số 3 đóng ở đảo.",
                "Quốc hội thông qua 12 luật, 12 nghị quyết và 5 dự án.",
                "Trường thông báo 20% số suất và hướng dẫn 4 tỉnh làm hồ sơ.",
                "Phí chiếm 5% so với quy định 20% trước đó."
            })
    void amountsAreNone(String text) {
        DocumentTable.checkSpans(text);
    }
}

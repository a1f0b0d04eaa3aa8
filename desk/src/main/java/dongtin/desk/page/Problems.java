package dongtin.desk.page;

import dongtin.desk.search.BadParameter;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** What a reader is told when there is nothing to show. */
enum Problems {
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "Không có trang này",
            "Địa chỉ không đúng, hoặc tin đã được cơ quan phát hành rút lại hay chưa đến giờ công bố."),
    INDEX_AWAY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Kho tin tạm thời không trả lời",
            "Không có tin nào bị mất. Xin thử lại sau ít giây."),
    FAILED(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Có lỗi khi lập trang này",
            "Lỗi đã được ghi lại. Xin thử lại; nếu vẫn không được, hãy báo cho người vận hành.");

    private static final Map<String, String> TAKES = Map.of(
            "q", "Ô tìm kiếm nhận từ 1 đến 24 từ, nhiều nhất 200 ký tự.",
            "person", "Ô nhân vật nhận tên người, nhiều nhất 200 ký tự.",
            "document", "Ô văn bản nhận số hiệu hoặc tên văn bản, nhiều nhất 200 ký tự.",
            "source", "Ô nguồn nhận nhiều nhất 200 ký tự.",
            "from", "Ngày bắt đầu không đọc được; ví dụ đúng: 2026-11-24.",
            "to", "Ngày kết thúc không đọc được; ví dụ đúng: 2026-11-24.");

    private final HttpStatus status;
    private final String title;
    private final String advice;

    Problems(HttpStatus status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    ModelAndView page() {
        return page(status);
    }

    ModelAndView page(HttpStatusCode as) {
        return new ModelAndView("desk/problem", Map.of("title", title, "advice", advice), as);
    }

    static String inVietnamese(BadParameter bad) {
        return TAKES.getOrDefault(bad.parameter(), "Địa chỉ của trang này không đúng; xin tìm lại từ đầu.");
    }
}

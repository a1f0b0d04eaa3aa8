package dongtin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DeskIntegrationTests {

    private static Desk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = Desk.over(
                Articles.nen(),
                Articles.hoa(),
                Articles.law(),
                Articles.english(),
                Articles.killed(),
                Articles.embargoed());
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "q | nguyen van nen | nen",
                "q | Nguyễn Văn Nên | nen",
                "q | nguyễn văn nền | -",
                "q | Đảng | nen",
                "q | đang | hoa",
                "q | dang | hoa,nen",
                "q | hoà | law,hoa",
                "q | hòa | law,hoa",
                "q | hoa | english,law,hoa",
                "q | 144-QĐ/TW | nen",
                "q | 144 qd tw | nen",
                "q | Thành phố Huế | nen",
                "q | Thành phố Vinh | -",
                "q | quán triệt OR đất | -",
                "q | nguy* | -",
                "q | headline:hạn | -",
                "person | nguyen-van-nen | nen",
                "person | Nguyễn Văn Nên | nen",
                "person | nguyen van nen | nen",
                "person | Nên | nen",
                "person | nen | law,nen",
                "person | Văn Nền | -",
                "document | 144-QĐ/TW | nen",
                "document | 144 QD TW | nen",
                "document | quy định số 144 | nen",
                "document | quy-dinh-144-bo-chinh-tri-2024 | nen",
                "document | Luật Đất đai | law",
                "document | luat dat dai 2024 | law",
                "document | 145-QĐ/TW | -",
                "source | ttxvn | english,law,hoa",
                "from | 2024-06-17 | english",
                "to | 2024-06-15 | hoa,nen",
                "sort | oldest | nen,hoa,law"
            })
    void questionFinds(String parameter, String value, @Nullable String ids) {
        List<String> expected = ids == null ? List.of() : List.of(ids.split(","));
        var found = desk.found(parameter, value);

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void exactWordRanksFirst() {
        assertThat(desk.found("q", "hoa")).startsWith("english");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        JsonNode first = desk.json("/v1/articles");
        JsonNode second = desk.json("/v1/articles", "after", first.path("next").asString());

        assertThat(first.path("total").asInt()).isEqualTo(4);
        assertThat(first.path("items").findValuesAsString("id")).containsExactly("english", "law", "hoa");
        assertThat(second.path("items").findValuesAsString("id")).containsExactly("nen");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void resultTellsWhoAndWhichDocuments() {
        JsonNode item = desk.json("/v1/articles", "q", "quán triệt").at("/items/0");

        assertThat(item.at("/people/0/titles").toString()).isEqualTo("[\"Ủy viên Bộ Chính trị\",\"Bí thư Thành ủy\"]");
        assertThat(item.at("/documents/0/date").asString()).isEqualTo("2024-05-09");
        assertThat(item.at("/snippet").asString()).startsWith("Ông Nguyễn Văn Nên quán triệt");
        assertThat(item.at("/dateline/place").asString()).isEqualTo("Huế");
        assertThat(item.has("body")).isFalse();
    }

    @Test
    void articleIsGivenWhole() {
        JsonNode article = desk.json("/v1/articles/nen");

        assertThat(article.path("body").asString()).startsWith("Ông Nguyễn Văn Nên");
        assertThat(article.at("/people/0/mentions/0/start").asInt()).isEqualTo(39);
    }

    @ParameterizedTest
    @CsvSource({"killed", "embargoed", "unknown", "%2e%2e", "a%22b"})
    void whatReadersMayNotSeeIsNotThere(String id) {
        assertThat(desk.get("/v1/articles/" + id).statusCode()).isBetween(400, 404);
        assertThat(desk.get("/articles/" + id).statusCode()).isBetween(400, 404);
    }

    @Test
    void missingArticleIsAProblemInJson() {
        var response = desk.get("/v1/articles/unknown");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"status\":404");
    }

    @ParameterizedTest
    @CsvSource({
        "from, gestern",
        "to, 2024-02-31",
        "from, +999999999-01-01",
        "sort, best",
        "after, x",
        "after, bmV3ZXN0LDE",
        "after, bmV3ZXN0LCs1LHg",
        "after, bmV3ZXN0LC05MjIzMzcyMDM2ODU0Nzc1ODA4LHg",
        "q, ?!"
    })
    void badParameterIsNamed(String parameter, String value) {
        var response = desk.get("/v1/articles", parameter, value);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"parameter\":\"" + parameter + "\"", parameter + " takes");
        assertThat(desk.get("/", parameter, value).statusCode()).isEqualTo(400);
    }

    @Test
    void tooLongAQuestionIsRefused() {
        assertThat(desk.get("/v1/articles", "q", "a".repeat(201)).statusCode()).isEqualTo(400);
        assertThat(desk.get("/v1/articles", "q", "a ".repeat(30)).statusCode()).isEqualTo(400);
    }

    @Test
    void pageShowsResultsAndEscapesThem() {
        assertThat(desk.get("/", "q", "<script>", "person", "nền").body())
                .contains("value=\"&lt;script&gt;\"")
                .doesNotContain("<script>");
        assertThat(desk.get("/articles/law").body())
                .contains("&lt;b&gt;Luật&lt;/b&gt;")
                .doesNotContain("<b>Luật");
    }

    @Test
    void articlePageMarksTheMentionsWithLinksThatSearch() {
        assertThat(desk.get("/articles/nen").body())
                .contains("class=\"mark person\" href=\"/?person=nguyen-van-nen\"")
                .contains(">Nguyễn Văn Nên</a>")
                .contains(">Quy định 144-QĐ/TW</a>")
                .contains("Bí thư Thành ủy", "ngày 9/5/2024", "17:00, 14/6/2024", "Huế (TTXVN 14/6/2024)", "Xuân Khu");
    }

    @Test
    void browsersAreToldToRunNothing() {
        var headers = desk.get("/").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(desk.get("/desk/desk.css").statusCode()).isEqualTo(200);
        assertThat(desk.get("/nowhere").body()).contains("Không có trang này");
    }

    @Test
    void elasticsearchAwayIsSaidSo() {
        try (var lonely = new Desk(URI.create("http://127.0.0.1:1"))) {
            var answer = lonely.get("/v1/articles");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(lonely.get("/").statusCode()).isEqualTo(503);
            assertThat(lonely.get("/").body()).contains("Kho tin tạm thời không trả lời");
        }
    }
}

package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Correction;
import dongtin.message.RawItem.Media;
import dongtin.message.RawItem.RelatedPerson;
import dongtin.message.RawItem.Subject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats in JSON beside ninjs and JSON Feed: AP's, dpa's, and articles of no standard. */
class JsonArticleFormatsTests {

    private static final String AP = """
            {"data": {"item": {"altids": {"itemid": "a1"}, "version": 3, "type": "text", "headline": "Tít", "pubstatus": "usable",
             "slugline": "BC-XX--Mau, 3rd Ld-Writethru", "ednote": "Eds: UPDATES: Sửa một chữ.", "description_summary": "Tóm tắt.",
             "person": [{"name": "Trần Văn Mẫu"}], "organisation": [{"scheme": "ap:", "code": "1", "name": "Sở A"}]%s}}}""";

    private static final String DPA = """
            {"format": "digitalwires@0.9.1", "urn": "urn:mau:1", "version": 2, "headline": "Tít", "pubstatus": "usable",
             "article_html": "<section><p></p><p>Một.</p></section>", "signal": "sig:correction",
             "notepad": {"public_html": "<p>Ảnh kèm</p>", "nonpublic_html": "<p>Gọi 0123 456 789</p>"},
             "ednotes": [{"role": "dpaednoterole:correctionshort", "ednote": "Sửa tên.", "is_publishable": true}]%s}""";

    @Test
    void apStoryWithoutItsTextHasTheSummary() {
        RawItem item = item(AP.formatted(""));

        assertThat(item.guid()).isEqualTo("a1");
        assertThat(item.version()).isEqualTo(3);
        assertThat(item.body()).isEqualTo("Tóm tắt.");
        assertThat(item.correction()).isEqualTo(new Correction("3rd Ld-Writethru", "UPDATES: Sửa một chữ."));
        assertThat(item.internal()).containsExactly("Eds: UPDATES: Sửa một chữ.");
        assertThat(item.relatedPeople()).containsExactly(new RelatedPerson("Trần Văn Mẫu", List.of()));
        assertThat(item.subjects()).containsExactly(new Subject("ap:1", "Sở A"));
    }

    @Test
    void apStoryWithItsTextInlineHasIt() {
        RawItem item = item(
                AP.formatted(
                        ", \"renditions\": {\"nitf\": {\"content\": \"<nitf><body><body.content><block><p>Một.</p><p>Hai.</p></block></body.content></body></nitf>\"}}"));

        assertThat(item.body()).isEqualTo("Một.\n\nHai.");
        assertThat(item.subheadline()).isEqualTo("Tóm tắt.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"pubstatus\": \"canceled\" | canceled",
                ", \"editorialtypes\": [\"Kill\"] | canceled",
                ", \"editorialtypes\": [\"Withhold\"] | withheld",
                ", \"editorialtypes\": [\"HoldForRelease\"] | withheld",
                ", \"embargoed\": \"thứ sáu\" | withheld",
                ", \"editorialtypes\": [\"Lead\"] | usable"
            })
    void apSaysInSeveralPlacesWhatMayBeDone(String more, String status) {
        assertThat(item(AP.formatted(more).replace("\"pubstatus\": \"usable\", ", ""))
                        .status()
                        .word())
                .isEqualTo(status);
    }

    @Test
    void pageOfAFeedIsReadItemByItem() {
        assertThat(read("""
                {"data": {"items": [{"item": {"altids": {"itemid": "a1"}, "headline": "Một"}}, {"item": {"headline": "Hai"}},
                 {"item": {"altids": {"itemid": "a3"}, "headline": "Ba"}}]}}"""))
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(Reading.Item.class),
                        two -> assertThat(two).isEqualTo(new Reading.Refused("/data/items/1/item", "no altids.itemid")),
                        three -> assertThat(three).isInstanceOf(Reading.Item.class));
    }

    @Test
    void whatDpaMarksAsNotForPublicationIsInternal() {
        RawItem item = item(DPA.formatted(""));

        assertThat(item.body()).isEqualTo("Một.");
        assertThat(item.internal()).contains("Ảnh kèm", "Gọi 0123 456 789");
        assertThat(item.correction()).isEqualTo(new Correction("sig:correction", "Sửa tên."));
        assertThat(item.text() + item.bodyHtml() + item.correction()).doesNotContain("0123 456 789");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"signal\": \"sig:kill\" | canceled",
                ", \"embargoed\": \"2026-03-03T00:00:00Z\" | usable",
                ", \"embargoed\": \"Freitag\" | withheld",
                ", \"pubstatus\": \"withheld\" | withheld"
            })
    void dpaSaysInSeveralPlacesWhatMayBeDone(String more, String status) {
        String message = DPA.formatted(more)
                .replace("\"signal\": \"sig:correction\",", more.contains("signal") ? "" : "\"signal\": null,")
                .replace("\"pubstatus\": \"usable\",", more.contains("pubstatus") ? "" : "\"pubstatus\": \"usable\",");

        assertThat(item(message).status().word()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": 7, \"title\": \"Tít\", \"content\": \"<p>Một.</p><p>Hai.</p>\", \"author\": \"Lê Thử\", \"published\": \"2026-03-02T09:00:00+07:00\"}",
                "{\"id\": 7, \"title\": {\"rendered\": \"Tít\"}, \"content\": {\"rendered\": \"<p>Một.</p><p>Hai.</p>\"}, \"authors\": [{\"name\": \"Lê Thử\"}], \"date\": \"2026-03-02T09:00:00\"}",
                "{\"@type\": \"NewsArticle\", \"@id\": \"7\", \"headline\": \"Tít\", \"articleBody\": \"Một.\\n\\nHai.\", \"author\": [{\"@type\": \"Person\", \"name\": \"Lê Thử\"}], \"datePublished\": \"2026-03-02T02:00:00Z\"}",
                "{\"status\": \"ok\", \"articles\": [{\"id\": 7, \"title\": \"Tít\", \"body\": [\"Một.\", \"Hai.\"], \"byline\": \"Lê Thử\", \"publishedAt\": 1772416800}]}",
                "[{\"guid\": \"7\", \"headline\": \"Tít\", \"html\": \"<p>Một.</p><p>Hai.</p>\", \"authors\": [\"Lê Thử\"], \"created_at\": 1772416800000}]"
            })
    void articleIsReadWhateverItsPartsAreCalled(String json) {
        RawItem item = item(json);

        assertThat(item.original().format()).isEqualTo("json-article");
        assertThat(item.guid()).isEqualTo("7");
        assertThat(item.text()).isEqualTo("Tít\n\nMột.\n\nHai.");
        assertThat(item.bylines()).containsExactly("Lê Thử");
        assertThat(item.firstCreated()).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(item.problems()).isEmpty();
    }

    @Test
    void otherPartsOfAnArticleHaveTheirFields() {
        RawItem item = item("""
                {"id": "7", "title": "Tít", "text": "Một.", "sapo": "Tóm tắt", "url": "https://news.example/7", "lang": "vi",
                 "tags": ["cây xanh"], "keywords": "một, hai", "location": "Huế", "people": [{"name": "Trần Văn Mẫu", "title": "Chủ tịch"}],
                 "image": {"url": "/a.jpg", "caption": "Vườn"}, "note": "Gọi 0123", "correction": "Sửa tên", "urgency": 3, "version": 4}""");

        assertThat(item.subheadline()).isEqualTo("Tóm tắt");
        assertThat(item.link()).isEqualTo(URI.create("https://news.example/7"));
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.subjects()).extracting(Subject::name).containsExactly("cây xanh", "một", "hai");
        assertThat(item.places()).containsExactly("Huế");
        assertThat(item.relatedPeople()).containsExactly(new RelatedPerson("Trần Văn Mẫu", List.of("Chủ tịch")));
        assertThat(item.media())
                .containsExactly(new Media("picture", URI.create("https://news.example/a.jpg"), "Vườn"));
        assertThat(item.internal()).containsExactly("Gọi 0123");
        assertThat(item.correction()).isEqualTo(new Correction("correction", "Sửa tên"));
        assertThat(item.urgency()).isEqualTo(3);
        assertThat(item.version()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"status\": \"published\" | usable",
                "\"status\": \"draft\" | withheld",
                "\"status\": \"gì đó\" | withheld",
                "\"status\": \"deleted\" | canceled",
                "\"embargo\": false | usable",
                "\"embargo\": true | withheld",
                "\"embargo_until\": \"2026-03-03T00:00:00Z\" | usable",
                "\"embargo_until\": \"mai\" | withheld"
            })
    void whatIsNotCertainlyForEveryoneIsHeld(String property, String status) {
        assertThat(item("{\"id\": 7, \"title\": \"Tít\", \"content\": \"Một.\", " + property + "}")
                        .status()
                        .word())
                .isEqualTo(status);
    }

    @Test
    void jsonTenThousandDeepIsRefused() {
        for (String open : List.of("[", "{\"a\":")) {
            assertThat(read(open.repeat(10_000)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Reading.Malformed.class,
                            bad -> assertThat(bad.reason()).contains("nesting depth"));
        }
    }

    @Test
    void headlineOfAMillionCharactersAndAYearOfNineThousandDoNoHarm() {
        String headline = "Tít ".repeat(250_000).strip();

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            RawItem item = item("{\"id\": 7, \"title\": \"" + headline
                    + "\", \"content\": \"Một.\", \"published\": \"9999-12-31T23:59:59Z\"}");
            assertThat(item.headline()).isEqualTo(headline);
            assertThat(item.firstCreated()).isNull();
            assertThat(item.problems()).anyMatch(problem -> problem.endsWith("9999-12-31T23:59:59Z"));
        });
    }

    private static RawItem item(String json) {
        return ((Reading.Item) read(json).getFirst()).item();
    }

    private static List<Reading> read(String json) {
        return FeedMessages.read("application/json", json);
    }
}

package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Dateline;
import dongtin.message.RawItem.Media;
import dongtin.message.RawItem.RelatedPerson;
import dongtin.message.RawItem.Subject;
import dongtin.message.Status;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsFormatTests {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final Feed FEED = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    @Test
    void everyPropertyOfVersionOneHasItsField() {
        RawItem item = item("""
                {"uri": "urn:mau:1", "type": "text", "version": "3", "pubstatus": "usable", "urgency": 4, "language": "VI",
                 "firstcreated": "2026-03-02T08:00:00+07:00", "versioncreated": "2026-03-02T02:00:00Z",
                 "headline": " Khai mạc\\u00a0hội nghị ", "byline": "Lê Thử", "located": "Hà Nội",
                 "body_text": "Đoạn một.\\r\\n\\r\\n\\r\\nĐoạn hai.", "ednote": "Gọi bàn trực: 0123",
                 "subject": [{"code": "medtop:11000000", "name": "chính trị"}], "place": [{"name": "Huế"}],
                 "person": [{"name": "Trần Văn Mẫu"}],
                 "associations": {"main": {"type": "picture", "headline": "Vườn",
                   "renditions": {"a": {"href": "https://news.example/1.jpg"}, "b": {"href": "https://news.example/2.jpg"}}}}}
                """);

        assertThat(item.guid()).isEqualTo("urn:mau:1");
        assertThat(item.version()).isEqualTo(3);
        assertThat(item.urgency()).isEqualTo(4);
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.firstCreated()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(item.text()).isEqualTo("Khai mạc hội nghị\n\nĐoạn một.\n\nĐoạn hai.");
        assertThat(item.bylines()).containsExactly("Lê Thử");
        assertThat(item.dateline()).isEqualTo(new Dateline("Hà Nội", null, null));
        assertThat(item.subjects()).containsExactly(new Subject("medtop:11000000", "chính trị"));
        assertThat(item.places()).containsExactly("Huế");
        assertThat(item.relatedPeople()).containsExactly(new RelatedPerson("Trần Văn Mẫu", List.of()));
        assertThat(item.media())
                .containsExactly(new Media("picture", URI.create("https://news.example/1.jpg"), "Vườn"));
        assertThat(item.internal()).containsExactly("Gọi bàn trực: 0123");
        assertThat(item.problems()).isEmpty();
    }

    @Test
    void headlinesAndBodiesAreReadAsTheFirstExamplesOfVersionTwoNameThem() {
        RawItem item = item("""
                {"uri": "urn:mau:2", "headline": [{"name": "main", "text": "Tít"}, {"name": "sub", "text": "Tít phụ"}],
                 "body": [{"name": "text", "value": "Đoạn một nói về hội nghị mở hôm nay ở Hà Nội, với hai trăm người dự. Đoạn hai."}, {"name": "xhtml", "value": "<p>Đoạn một nói về hội nghị mở hôm nay ở Hà Nội, với hai trăm người dự.</p><p>Đoạn hai.</p>"}]}
                """);

        assertThat(item.headline()).isEqualTo("Tít");
        assertThat(item.subheadline()).isEqualTo("Tít phụ");
        assertThat(item.body())
                .isEqualTo("Đoạn một nói về hội nghị mở hôm nay ở Hà Nội, với hai trăm người dự.\n\nĐoạn hai.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"contentType\": \"text/vnd.IPTC.NITF\"",
                "\"role\": \"nitf\"",
                "\"contenttype\": \"application/nitf+xml\""
            })
    void bodyInNitfIsReadWhereThereIsNoOther(String kind) {
        String nitf =
                "{%s, \"value\": \"<?xml version='1.0'?><nitf><body><body.head><byline>Ai đó</byline></body.head><body.content><p>Một <b>hai</b>.</p></body.content></body></nitf>\"}"
                        .formatted(kind);

        RawItem alone = item("{\"uri\": \"urn:mau:2\", \"headline\": \"Tít\", \"by\": \"Lê Thử\", \"bodies\": [%s]}"
                .formatted(nitf));
        RawItem beside = item(
                "{\"uri\": \"urn:mau:2\", \"headline\": \"Tít\", \"bodies\": [%s, {\"role\": \"text\", \"value\": \"Ba.\"}]}"
                        .formatted(nitf));

        assertThat(alone.body()).isEqualTo("Một hai.");
        assertThat(alone.bylines()).containsExactly("Lê Thử");
        assertThat(beside.body()).isEqualTo("Ba.");
    }

    @Test
    void itemWithoutAnIdentifierSaysWhatItIsKnownBy() {
        assertThat(item("{\"pubstatus\": \"usable\", \"headline\": \"Tít\", \"body_text\": \"Đoạn.\"}")
                        .problems())
                .containsExactly("guid: absent, derived from headline and time");
    }

    @Test
    void propertiesOfVersionThreeAreReadUnderTheirNames() {
        RawItem item = item("""
                {"uri": "urn:mau:3", "version": 2, "versionCreated": "2026-03-02T02:00:00Z", "pubStatus": "withheld",
                 "headlines": [{"role": "main", "value": "Tít"}, {"role": "subhead", "value": "Phụ"}],
                 "bodies": [{"contentType": "text/html", "value": "<p>Một <b>đoạn</b>.</p><p>Hai<br>dòng.</p><script>x()</script>"}],
                 "by": "Lê Thử", "people": [{"name": "Trần Văn Mẫu"}], "edNote": "không đăng"}
                """);

        assertThat(item.status()).isEqualTo(Status.WITHHELD);
        assertThat(item.headline()).isEqualTo("Tít");
        assertThat(item.subheadline()).isEqualTo("Phụ");
        assertThat(item.body()).isEqualTo("Một đoạn.\n\nHai\ndòng.");
        assertThat(item.bodyHtml()).isEqualTo("<p>Một <b>đoạn</b>.</p><p>Hai<br>dòng.</p>");
        assertThat(item.internal()).containsExactly("không đăng");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": \"7\" | 7",
                "\"version\": 7 | 7",
                "\"versioncreated\": \"2026-03-02T02:00:00Z\" | 1772416800000",
                "\"version\": 7.0 | 7",
                "\"versioncreated\": \"2026-03-02T09:00:00\" | 1772416800000",
                "\"versioncreated\": \"hôm qua\" | 1772427600000"
            })
    void versionIsTheNumberElseTheTimeElseTheReceipt(String property, long version) {
        assertThat(item("{\"uri\": \"u\", \"headline\": \"Tít\", " + property + "}")
                        .version())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"embargoed\": \"2026-03-03T00:00:00Z\" | usable | 0",
                "\"embargoed\": \"thứ sáu\" | withheld | 1",
                "\"embargoedUntil\": \"thứ sáu\" | withheld | 1",
                "\"embargoed\": [\"2099-01-01T00:00:00Z\"] | withheld | 1",
                "\"embargoed\": true | withheld | 1",
                "\"embargoed\": \" \" | withheld | 1",
                "\"embargoed\": null | usable | 0",
                "\"pubstatus\": [\"canceled\"] | withheld | 1",
                "\"pubstatus\": \"\" | withheld | 1",
                "\"pubstatus\": \"canceled\" | canceled | 0",
                "\"pubstatus\": \"cancelled\" | canceled | 1",
                "\"pubstatus\": \"gì đó\" | withheld | 1",
                "\"pubstatus\": \"canceled\", \"embargoed\": \"thứ sáu\" | canceled | 1"
            })
    void whatIsNotCertainlyForEveryoneIsHeld(String property, String status, int problems) {
        RawItem item = item("{\"uri\": \"u\", \"headline\": \"Tít\", " + property + "}");

        assertThat(item.status().word()).isEqualTo(status);
        assertThat(item.problems()).hasSize(problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"bảy\"", "-1", "2.5", "99999999999999999999"})
    void versionThatCanNotBeReadIsRefusedRatherThanGuessed(String version) {
        assertThat(read("{\"uri\": \"u\", \"headline\": \"Tít\", \"version\": " + version + "}"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("version is no whole number"));
    }

    @Test
    void longRowsOfMarksAreCutAsInTheStreamSafeFormat() {
        String marks = "\u0301\u0323".repeat(200_000);

        assertThat(item("{\"uri\": \"u\", \"headline\": \"a" + marks + "\"}").headline())
                .hasSizeLessThan(40);
    }

    @Test
    void badItemCostsItsNeighboursNothing() {
        assertThat(read("""
                [{"uri": "u1", "headline": "Một"}, 7, {"uri": "u3"}, {"uri": "u4", "headline": "Bốn"}]
                """)).hasSize(4).satisfies(readings -> {
            assertThat(readings.get(0)).isInstanceOf(Reading.Item.class);
            assertThat(readings.get(1)).isEqualTo(new Reading.Refused("/1", "not an object"));
            assertThat(readings.get(2)).isEqualTo(new Reading.Refused("/2", "neither a headline nor a body"));
            assertThat(readings.get(3)).isInstanceOf(Reading.Item.class);
        });
    }

    @Test
    void brokenJsonIsRefusedWithLineAndColumn() {
        assertThat(read("{\"uri\": \"u\",\n \"headline\" 7}").getFirst())
                .isInstanceOfSatisfying(Reading.Malformed.class, malformed -> {
                    assertThat(malformed.at()).isEqualTo("line 2, column 13");
                    assertThat(malformed.reason()).startsWith("no JSON");
                });
    }

    @Test
    void halvesOfSurrogatePairsAndControlCharactersDoNoHarm() {
        RawItem item = item(
                "{\"uri\": \"u\\ud800\", \"headline\": \"T\\u0000ít \\udc00\", \"body_text\": \"\\ud83c\\udf33\"}");

        assertThat(item.text()).isEqualTo("Tít \ufffd\n\n\ud83c\udf33");
        assertThat(item.guid()).isEqualTo("u\ufffd");
    }

    private static RawItem item(String json) {
        return ((Reading.Item) read(json).getFirst()).item();
    }

    private static List<Reading> read(String json) {
        var message = new WireMessage(FEED, "application/json", json.getBytes(StandardCharsets.UTF_8), NOW);
        return new Formats().read(message).orElseThrow();
    }
}

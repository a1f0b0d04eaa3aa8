package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Correction;
import dongtin.message.RawItem.Dateline;
import dongtin.message.RawItem.Media;
import dongtin.message.RawItem.RelatedPerson;
import dongtin.message.RawItem.Subject;
import dongtin.message.Status;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NitfFormatTests {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final Feed FEED = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    private static final String DOCUMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nitf SYSTEM "http://192.0.2.1/nitf-3-2.dtd">
            <nitf baselang="vi"><head><title>Tên khác</title>
              <tobject><tobject.subject tobject.subject.refnum="11000000" tobject.subject.type="Chính trị"/></tobject>
              <docdata management-status="usable"><doc-id id-string="mau-1"/><urgency ed-urg="4"/>
                <correction info="Sửa tên"/><evloc city="Huế"/><date.issue norm="20260302T090000"/>
                <du-key key="mau" version="3"/><ed-msg info="Bàn trực 0123"/>
                <key-list><keyword key="cây xanh"/></key-list>
                <identified-content><person>Trần Văn Mẫu<function>Chủ tịch</function></person></identified-content>
              </docdata><pubdata ex-ref="https://news.example/1"/></head>
            <body><body.head><hedline><hl1>Khai mạc</hl1><hl2>Phụ</hl2></hedline>
              <note type="npa"><body.content><p>Gọi 0456</p></body.content></note>
              <byline>By <person>Lê Thử</person><byttl>phóng viên</byttl></byline>
              <dateline><location><city>Hà Nội</city>, Việt Nam</location><story.date norm="20260302"/></dateline></body.head>
            <body.content><p>Ông <person>Trần
              Văn Mẫu</person> của <org>Sở&nbsp;A</org>.</p><hl2>Mục</hl2><ul><li>Một</li><li>Hai</li></ul>
              <note type="npa"><p>Mật</p></note>
              <media media-type="image"><media-reference source="https://news.example/1.jpg"/>
                <media-caption>Vườn</media-caption></media></body.content></body></nitf>
            """;

    @Test
    void everyPartOfADocumentHasItsField() {
        RawItem item = item(DOCUMENT);

        assertThat(item.guid()).isEqualTo("mau-1");
        assertThat(item.version()).isEqualTo(3);
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.urgency()).isEqualTo(4);
        assertThat(item.versionCreated()).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(item.headline()).isEqualTo("Khai mạc");
        assertThat(item.subheadline()).isEqualTo("Phụ");
        assertThat(item.bylines()).containsExactly("Lê Thử");
        assertThat(item.dateline()).isEqualTo(new Dateline("Hà Nội", null, LocalDate.of(2026, 3, 2)));
        assertThat(item.subjects())
                .containsExactly(new Subject("subj:11000000", "Chính trị"), new Subject(null, "cây xanh"));
        assertThat(item.places()).containsExactly("Huế");
        assertThat(item.relatedPeople()).containsExactly(new RelatedPerson("Trần Văn Mẫu", List.of("Chủ tịch")));
        assertThat(item.link()).isEqualTo(URI.create("https://news.example/1"));
        assertThat(item.media())
                .containsExactly(new Media("picture", URI.create("https://news.example/1.jpg"), "Vườn"));
        assertThat(item.correction()).isEqualTo(new Correction("correction", "Sửa tên"));
        assertThat(item.problems()).isEmpty();
    }

    @Test
    void inlineElementsPartNoWordsAndBlocksAreParagraphs() {
        assertThat(item(DOCUMENT).body()).isEqualTo("Ông Trần Văn Mẫu của Sở A.\n\nMục\n\nMột\n\nHai\n\nVườn");
    }

    @Test
    void notesForEditorsAreKeptApart() {
        assertThat(item(DOCUMENT).internal()).containsExactly("Bàn trực 0123", "Gọi 0456", "Mật");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "management-status='canceled' | '' | canceled | 0",
                "management-status='Cancelled' | '' | canceled | 1",
                "management-status='withheld' | '' | withheld | 0",
                "management-status='gì đó' | '' | withheld | 1",
                "management-status='embargoed' | '' | withheld | 0",
                "management-status='embargoed' | <date.release norm='20260303T090000+0700'/> | usable | 0",
                "management-status='usable' | <date.release norm='thứ sáu'/> | withheld | 1",
                "management-status='usable' | <date.release/> | withheld | 1",
                "management-status='canceled' | <date.release norm='thứ sáu'/> | canceled | 1",
                "'' | '' | usable | 0"
            })
    void whatIsNotCertainlyForEveryoneIsHeld(String attribute, String release, String status, int problems) {
        RawItem item = item(
                "<nitf><head><docdata %s><doc-id id-string='a'/>%s</docdata></head><body><body.head><hedline><hl1>Tít</hl1></hedline></body.head></body></nitf>"
                        .formatted(attribute, release));

        assertThat(item.status().word()).isEqualTo(status);
        assertThat(item.problems()).hasSize(problems);
    }

    @Test
    void documentThatTakesAnotherBackYieldsBoth() {
        List<Reading> readings = read("""
                <nitf><head><docdata management-status="usable" management-doc-idref="cũ" management-idref-status="canceled">
                <doc-id id-string="mới"/><date.issue norm="20260302T090000+0700"/></docdata></head>
                <body><body.head><hedline><hl1>Tít</hl1></hedline></body.head></body></nitf>""");

        assertThat(readings)
                .extracting(reading -> ((Reading.Item) reading).item().guid())
                .containsExactly("mới", "cũ");
        RawItem other = ((Reading.Item) readings.get(1)).item();
        assertThat(other.status()).isEqualTo(Status.CANCELED);
        assertThat(other.version())
                .isEqualTo(Instant.parse("2026-03-02T02:00:00Z").toEpochMilli());
    }

    @Test
    void seriesWithoutDocumentIdsIsOrderedByGeneration() {
        String series =
                "<nitf><head><docdata><du-key key='k' generation='%d' version='%d'/></docdata><title>T</title></head></nitf>";

        assertThat(item(series.formatted(2, 1)).version())
                .isGreaterThan(item(series.formatted(1, 9)).version());
        assertThat(item(series.formatted(2, 1)).id())
                .isEqualTo(item(series.formatted(1, 9)).id());
    }

    @Test
    void timeThatCanNotBeReadIsAProblemAndNeverNow() {
        RawItem item = item(DOCUMENT.replace("20260302T090000", "hôm qua"));

        assertThat(item.versionCreated()).isNull();
        assertThat(item.problems()).containsExactly("date.issue: hôm qua");
    }

    @Test
    void otherRootElementIsRefusedByName() {
        assertThat(read("<x/>").getFirst())
                .isInstanceOfSatisfying(
                        Reading.Malformed.class, bad -> assertThat(bad.reason()).endsWith("root element is x"));
    }

    @Test
    void documentWithoutAnIdentifierSaysWhatItIsKnownBy() {
        String xml =
                "<nitf><head><docdata><doc-id regsrc='X'/></docdata></head><body><body.head><hedline><hl1>Tít</hl1><hl2>Tít</hl2></hedline></body.head><body.content><p>Đoạn.</p></body.content></body></nitf>";

        assertThat(item(xml).problems()).containsExactly("guid: absent, derived from headline and time");
        assertThat(item(xml).subheadline()).as("the headline once more").isNull();
        assertThat(item(xml).id()).isEqualTo(item(xml).id());
    }

    private static RawItem item(String xml) {
        return ((Reading.Item) read(xml).getFirst()).item();
    }

    private static List<Reading> read(String xml) {
        return new Formats()
                .read(new WireMessage(FEED, "application/nitf+xml", xml.getBytes(StandardCharsets.UTF_8), NOW))
                .orElseThrow();
    }
}

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
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsMlG2FormatTests {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final Feed FEED = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    private static final String ITEM = """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:mau:1" version="3" xml:lang="vi">
              <itemMeta><itemClass qcode="ninat:text"/><provider literal="Mẫu"/>
                <versionCreated>2026-03-02T09:00:00</versionCreated><firstCreated>2026-03-02T01:00:00Z</firstCreated>
                <pubStatus qcode="stat:usable"/><edNote>Sửa tên ở đoạn hai</edNote>
                <edNote pubconstraint="x:nonpublic">Gọi 0123</edNote><signal qcode="sig:correction"/>
                <link rel="irel:seeAlso" residref="urn:mau:anh" contenttype="image/jpeg"><title>Vườn</title></link></itemMeta>
              <contentMeta><urgency>4</urgency><located><name>Hà Nội</name></located><by>Lê Thử</by>
                <subject type="cpnat:abstract" qcode="medtop:11000000"><name xml:lang="en">politics</name><name xml:lang="vi">chính trị</name></subject>
                <subject type="cpnat:person" qcode="p:1"><name>Trần Văn Mẫu</name></subject>
                <subject type="cpnat:geoArea" qcode="g:1"><name>Huế</name></subject>
                <headline xml:lang="en">Opening</headline><headline xml:lang="vi">Khai mạc</headline>
                <headline role="hld:subHeadline">Phụ</headline><dateline>Hà Nội (BTM) - </dateline></contentMeta>
              <assert qcode="p:1"><personDetails><affiliation><jobtitle><name>Chủ tịch</name></jobtitle></affiliation></personDetails></assert>
              <contentSet>BODY</contentSet></newsItem>
            """;

    private static final String XHTML = """
            <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Không</title></head>
            <body><p>Một <b>đoạn</b> A&amp;B.</p><p>Hai<br/>dòng.</p><script>x()</script></body></html></inlineXML>""";

    @Test
    void everyPartOfAnItemHasItsField() {
        RawItem item = item(ITEM.replace("BODY", XHTML));

        assertThat(item.guid()).isEqualTo("urn:mau:1");
        assertThat(item.version()).isEqualTo(3);
        assertThat(item.versionCreated()).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(item.firstCreated()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(item.urgency()).isEqualTo(4);
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.headline()).isEqualTo("Khai mạc");
        assertThat(item.subheadline()).isEqualTo("Phụ");
        assertThat(item.bylines()).containsExactly("Lê Thử");
        assertThat(item.dateline()).isEqualTo(new Dateline("Hà Nội", "BTM", null));
        assertThat(item.subjects())
                .containsExactly(
                        new Subject("medtop:11000000", "chính trị"),
                        new Subject("p:1", "Trần Văn Mẫu"),
                        new Subject("g:1", "Huế"));
        assertThat(item.places()).containsExactly("Huế");
        assertThat(item.relatedPeople()).containsExactly(new RelatedPerson("Trần Văn Mẫu", List.of("Chủ tịch")));
        assertThat(item.media()).containsExactly(new Media("picture", URI.create("urn:mau:anh"), "Vườn"));
        assertThat(item.correction()).isEqualTo(new Correction("sig:correction", "Sửa tên ở đoạn hai"));
        assertThat(item.internal()).containsExactly("Sửa tên ở đoạn hai", "Gọi 0123");
        assertThat(item.problems()).isEmpty();
    }

    @Test
    void xhtmlIsReadAsTextAndKeptSafe() {
        RawItem item = item(ITEM.replace("BODY", XHTML));

        assertThat(item.body()).isEqualTo("Một đoạn A&B.\n\nHai\ndòng.");
        assertThat(item.bodyHtml()).contains("<b>đoạn</b> A&amp;B").doesNotContain("script", "x()", "Không");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<inlineXML contenttype='application/nitf+xml'><nitf><body><body.content><p>Một.</p><p>Hai.</p></body.content></body></nitf></inlineXML>",
                "<inlineXML><p>Một.</p><p>Hai.</p></inlineXML>",
                "<inlineData contenttype='text/plain'>Một.\n\nHai.</inlineData>",
                "<inlineData contenttype='text/html'>&lt;p&gt;Một.&lt;/p&gt;&lt;p&gt;Hai.&lt;/p&gt;</inlineData>",
                "<inlineData contenttype='text/html'><![CDATA[<p>Một.</p><p>Hai.</p>]]></inlineData>",
                "<inlineData contenttype='text/plain' encoding='encd:base64'>TeG7mXQuCgpIYWku</inlineData>",
                "<inlineXML contenttype='application/xhtml+xml'/><inlineData>Một.\n\nHai.</inlineData>"
            })
    void sameTextInAnyWrappingIsTheSame(String content) {
        assertThat(item(ITEM.replace("BODY", content)).body()).isEqualTo("Một.\n\nHai.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<pubStatus qcode='stat:withheld'/> | withheld | 0",
                "<pubStatus qcode='stat:canceled'/> | canceled | 0",
                "<pubStatus uri='http://cv.iptc.org/newscodes/pubstatusg2/canceled'/> | canceled | 0",
                "<pubStatus qcode='stat:gìđó'/> | withheld | 1",
                "'' | usable | 0",
                "<embargoed>2026-03-03T12:00:00Z</embargoed> | usable | 0",
                "<embargoed>thứ sáu</embargoed> | withheld | 1",
                "<embargoed/> | withheld | 1",
                "<pubStatus qcode='stat:canceled'/><embargoed/> | canceled | 1",
                "<pubStatus qcode='stat:usable'/><signal qcode='x:remove'/> | canceled | 0",
                "<signal qcode='x:hold'/> | withheld | 0",
                "<signal qcode='sig:update'/> | usable | 0"
            })
    void whatIsNotCertainlyForEveryoneIsHeld(String meta, String status, int problems) {
        RawItem item = item("<newsItem guid='u' version='1'><itemMeta>%s</itemMeta></newsItem>".formatted(meta));

        assertThat(item.status().word()).isEqualTo(status);
        assertThat(item.problems()).hasSize(problems);
    }

    @Test
    void subjectHasTheNameThatAnAssertionGivesItsCode() {
        RawItem item = item(
                "<newsItem guid='g' version='1'><itemMeta/><contentMeta><headline>T</headline><subject type='cpnat:person' qcode='p:1'/><subject type='cpnat:geoArea' qcode='g:1'/></contentMeta><assert qcode='p:1'><name>Trần Văn Mẫu</name></assert><assert qcode='g:1'><name>Huế</name></assert></newsItem>");

        assertThat(item.relatedPeople()).extracting(RelatedPerson::name).containsExactly("Trần Văn Mẫu");
        assertThat(item.places()).containsExactly("Huế");
        assertThat(item.subjects()).contains(new Subject("p:1", "Trần Văn Mẫu"));
    }

    @Test
    void killThatNamesAnotherItemYieldsItsTombstone() {
        List<Reading> readings = read(
                "<newsItem guid='mới' version='1'><itemMeta><pubStatus qcode='stat:canceled'/><link rel='irel:replaces' residref='cũ'/></itemMeta></newsItem>");

        RawItem other = ((Reading.Item) readings.get(1)).item();
        assertThat(other.guid()).isEqualTo("cũ");
        assertThat(other.status()).isEqualTo(Status.CANCELED);
        assertThat(other.version()).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void badItemCostsItsNeighboursNothing() {
        List<Reading> readings = read("""
                <newsMessage><header><sent>2026-03-02T05:00:00Z</sent></header><itemSet>
                <newsItem guid="a" version="1"><itemMeta/></newsItem>
                <newsItem guid="b"> ..... </newsItem>
                <conceptItem guid="c"><itemMeta/></conceptItem>
                <newsItem version="1"><itemMeta/></newsItem>
                <newsItem guid="d" version="1"><itemMeta/></newsItem></itemSet></newsMessage>""");

        assertThat(readings).hasSize(5);
        assertThat(readings.get(0)).isInstanceOf(Reading.Item.class);
        assertThat(readings.get(1)).isEqualTo(new Reading.Refused("line 3, column 1", "newsItem without itemMeta"));
        assertThat(readings.get(2)).isEqualTo(new Reading.Refused("line 4, column 1", "conceptItem is no news"));
        assertThat(readings.get(3)).isEqualTo(new Reading.Refused("line 5, column 1", "newsItem without guid"));
        assertThat(readings.get(4)).isInstanceOf(Reading.Item.class);
    }

    @Test
    void packageIsAnItemWhosePartsAreLinks() {
        RawItem item = item("""
                <packageItem guid="gói" version="1"><itemMeta/><contentMeta><headline>Gói</headline></contentMeta>
                <groupSet><group><itemRef residref="urn:mau:1"><headline>Một</headline></itemRef>
                <itemRef href="https://news.example/2.jpg" contenttype="image/jpeg"/></group></groupSet></packageItem>""");

        assertThat(item.media())
                .containsExactly(
                        new Media("item", URI.create("urn:mau:1"), "Một"),
                        new Media("picture", URI.create("https://news.example/2.jpg"), null));
    }

    @Test
    void pictureIsTakenWithItsFirstRendition() {
        RawItem item = item(
                ITEM.replace(
                        "BODY",
                        "<remoteContent href='https://news.example/1.jpg' contenttype='image/jpeg'/><remoteContent href='https://news.example/2.jpg'/>"));

        assertThat(item.media())
                .hasSize(2)
                .contains(new Media("picture", URI.create("https://news.example/1.jpg"), "Khai mạc"));
    }

    private static RawItem item(String xml) {
        return ((Reading.Item) read(xml).getFirst()).item();
    }

    private static List<Reading> read(String xml) {
        return new Formats()
                .read(new WireMessage(FEED, "application/xml", xml.getBytes(StandardCharsets.UTF_8), NOW))
                .orElseThrow();
    }
}

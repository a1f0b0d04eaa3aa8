package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Correction;
import dongtin.message.RawItem.Dateline;
import dongtin.message.RawItem.Media;
import dongtin.message.RawItem.Subject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsMl1FormatTests {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final Feed FEED = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    private static final String MESSAGE = """
            <?xml version="1.0"?>
            <!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20031010:NewsMLv1.2.dtd:1" "NewsML-1.2.dtd"
            [<!ENTITY % nitf SYSTEM "http://192.0.2.1/nitf-3-0.dtd"> %nitf; ]>
            <NewsML><NewsItem xml:lang="vi"><Identification><NewsIdentifier><ProviderId>mau.example</ProviderId>
              <DateId>20260302</DateId><NewsItemId>m1</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId>
              <PublicIdentifier>urn:newsml:mau.example:20260302:m1:2N</PublicIdentifier></NewsIdentifier></Identification>
            <NewsManagement><FirstCreated>20260302T080000+0700</FirstCreated><ThisRevisionCreated>20260302T090000</ThisRevisionCreated>
              <Status FormalName="Usable"/><Urgency FormalName="4"/><Instruction FormalName="Correction"/></NewsManagement>
            <NewsComponent><NewsLines><HeadLine>Khai mạc</HeadLine><SubHeadLine>Phụ</SubHeadLine><ByLine>Lê Thử</ByLine>
              <DateLine>HANOI, 2 March (BTM) -</DateLine></NewsLines>
              <DescriptiveMetadata><Language FormalName="VI"/><SubjectCode><Subject FormalName="11000000"/></SubjectCode>
                <Location><Property FormalName="Country" Value="VNM"/><Property FormalName="City" Value="Huế"/></Location>
                <Property FormalName="Keyword" Value="cây xanh"/></DescriptiveMetadata>
              <NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent>Chú thích</DataContent></ContentItem></NewsComponent>
              <NewsComponent><Role FormalName="Main"/><ContentItem><Format FormalName="NITF"/><DataContent>BODY</DataContent></ContentItem></NewsComponent>
              <NewsComponent><Role FormalName="Photo"/><ContentItem Href="1.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
            </NewsComponent></NewsItem></NewsML>
            """;

    private static final String NITF = "<nitf><body><body.content><p>Một.</p><p>Hai.</p></body.content></body></nitf>";

    @Test
    void everyPartOfAnItemHasItsField() {
        RawItem item = item(MESSAGE.replace("BODY", NITF));

        assertThat(item.guid()).isEqualTo("urn:newsml:mau.example:20260302:m1:2N");
        assertThat(item.version()).isEqualTo(2);
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.firstCreated()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(item.urgency()).isEqualTo(4);
        assertThat(item.headline()).isEqualTo("Khai mạc");
        assertThat(item.subheadline()).isEqualTo("Phụ");
        assertThat(item.bylines()).containsExactly("Lê Thử");
        assertThat(item.dateline()).isEqualTo(new Dateline("HANOI", "BTM", null));
        assertThat(item.subjects()).containsExactly(new Subject("subj:11000000", null), new Subject(null, "cây xanh"));
        assertThat(item.places()).containsExactly("Huế");
        assertThat(item.media()).containsExactly(new Media("picture", URI.create("1.jpg"), null));
        assertThat(item.correction()).isEqualTo(new Correction("Correction", null));
        assertThat(item.body()).isEqualTo("Một.\n\nHai.");
        assertThat(item.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Một.</p><p>Hai.</p>",
                "<body.content><p>Một.</p><p>Hai.</p></body.content>",
                "<html><head><title>T</title></head><body><p>Một.</p><p>Hai.</p></body></html>",
                "<![CDATA[<p>Một.</p><p>Hai.</p>]]>",
                "Một.\n\nHai."
            })
    void sameTextInAnyWrappingIsTheSame(String content) {
        assertThat(item(MESSAGE.replace("BODY", content)).body()).isEqualTo("Một.\n\nHai.");
    }

    @Test
    void revisionsOfAnItemShareItsId() {
        String next = MESSAGE.replace(">2</RevisionId>", ">3</RevisionId>").replace(":2N", ":3N");

        assertThat(item(next).id()).isEqualTo(item(MESSAGE).id());
        assertThat(item(next).version()).isEqualTo(3);
        assertThat(item(MESSAGE.replace(">m1<", ">m2<")).id())
                .isNotEqualTo(item(MESSAGE).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Status FormalName='Canceled'/> | canceled | 0",
                "<Status FormalName='Cancelled'/> | canceled | 1",
                "<Status FormalName='Withheld'/> | withheld | 0",
                "<Status FormalName='Lạ'/> | withheld | 1",
                "<Status FormalName='Embargoed'/> | withheld | 0",
                "<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20260303T090000+0700</DateAndTime></StatusWillChange> | usable | 0",
                "<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>thứ sáu</DateAndTime></StatusWillChange> | withheld | 1",
                "<Status FormalName='Usable'/><Instruction FormalName='Kill'/> | canceled | 0"
            })
    void whatIsNotCertainlyForEveryoneIsHeld(String management, String status, int problems) {
        RawItem item = item(MESSAGE.replace("<Status FormalName=\"Usable\"/>", management));

        assertThat(item.status().word()).isEqualTo(status);
        assertThat(item.problems()).hasSize(problems);
    }

    @Test
    void badItemCostsItsNeighboursNothing() {
        String bad = "<NewsItem><Identification/></NewsItem></NewsML>";
        List<Reading> readings = read(MESSAGE.replace("</NewsML>", bad));

        assertThat(readings).hasSize(2);
        assertThat(readings.getFirst()).isInstanceOf(Reading.Item.class);
        assertThat(readings.getLast())
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.at()).startsWith("line "));
    }

    @Test
    void textInSeveralLanguagesIsThatOfTheFirst() {
        String component =
                "<NewsComponent xml:lang='%s'><Role FormalName='Original'/><NewsLines><HeadLine>Tít %s</HeadLine><DateLine>March 2</DateLine></NewsLines>%s</NewsComponent>";
        String part =
                "<NewsComponent><Role FormalName='%s'/><ContentItem><DataContent>%s</DataContent></ContentItem></NewsComponent>";
        String first = part.formatted("Title", "Tít vi")
                + part.formatted("Lead", "Sapo.")
                + part.formatted("Body", "Thân bài.");
        String second =
                part.formatted("Title", "Tít en") + part.formatted("Lead", "Lead.") + part.formatted("Body", "Body.");
        String message =
                "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>p</ProviderId><DateId>20260302</DateId><NewsItemId>1</NewsItemId></NewsIdentifier></Identification><NewsComponent>%s%s</NewsComponent></NewsItem></NewsML>";

        RawItem item = item(
                message.formatted(component.formatted("vi", "vi", first), component.formatted("en", "en", second)));
        RawItem withoutLead = item(message.formatted(
                component.formatted("vi", "vi", first.replace("Sapo.", "")), component.formatted("en", "en", second)));

        assertThat(item.body()).isEqualTo("Sapo.\n\nThân bài.");
        assertThat(withoutLead.body()).isEqualTo("Thân bài.");
        assertThat(item.headline()).isEqualTo("Tít vi");
        assertThat(item.dateline()).as("a day is no place").isNull();
    }

    private static RawItem item(String xml) {
        return ((Reading.Item) read(xml).getFirst()).item();
    }

    private static List<Reading> read(String xml) {
        return new Formats()
                .read(new WireMessage(FEED, "text/xml", xml.getBytes(StandardCharsets.UTF_8), NOW))
                .orElseThrow();
    }
}

package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.RawItem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every format in XML must survive, and how it takes in characters. */
class HostileXmlFormatTests {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final Feed FEED = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    private static final String NITF =
            "<nitf><head><docdata><doc-id id-string='a'/></docdata></head><body><body.head><hedline><hl1>Tít</hl1></hedline></body.head><body.content><p>%s</p></body.content></body></nitf>";
    private static final String NEWSML_1 =
            "<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>a</NewsItemId></NewsIdentifier></Identification><NewsComponent><ContentItem><DataContent><p>%s</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>";
    private static final String NEWSML_G2 =
            "<newsMessage><itemSet><newsItem guid='a' version='1'><itemMeta/><contentSet><inlineXML><html><body><p>%s</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>";

    @ParameterizedTest
    @ValueSource(strings = {NITF, NEWSML_1, NEWSML_G2})
    void externalEntityIsNotReadButStaysAsItIsWritten(String message) {
        String attack = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + message;

        assertThat(item(attack.formatted("A &e; B").getBytes(StandardCharsets.UTF_8))
                        .body())
                .isEqualTo("A &e; B");
    }

    @ParameterizedTest
    @ValueSource(strings = {NITF, NEWSML_1, NEWSML_G2})
    void billionLaughsStayOne(String message) {
        var attack = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            attack.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
        }

        assertThat(item((attack + "]>" + message.formatted("&a29;")).getBytes(StandardCharsets.UTF_8))
                        .body())
                .isEqualTo("&a29;");
    }

    @ParameterizedTest
    @ValueSource(strings = {NITF, NEWSML_1, NEWSML_G2})
    void tenThousandLevelsAreRefused(String message) {
        String deep = "<b>".repeat(10_000) + "x" + "</b>".repeat(10_000);

        assertThat(read(message.formatted(deep))).singleElement().isInstanceOf(Reading.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {NITF, NEWSML_1, NEWSML_G2})
    void messageCutAtAnyByteIsRefusedUnlessTheItemIsWhole(String message) {
        byte[] whole = message.formatted("Hội nghị &amp; <b>họp</b>").getBytes(StandardCharsets.UTF_8);
        int itemEnd = new String(whole, StandardCharsets.ISO_8859_1)
                .replaceFirst("</(?:NewsML|itemSet)>.*", "")
                .length();

        for (int length = 0; length < whole.length; length++) {
            List<Reading> readings = read(Arrays.copyOf(whole, length));
            if (length < itemEnd) {
                assertThat(readings)
                        .as("cut at byte %d", length)
                        .singleElement()
                        .isInstanceOf(Reading.Malformed.class);
            } else {
                assertThat(readings).as("cut at byte %d", length).first().isInstanceOf(Reading.Item.class);
                assertThat(readings).hasSize(2).last().isInstanceOf(Reading.Refused.class);
            }
        }
        assertThat(item(whole).body()).isEqualTo("Hội nghị & họp");
    }

    /** Each of these took hours where something is looked up in a list for every element. */
    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "<newsItem guid='a' version='1'><itemMeta/><contentMeta>%1$s</contentMeta></newsItem>|<subject qcode='s:%d'/>",
                "<newsItem guid='a' version='1'><itemMeta/><contentMeta>%1$s</contentMeta>%1$s</newsItem>|<assert qcode='s:%d'/>",
                "<newsItem guid='a' version='1'><itemMeta/><contentMeta>%1$s</contentMeta>%1$s</newsItem>|<subject type='cpnat:person' qcode='s'><name>n</name></subject><assert qcode='s'/>",
                "<nitf><head><docdata><doc-id id-string='a'/></docdata><title>T</title></head><body><body.content>%1$s</body.content></body></nitf>|<note type='std'>%d</note>",
                "<newsItem guid='a' version='1'><itemMeta/><contentMeta><dateline>%1$s</dateline></contentMeta></newsItem>|-----"
            })
    void hundredThousandOfAnythingAreReadInLinearTime(String attack) {
        String[] parts = attack.split("\\|", -1);
        var many = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            many.append(parts[1].contains("%d") ? parts[1].replace("%d", Integer.toString(i)) : "-----");
        }

        assertThat(read(parts[0].replace("%1$s", many))).singleElement().isInstanceOf(Reading.Item.class);
    }

    @Test
    void charactersThatXmlForbidsAreLeftOut() {
        assertThat(item(NITF.formatted("A\u0000\u0008B &#0;&#x1f;C").getBytes(StandardCharsets.UTF_8))
                        .body())
                .isEqualTo("A B C");
    }

    @Test
    void itemThatTheXmlBreaksInCostsItsNeighboursNothing() {
        String item =
                "<newsItem guid='%s' version='1'><itemMeta/><contentMeta><headline>%s</headline></contentMeta></newsItem>";
        String message = "<newsMessage><itemSet>" + item.formatted("a", "Một") + "\n" + item.formatted("b", "Hai & Ba")
                + item.formatted("c", "Bốn") + "</itemSet></newsMessage>";

        assertThat(read(message))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Reading.Item.class),
                        second -> assertThat(second)
                                .isInstanceOfSatisfying(
                                        Reading.Refused.class,
                                        bad -> assertThat(bad.at()).startsWith("line 2, column ")),
                        third -> assertThat(third)
                                .isInstanceOfSatisfying(
                                        Reading.Item.class,
                                        good -> assertThat(good.item().headline())
                                                .isEqualTo("Bốn")));
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1", "windows-1252", "UTF-8", "UTF-16BE", "UTF-16LE", "utf8"})
    void declaredEncodingIsHonoured(String encoding) {
        String xml = "<?xml version='1.0' encoding='%s'?>".formatted(encoding)
                + NITF.formatted("Été à Huế").replace("ế", "é");

        assertThat(item(xml.getBytes(Charset.forName(encoding))).body()).isEqualTo("Été à Hué");
    }

    @Test
    void utf8ThatIsDeclaredAsSomethingElseIsStillUtf8() {
        String xml = "<?xml version='1.0' encoding='iso-8859-1'?>" + NITF.formatted("Huế");

        assertThat(item(xml.getBytes(StandardCharsets.UTF_8)).body()).isEqualTo("Huế");
    }

    @Test
    void bytesThatAreNotOfTheirEncodingAreReadAsTheyLookAndNoted() {
        String latin = NITF.formatted("é");

        for (String declaration :
                List.of("", "<?xml version='1.0' encoding='x-la'?>", "<?xml version='1.0' encoding='utf-8'?>")) {
            RawItem item = item((declaration + latin).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(item.body()).isEqualTo("é");
            assertThat(item.problems()).singleElement().asString().startsWith("charset: ");
        }
    }

    @Test
    void composedAndDecomposedLettersAreTheSameText() {
        String xml = NITF.formatted("Nguyễn Văn Thử");

        assertThat(item(Normalizer.normalize(xml, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo(item(xml.getBytes(StandardCharsets.UTF_8)).text());
    }

    @Test
    void entitiesAreReadOnce() {
        String xml = NITF.formatted("A&amp;amp;B &eacute;t&#233; &#x110;");

        assertThat(item(xml.getBytes(StandardCharsets.UTF_8)).body()).isEqualTo("A&amp;B été Đ");
    }

    @ParameterizedTest
    @CsvSource({
        "application/xml; charset=utf-8, nitf, nitf",
        "text/xml, NewsML, newsml-1",
        "application/soap+xml, newsMessage, newsml-g2",
        "application/vnd.iptc.g2.newsitem+xml, newsItem, newsml-g2",
        "application/nitf+xml, nitf, nitf",
        "application/xml, rss, ''",
        "text/html, nitf, ''"
    })
    void formatIsKnownByTypeAndRootElement(String type, String root, String format) {
        byte[] bytes = "<!DOCTYPE x SYSTEM 'x.dtd'><x:%s xmlns:x='urn:x'/>"
                .formatted(root)
                .getBytes(StandardCharsets.UTF_8);
        var message = new WireMessage(FEED, type, bytes, NOW);
        List<WireFormat> formats = List.of(new NitfFormat(), new NewsMl1Format(), new NewsMlG2Format());

        Optional<String> claiming = formats.stream()
                .filter(candidate -> candidate.claims(new WireContent(message, 10)))
                .map(WireFormat::name)
                .findFirst();
        assertThat(claiming.orElse("")).isEqualTo(format);
    }

    private static RawItem item(byte[] bytes) {
        return ((Reading.Item) read(bytes).getFirst()).item();
    }

    private static List<Reading> read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Reading> read(byte[] bytes) {
        return new Formats()
                .read(new WireMessage(FEED, "application/xml", bytes, NOW))
                .orElseThrow();
    }
}

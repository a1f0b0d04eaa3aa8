package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Media;
import dongtin.message.RawItem.Subject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RssFormatTests {

    private static final String FULL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"
                 xmlns:media="http://search.yahoo.com/mrss">
             <channel><title>Tin mẫu</title><language>vi-vn</language><image><title>Hình kênh</title></image>
              <item><title>Khai mạc hội nghị</title><link>https://news.example/1?a=1&amp;b=2</link>
               <guid isPermaLink="false">mau-1</guid><pubDate>Thứ 5, 28/05/2026 17:00:00 GMT+7</pubDate>
               <description>Tóm tắt ngắn.</description>
               <content:encoded><![CDATA[<p>Đoạn <b>một</b>.</p><p>Đoạn hai, <a href="/hai">xem</a>.<script>x()</script></p>]]></content:encoded>
               <d:creator>Lê Thử</d:creator><author>desk@news.example (Lê Thử)</author>
               <category domain="medtop">11000000</category><category>Chính trị</category>
               <enclosure url="https://news.example/1.mp3" type="audio/mpeg" length="1"/>
               <media:group><media:content url="https://news.example/1.jpg" medium="image"><media:title>Vườn</media:title></media:content></media:group>
              </item>
              <item><title>Hai</title><guid>https://news.example/2</guid></item>
             </channel></rss>
            """;

    @Test
    void everyPartOfAnItemHasItsField() {
        RawItem item = items(FULL).getFirst();

        assertThat(item.guid()).isEqualTo("mau-1");
        assertThat(item.headline()).isEqualTo("Khai mạc hội nghị");
        assertThat(item.subheadline()).isEqualTo("Tóm tắt ngắn.");
        assertThat(item.body()).isEqualTo("Đoạn một.\n\nĐoạn hai, xem.");
        assertThat(item.bodyHtml())
                .isEqualTo("<p>Đoạn <b>một</b>.</p><p>Đoạn hai, <a href=\"https://news.example/hai\">xem</a>.</p>");
        assertThat(item.link()).isEqualTo(URI.create("https://news.example/1?a=1&b=2"));
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.firstCreated()).isEqualTo("2026-05-28T10:00:00Z");
        assertThat(item.version())
                .isEqualTo(Instant.parse("2026-05-28T10:00:00Z").toEpochMilli());
        assertThat(item.bylines()).containsExactly("Lê Thử");
        assertThat(item.subjects())
                .containsExactly(new Subject("medtop:11000000", "11000000"), new Subject(null, "Chính trị"));
        assertThat(item.media())
                .containsExactly(
                        new Media("audio", URI.create("https://news.example/1.mp3"), null),
                        new Media("picture", URI.create("https://news.example/1.jpg"), "Vườn"));
        assertThat(item.problems()).isEmpty();
    }

    @Test
    void guidThatIsALinkIsOneAndAMissingTimeIsNoted() {
        RawItem item = items(FULL).get(1);

        assertThat(item.link()).isEqualTo(URI.create("https://news.example/2"));
        assertThat(item.version()).isEqualTo(FeedMessages.NOW.toEpochMilli());
        assertThat(item.problems()).containsExactly("pubDate: no time, ordered by receipt");
    }

    @Test
    void itemsOfRdfStandBesideTheChannel() {
        List<RawItem> items = items("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                         xmlns:dc="http://purl.org/dc/elements/1.1/">
                 <channel rdf:about="https://news.example/"><title>Tin mẫu</title><dc:language>en</dc:language></channel>
                 <item rdf:about="https://news.example/1"><title>One</title><dc:date>2026-05-28T17:00:00+07:00</dc:date>
                  <dc:creator>A Tester</dc:creator><dc:subject>politics</dc:subject></item></rdf:RDF>
                """);

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.guid()).isEqualTo("https://news.example/1");
            assertThat(item.link()).isEqualTo(URI.create("https://news.example/1"));
            assertThat(item.language()).isEqualTo("en");
            assertThat(item.firstCreated()).isEqualTo("2026-05-28T10:00:00Z");
            assertThat(item.bylines()).containsExactly("A Tester");
            assertThat(item.subjects()).containsExactly(new Subject(null, "politics"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<![CDATA[Ng&ocirc;i sao]]> | Ngôi sao",
                "M&amp;amp;A | M&A",
                "M&amp;A | M&A",
                "2 &lt; 3 | 2 < 3",
                "Một &lt;b&gt;hai&lt;/b&gt; | Một hai",
                "Thẻ &lt;title&gt; | Thẻ <title>",
                "Ng&ocirc;i sao | Ngôi sao",
                "Ti\u0301t | Tít",
                "&#xE2;&#x80;&#xA6; | …",
                "Tiáº¿ng | Tiếng",
                "Caf&#233; | Café"
            })
    void titleIsPlainWords(String xml, String headline) {
        assertThat(items(rss("<title>" + xml + "</title><guid>1</guid>"))
                        .getFirst()
                        .headline())
                .isEqualTo(headline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<![CDATA[<a href=\"x\"><img src=\"y\"></a></br>Hai pháo.]]> | Hai pháo.",
                "&lt;p&gt;Một&lt;/p&gt;&lt;p&gt;Hai&lt;/p&gt; | Một / Hai",
                "&amp;lt;p&amp;gt;Một&amp;lt;/p&amp;gt; | Một",
                "Một <b>hai</b><br/>ba | Một hai / ba",
                "Ng&amp;ocirc;i sao &amp;amp; trăng | Ngôi sao & trăng",
                "2 &lt; 3 | 2 < 3"
            })
    void descriptionIsReadAsText(String xml, String body) {
        assertThat(items(rss("<guid>1</guid><description>" + xml + "</description>"))
                        .getFirst()
                        .body()
                        .replaceAll("\n+", " / "))
                .isEqualTo(body);
    }

    @Test
    void itemsUnderOneGuidAreKeptApartWithAWarning() {
        List<RawItem> items = items(channel(item("g", "Một", "") + item("g", "Hai", "") + item("g", "Một", "")));

        assertThat(items).extracting(RawItem::guid).containsOnly("g");
        assertThat(items.get(0).id())
                .isEqualTo(items(channel(item("g", "Khác", ""))).getFirst().id());
        assertThat(items.get(1).id()).isNotEqualTo(items.get(0).id());
        assertThat(items.get(2).id()).isEqualTo(items.get(0).id());
        assertThat(items.get(0).problems()).contains("guid: g is another item's too");
        assertThat(items.get(1).problems()).contains("guid: g is another item's too");
    }

    @Test
    void guidlessItemIsTheSameAtEveryReading() {
        String feed = rss("<description>Chỉ có lời.</description>");
        RawItem item = items(feed).getFirst();

        assertThat(item.guid()).isNull();
        assertThat(item.id()).isEqualTo(items(feed).getFirst().id());
        assertThat(item.problems()).contains("guid: absent, derived from the text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<pubDate>hôm qua</pubDate> | pubDate: hôm qua",
                "<link>javascript:alert(1)</link> | link: javascript:alert(1)",
                "<link>chi-muc.html</link> | link: chi-muc.html",
                "<enclosure url='file:///etc/passwd'/> | enclosure: file:///etc/passwd"
            })
    void whatCanNotBeReadIsKeptRaw(String part, String problem) {
        assertThat(items(rss("<guid>1</guid><title>Tít</title>" + part))
                        .getFirst()
                        .problems())
                .contains(problem);
    }

    @Test
    void baseIsResolvedThroughItsChain() {
        RawItem item = items("""
                <rss version="2.0" xml:base="https://news.example/a/"><channel xml:base="b/"><item xml:base="c/">
                <title>Tít</title><link>d e.html</link></item></channel></rss>""").getFirst();

        assertThat(item.link()).isEqualTo(URI.create("https://news.example/a/b/c/d%20e.html"));
    }

    @Test
    void brokenItemCostsItsNeighboursNothing() {
        List<Reading> readings =
                read(channel(item("1", "Một", "") + "\n<item><title>A & B</title><guid>2</guid></item>\n"
                        + item("3", "Ba", "") + "<item/>" + item("4", "Bốn", "")));

        assertThat(readings).hasSize(5);
        assertThat(readings.get(1)).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.at()).startsWith("line 2, column 1");
            assertThat(refused.reason()).startsWith("no XML");
        });
        assertThat(((Reading.Item) readings.get(2)).item().guid()).isEqualTo("3");
        assertThat(readings.get(3)).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Item) readings.get(4)).item().guid()).isEqualTo("4");
    }

    @Test
    void undeclaredPrefixesAndForbiddenCharactersAreNoReasonToRefuse() {
        RawItem item = items(rss("<guid>1</guid><title>T\u0001í&#0;&#x1f;t</title><dc:creator>Lê Thử</dc:creator>"))
                .getFirst();

        assertThat(item.headline()).isEqualTo("T í t");
        assertThat(item.bylines()).containsExactly("Lê Thử");
    }

    @Test
    void doctypeIsSkippedAndItsEntitiesAreNeverExpanded() {
        String bomb = "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://127.0.0.1:9/rss.dtd' ["
                + "<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
        RawItem item = items(bomb + rss("<guid>1</guid><title>T &b; &x; &nbsp;t</title>"))
                .getFirst();

        assertThat(item.headline()).isEqualTo("T &b; &x; t");
    }

    @Test
    void entityInAnAttributeDoesNoHarm() {
        assertThat(read("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                        + channel(item("1", "Một", "<enclosure url='https://news.example/&x;'/>")
                                + item("2", "Hai", ""))))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<item>", "<a>", "<item><description>", "<item ", "<div>"})
    void deepNestingEndsSoon(String tag) {
        String deep = "<rss><channel>" + item("1", "Một", "") + tag.repeat(200_000);

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(read(deep))
                        .hasSizeBetween(1, 2_002)
                        .filteredOn(Reading.Item.class::isInstance)
                        .hasSizeLessThan(2));
    }

    @Test
    void deepHtmlEndsSoon() {
        String deep = rss("<guid>1</guid><description><![CDATA[" + "<div>".repeat(100_000) + "x]]></description>");

        assertThat(read(deep)).singleElement().isInstanceOf(Reading.Refused.class);
    }

    @Test
    void cutAnywhereItIsReadOrRefusedAndNeverFails() {
        byte[] whole = FULL.getBytes(StandardCharsets.UTF_8);

        for (int end = 1; end < whole.length; end++) {
            byte[] cut = Arrays.copyOf(whole, end);
            assertThatCode(() -> assertThat(FeedMessages.read("application/rss+xml", cut))
                            .isNotEmpty())
                    .as("cut at %d", end)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void mutantsAreReadOrRefusedAndNeverFail(long seed) {
        var random = new Random(seed);
        byte[] whole = FULL.getBytes(StandardCharsets.UTF_8);
        String types = "application/rss+xml application/atom+xml application/feed+json application/json text/plain";
        for (int i = 0; i < 2_000; i++) {
            byte[] mutant = whole.clone();
            for (int change = random.nextInt(8); change >= 0; change--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            String type = types.split(" ", -1)[i % 25 == 0 ? random.nextInt(5) : 0];
            assertThatCode(() -> assertThat(FeedMessages.read(type, mutant)).isNotEmpty())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void manyAuthorsAndCommentsEndSoon() {
        var authors = new StringBuilder();
        IntStream.range(0, 100_000)
                .forEach(i -> authors.append("<dc:creator>a").append(i).append("</dc:creator>"));
        String comments = "<!--".repeat(500_000);

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(items(rss("<guid>1</guid><title>Tít</title>" + authors))
                            .getFirst()
                            .bylines())
                    .hasSize(100_000);
            assertThat(read(comments)).singleElement().isInstanceOf(Reading.Malformed.class);
        });
    }

    @Test
    void rootIsFoundBehindCommentsAndDoctype() {
        String start = "<?xml version='1.0'?><!-- <feed> --><!DOCTYPE rss [<!ENTITY a '<feed>'>] >";

        assertThat(XmlMessage.root((start + "<rss>").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("rss");
    }

    @Test
    void cutInTheSecondItemTheFirstIsKept() {
        List<Reading> readings = read(FULL.substring(0, FULL.indexOf("<guid>https")));

        assertThat(readings).hasSize(2);
        assertThat(readings.get(0)).isInstanceOf(Reading.Item.class);
        assertThat(readings.get(1)).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/rss+xml", "application/xml", "text/xml; charset=utf-8", "application/atom+xml"})
    void rootDecidesWhateverTheTypeSays(String type) {
        assertThat(FeedMessages.items(type, FULL))
                .allSatisfy(item -> assertThat(item.original().format()).isEqualTo("rss"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "no XML at all", "<html><body>x</body></html>", "<rss/>", "<rss><channel/></rss>"})
    void whatIsNoFeedIsRefusedAsAWhole(String text) {
        assertThat(read(text)).singleElement().isInstanceOf(Reading.Malformed.class);
    }

    private static String rss(String item) {
        return channel("<item>" + item + "</item>");
    }

    private static String item(String guid, String title, String more) {
        return "<item><guid>%s</guid><title>%s</title>%s</item>".formatted(guid, title, more);
    }

    private static String channel(String items) {
        return "<rss version=\"2.0\"><channel><title>Tin mẫu</title>" + items + "</channel></rss>";
    }

    private static List<RawItem> items(String feed) {
        return FeedMessages.items("application/rss+xml", feed);
    }

    private static List<Reading> read(String feed) {
        return FeedMessages.read("application/rss+xml", feed);
    }
}

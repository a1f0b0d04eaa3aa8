package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds too much is read to the limit and no further, and is refused where the limit was passed. */
class ExcessTests {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");
    private static final Feed FEED = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    private static final int ITEMS = 5;

    /** Behind the limit follows what can not be read: who read on would say so instead. */
    private static final String UNREADABLE = "<<<{{{";

    static Stream<Arguments> tooManyItems() {
        return Stream.of(
                xml("<rss><channel>", "<item/>", "line 1, column 50"),
                xml("<rss><channel>", "<item><title>Tít</title></item>", "line 1, column 170"),
                xml("<rdf:RDF>", "<item/>", "line 1, column 45"),
                xml("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry/>", "line 1, column 83"),
                xml("<newsMessage><itemSet>", "<newsItem/>", "line 1, column 78"),
                xml("<NewsML>", "<NewsItem/>", "line 1, column 64"),
                json("[", "{}", "/5"),
                json("[", "{\"uri\": \"u\", \"headline\": \"Tít\"}", "/5"),
                json("[", "0", "/5"),
                json("[", "[[[]]]", "/5"),
                json("{\"x\": [1,2,3,4,5,6,7], \"items\": [", "{\"tags\": [1,2,3,4,5,6,7]}", "/items/5"),
                json("{\"item\": [", "{\"uri\": \"u\"}", "/item/5"),
                json("{\"articles\": [", "{\"title\": \"Tít\"}", "/articles/5"),
                json("{\"entries\": [", "{\"urn\": \"u\", \"entry_id\": \"e\"}", "/entries/5"),
                json("{\"data\": {\"items\": [", "{\"item\": {}}", "/data/items/5"),
                text("\u0001a1 4 p 1\n\u0002Tít =\nĐoạn.\u0003021137 GMT Mar 26\n", "line 16"),
                text("\u0001", "line 1"),
                text("\u0016\u0001a0001\nr f bc-x 01-01 0001\n\u0002^Tít<\n\u0003", "line 16"));
    }

    private static Arguments xml(String start, String item, String at) {
        return Arguments.of("application/xml", start, item, "", at);
    }

    private static Arguments json(String start, String item, String at) {
        return Arguments.of("application/json", start, item, ",", at);
    }

    private static Arguments text(String item, String at) {
        return Arguments.of("text/plain", "", item, "", at);
    }

    @ParameterizedTest
    @MethodSource("tooManyItems")
    void itemsAreReadUpToTheLimitAndNoFurther(String type, String start, String item, String between, String at) {
        String message = start + many(ITEMS + 1, item, between) + between + UNREADABLE;

        assertThat(read(type, message))
                .singleElement()
                .isEqualTo(new Reading.Excessive(at, "more than 5 items in a message"));
    }

    @ParameterizedTest
    @MethodSource("tooManyItems")
    void asManyItemsAsThereMayBeAreRead(String type, String start, String item, String between, String at) {
        assertThat(read(type, start + many(ITEMS, item, between)))
                .noneMatch(reading -> reading instanceof Reading.Excessive);
    }

    static Stream<Arguments> tooMuchOfWhatItemsAreMadeOf() {
        String attributes = IntStream.range(0, 150)
                .mapToObj(i -> " %c%c=''".formatted('a' + i / 26, 'a' + i % 26))
                .collect(Collectors.joining());
        return Stream.of(
                xml("<rss><channel><item><title>Tít</title>", "<a/>"),
                xml("<rss><channel>", "<a/>"),
                xml("<rss><channel><item>", "<a b='c'/>"),
                xml("<rss><channel><item>", "<a" + attributes + "/>"),
                xml("<nitf><body><body.content>", "<p/>"),
                xml("<newsItem guid='g'><itemMeta/><contentSet><inlineXML>", "<p>x<b/></p>"),
                xml("<NewsML><NewsItem>", "<b><i/></b>"),
                json("{\"uri\": \"u\", \"x\": [", "0"),
                json("{\"uri\": \"u\", \"x\": [", "{}"),
                json("{\"uri\": \"u\", \"x\": [", "{\"a\": [[1]]}"),
                json("{\"uri\": \"u\", \"x\": 1,", "\"a\": 1"));
    }

    private static Arguments xml(String start, String part) {
        return Arguments.of("application/xml", start, part, "", "line 1, column \\d+", "elements and attributes");
    }

    private static Arguments json(String start, String part) {
        return Arguments.of("application/json", start, part, ",", "(/x|/a).*", "values");
    }

    @ParameterizedTest
    @MethodSource("tooMuchOfWhatItemsAreMadeOf")
    void partsOfItemsAreReadUpToTheLimitAndNoFurther(
            String type, String start, String part, String between, String at, String what) {
        String message = start
                + many(Math.min(100_001, 790_000 / (part + between).length()), part, between)
                + between
                + UNREADABLE;

        assertThat(read(type, message)).singleElement().isInstanceOfSatisfying(Reading.Excessive.class, all -> {
            assertThat(all.at()).matches(at);
            assertThat(all.reason()).isEqualTo("more than 100000 %s in a message".formatted(what));
        });
    }

    @Test
    void longMessageMayHaveMoreOfThem() {
        String message = "<rss><channel><item><title>Tít</title>" + "<a>Mười chữ.</a>".repeat(150_000)
                + "</item></channel></rss>";

        assertThat(read("application/xml", message)).singleElement().isInstanceOf(Reading.Item.class);
    }

    static Stream<String> monstrousHtml() {
        return Stream.of(
                "<p>".repeat(30_000),
                "<b><i>".repeat(30_000),
                "<p>Đoạn</p>".repeat(30_000),
                "<div>".repeat(30_000),
                "<table><b>".repeat(30_000),
                "<a><div>".repeat(30_000) + "</a>",
                "<!---->".repeat(250_000),
                IntStream.range(0, 5_000)
                        .mapToObj(i -> "<p><font size=%d>".formatted(i))
                        .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @MethodSource("monstrousHtml")
    void monstrousHtmlCostsItsItemAndNoOther(String html) {
        String rss =
                "<rss><channel><item><title>Một</title></item><item><title>Hai</title><description><![CDATA[%s x <b>x</b>]]></description></item><item><title>Ba</title></item></channel></rss>";
        String atom =
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Một</title></entry><entry><title>Hai</title><content type='html'><![CDATA[%s x <b>x</b>]]></content></entry><entry><title>Ba</title></entry></feed>";
        String ninjs =
                "[{\"uri\": \"1\", \"headline\": \"Một\"}, {\"uri\": \"2\", \"headline\": \"Hai\", \"body_html\": \"%s\"}, {\"uri\": \"3\", \"headline\": \"Ba\"}]";
        String article =
                "[{\"id\": \"1\", \"title\": \"Một\"}, {\"id\": \"2\", \"title\": \"Hai\", \"body_html\": \"%s\"}, {\"id\": \"3\", \"title\": \"Ba\"}]";
        String jsonFeed =
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\", \"title\": \"Một\"}, {\"id\": \"2\", \"content_html\": \"%s\"}, {\"id\": \"3\", \"title\": \"Ba\"}]}";

        for (String message : List.of(rss, atom)) {
            requireThatOnlyTheSecondIsRefused(read("application/xml", message.formatted(html)));
        }
        for (String message : List.of(ninjs, article, jsonFeed)) {
            requireThatOnlyTheSecondIsRefused(read("application/json", message.formatted(html)));
        }
    }

    private static void requireThatOnlyTheSecondIsRefused(List<Reading> readings) {
        assertThat(readings)
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(Reading.Item.class),
                        two -> assertThat(two).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
                            assertThat(refused.at()).matches("line 1, column \\d+|(?:/items)?/1");
                            assertThat(refused.reason())
                                    .matches(
                                            "more than 25000 elements in a text of HTML|more than 200000 tags in a text of HTML");
                        }),
                        three -> assertThat(three).isInstanceOf(Reading.Item.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void depthIsRefusedWithItsPlace(String open) {
        assertThat(read("application/json", "\n" + open.repeat(10_000)))
                .singleElement()
                .isInstanceOfSatisfying(Reading.Malformed.class, all -> {
                    assertThat(all.at()).startsWith("line 2, column ");
                    assertThat(all.reason()).contains("nesting depth (201)");
                });
    }

    @Test
    void longTableIsNoMonster() {
        String table = "<table>" + "<tr><td>a</td><td>b</td><td>c</td></tr>".repeat(6_000) + "</table>";

        assertThat(HtmlText.of(table).text().lines()).hasSizeGreaterThan(5_000);
    }

    @Test
    void htmlIsReadTheSameWhetherItIsCountedOrNot() {
        String html = "<p>Một <b>hai</b></p><ul><li>ba<li>bốn</ul>x<title>t</title><td>y";

        HtmlText plain = HtmlText.of(html);
        HtmlText counted = HtmlText.of(html + "<!-- -->".repeat(3_000));

        assertThat(counted).isEqualTo(plain);
    }

    @Test
    void emptyItemsCostTheirNeighboursNothing() {
        assertThat(read(
                        "application/xml",
                        "<rss><channel><item/><item/><item><title>Tít</title></item><item/></channel></rss>"))
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(Reading.Refused.class),
                        two -> assertThat(two).isInstanceOf(Reading.Refused.class),
                        three -> assertThat(three).isInstanceOf(Reading.Item.class),
                        four -> assertThat(four).isInstanceOf(Reading.Refused.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<item a=b><title>Hai</title></item>", "<item %s/>"})
    void itemWhoseOwnTagBreaksIsRefusedWhereverItStands(String broken) {
        String attributes =
                IntStream.range(0, 300).mapToObj(i -> "a%d='1'".formatted(i)).collect(Collectors.joining(" "));
        String item = broken.formatted(attributes);
        String good = "<item><title>Tít</title></item>";

        assertThat(read("application/xml", "<rss><channel>" + item + item + good + item + "</channel></rss>"))
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(Reading.Refused.class),
                        two -> assertThat(two).isInstanceOf(Reading.Refused.class),
                        three -> assertThat(three).isInstanceOf(Reading.Item.class),
                        four -> assertThat(four).isInstanceOf(Reading.Refused.class));
    }

    @Test
    void prefixesThatEveryElementDeclaresTakeNoMoreThanTheirOwnRoom() {
        String around = IntStream.range(0, 150)
                .mapToObj(i -> " xmlns:p%d='v%d'".formatted(i, i))
                .collect(Collectors.joining());
        String message = "<rss><channel><item%s>%s<q:title xmlns:q=''>Tít</q:title></item></channel></rss>"
                .formatted(around, "<p1:a xmlns:q='http://purl.org/dc/elements/1.1/'/>".repeat(20_000));

        assertThat(read("application/xml", message))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reading.Item.class,
                        one -> assertThat(one.item().headline()).isEqualTo("Tít"));
    }

    static Stream<Arguments> mails() {
        String start = "From: a@news.example\nTo: b@news.example\nSubject: Tit\n";
        String parts = start + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
        return Stream.of(
                Arguments.of(parts + "--b\n\nx\n".repeat(1_001), "part 1001", "more than 1000 parts in an e-mail"),
                Arguments.of(
                        parts + "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nx\n--c--\n".repeat(600),
                        "part 1001",
                        "more than 1000 parts in an e-mail"),
                Arguments.of(
                        start + "a: b\n".repeat(20_000) + "\nx",
                        "header line 20001",
                        "more than 20000 lines of header in an e-mail"),
                Arguments.of(
                        parts + "--b\n" + "a: b\n".repeat(20_000) + "\nx",
                        "header line 20001",
                        "more than 20000 lines of header in an e-mail"));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void mailIsReadUpToTheLimitAndNoFurther(String mail, String at, String reason) {
        assertThat(read("message/rfc822", mail)).singleElement().isEqualTo(new Reading.Excessive(at, reason));
    }

    @Test
    void headerOfHalfAMillionEncodedWordsIsOneLine() {
        String mail = "From: a@news.example\nTo: b@news.example\nSubject: " + "=?utf-8?q?b?=\n ".repeat(500_000)
                + "\n\nĐoạn.";

        assertThat(read("message/rfc822", mail))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reading.Item.class,
                        one -> assertThat(one.item().headline()).isEqualTo("b".repeat(500_000)));
    }

    @Test
    void lineOfTooManyKeywordsCostsItsStoryAndNoOther() {
        String story = "\u0001bmt04%d 4 p 211 BTM 061\n%s\n\u0002Tít =\nĐoạn.\u0003021137 GMT Mar 26";

        assertThat(read("text/plain", story.formatted(1, "a/".repeat(2_000)) + story.formatted(2, "a/b")))
                .satisfiesExactly(
                        one -> assertThat(one)
                                .isEqualTo(new Reading.Refused("line 1", "more than 1000 keywords in a line")),
                        two -> assertThat(two).isInstanceOf(Reading.Item.class));
    }

    private static String many(int count, String part, String between) {
        return String.join(between, java.util.Collections.nCopies(count, part));
    }

    private static List<Reading> read(String type, String message) {
        return new Formats(ITEMS)
                .read(new WireMessage(FEED, type, message.getBytes(StandardCharsets.UTF_8), NOW))
                .orElseThrow();
    }
}

package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRootFormatTests {

    private static final String NEWS_ITEM =
            "<newsItem guid='urn:mau:1' version='1'><itemMeta/><contentMeta><headline>Tít</headline></contentMeta></newsItem>";
    private static final String NITF =
            "<nitf><body><body.head><hedline><hl1>Tít</hl1></hedline></body.head></body></nitf>";
    private static final String RSS =
            "<rss><channel><item><guid>urn:mau:1</guid><title>Tít</title></item></channel></rss>";
    private static final String ATOM =
            "<entry xmlns='http://www.w3.org/2005/Atom'><id>urn:mau:1</id><title>Tít</title></entry>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/xml",
                "application/rss+xml",
                "application/rdf+xml",
                "application/atom+xml"
            })
    void rootDecidesAmongFeedsAndNewsFormats(String type) {
        assertThat(List.of(NEWS_ITEM, NITF, RSS, ATOM))
                .extracting(xml ->
                        FeedMessages.items(type, xml).getFirst().original().format())
                .containsExactly(new NewsMlG2Format().name(), new NitfFormat().name(), "rss", "atom");
    }

    @ParameterizedTest
    @CsvSource({
        "application/xml, ''",
        "application/xml, no XML",
        "text/xml, <<",
        "application/rss+xml, <<",
        "application/atom+xml, no XML",
        "application/vnd.iptc.g2.newsitem+xml, <<"
    })
    void xmlOfUnreadableRootIsMalformedAtALineAndColumn(String type, String text) {
        assertThat(FeedMessages.read(type, text))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reading.Malformed.class, bad -> assertThat(bad.at()).matches("line \\d+, column \\d+"));
    }
}

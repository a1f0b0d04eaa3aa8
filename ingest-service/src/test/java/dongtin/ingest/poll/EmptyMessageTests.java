package dongtin.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.format.Feed;
import dongtin.ingest.format.Formats;
import dongtin.ingest.format.Reading;
import dongtin.ingest.format.WireMessage;
import dongtin.ingest.raw.Taken;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A feed on a day without news is in order, whatever its format; a page that is no feed is not. */
class EmptyMessageTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    application/rss+xml  | <rss version="2.0"><channel><title>t</title></channel></rss>                          | true
                    application/atom+xml | <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title></feed>                      | true
                    application/json     | {"version": "https://jsonfeed.org/version/1.1", "items": []}                           | true
                    application/json     | []                                                                                    | true
                    application/xml      | <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet/></newsMessage>     | true
                    application/xml      | <NewsML><NewsEnvelope/></NewsML>                                                      | true
                    application/rss+xml  | <html><body><p>Bảo trì</p></body></html>                                              | false
                    application/json     | {                                                                                     | false
                    application/xml      | <newsMessage                                                                          | false
                    """)
    void isInOrder(String type, String body, boolean inOrder) {
        var feed = new Feed("f", "Hãng mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);
        var message = new WireMessage(feed, type, body.strip().getBytes(UTF_8), Instant.EPOCH);

        assertThat(new Formats().read(message).orElseThrow()).singleElement().satisfies(reading -> {
            var malformed = (Reading.Malformed) reading;
            assertThat(new Taken.Unreadable(malformed.at(), malformed.reason()).empty())
                    .isEqualTo(inOrder);
        });
    }
}

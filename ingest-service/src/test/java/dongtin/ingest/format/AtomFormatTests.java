package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Media;
import dongtin.message.RawItem.Subject;
import dongtin.message.Status;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtomFormatTests {

    private static final String FULL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi" xml:base="https://news.example/">
             <title>Tin mẫu</title><author><name>Ban biên tập</name></author><updated>2026-05-28T17:00:00Z</updated>
             <entry xml:base="a/"><id>urn:mau:1</id><title type="html">M&amp;amp;A &amp;lt;mới&amp;gt;</title>
              <link rel="self" href="1.atom"/><link href="1.html"/><link rel="enclosure" href="1.jpg" type="image/jpeg" title="Vườn"/>
              <published>2026-05-28T17:00:00+07:00</published><updated>2026-05-28T18:00:00+07:00</updated>
              <author><name>Lê Thử</name><email>x@news.example</email></author>
              <category term="pol" scheme="https://news.example/terms" label="Chính trị"/><category term="huế"/>
              <summary>A &lt; B</summary>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Một <b>hai</b><br/>ba &lt; bốn.</p><p><a href="c">Năm</a></p></div></content>
             </entry>
             <entry><id>urn:mau:2</id><title>Hai</title><updated>2026-05-28T18:00:00Z</updated><content>2 &lt;b&gt; 3</content></entry>
            </feed>
            """;

    @Test
    void everyPartOfAnEntryHasItsField() {
        RawItem item = items(FULL).getFirst();

        assertThat(item.guid()).isEqualTo("urn:mau:1");
        assertThat(item.headline()).isEqualTo("M&A <mới>");
        assertThat(item.subheadline()).isEqualTo("A < B");
        assertThat(item.body()).isEqualTo("Một hai\nba < bốn.\n\nNăm");
        assertThat(item.bodyHtml()).contains("<a href=\"https://news.example/a/c\">Năm</a>");
        assertThat(item.link()).isEqualTo(URI.create("https://news.example/a/1.html"));
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.firstCreated()).isEqualTo("2026-05-28T10:00:00Z");
        assertThat(item.versionCreated()).isEqualTo("2026-05-28T11:00:00Z");
        assertThat(item.bylines()).containsExactly("Lê Thử");
        assertThat(item.subjects())
                .containsExactly(new Subject("https://news.example/terms#pol", "Chính trị"), new Subject(null, "huế"));
        assertThat(item.media())
                .containsExactly(new Media("picture", URI.create("https://news.example/a/1.jpg"), "Vườn"));
        assertThat(item.problems()).isEmpty();
    }

    @Test
    void plainContentStaysPlainAndTheFeedsAuthorIsMeant() {
        RawItem item = items(FULL).get(1);

        assertThat(item.body()).isEqualTo("2 <b> 3");
        assertThat(item.bodyHtml()).isNull();
        assertThat(item.bylines()).containsExactly("Ban biên tập");
    }

    @Test
    void entriesUnderOneIdAreVersionsIfTheirTimesDiffer() {
        List<RawItem> items = items(feed(entry("1", "Một", "2026-01-01T00:00:00Z")
                + entry("1", "Hai", "2026-01-02T00:00:00Z")
                + entry("1", "Ba", "2026-01-01T00:00:00Z")));

        assertThat(items.get(1).id()).isEqualTo(items.get(0).id());
        assertThat(items.get(1).version()).isGreaterThan(items.get(0).version());
        assertThat(items.get(2).id()).isNotEqualTo(items.get(0).id());
        assertThat(items.get(2).problems()).containsExactly("guid: 1 is another item's too");
    }

    @Test
    void deletedEntryIsCancelledAndADraftWithheld() {
        List<RawItem> items = items(feed("""
                <at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="1" when="2026-01-02T00:00:00Z"/>"""
                + entry("1", "Một", "2026-01-01T00:00:00Z")
                + entry("2", "Hai", "2026-01-01T00:00:00Z")
                        .replace("</entry>", "<app:control><app:draft>yes</app:draft></app:control></entry>")));

        assertThat(items).extracting(RawItem::status).containsExactly(Status.CANCELED, Status.USABLE, Status.WITHHELD);
        assertThat(items.get(0).id()).isEqualTo(items.get(1).id());
        assertThat(items.get(0).order()).isGreaterThan(items.get(1).order());
    }

    @Test
    void singleEntryIsADocumentOfItsOwn() {
        String entry = entry("1", "Một", "2026-01-01T00:00:00Z");

        assertThat(items(entry.replace("<entry>", "<entry xmlns='http://www.w3.org/2005/Atom'>")))
                .singleElement()
                .satisfies(item -> assertThat(item.headline()).isEqualTo("Một"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<updated>hôm qua</updated> | updated: hôm qua",
                "<link href='ftp://news.example/1'/> | link: ftp://news.example/1",
                "<content type='application/pdf'>JVBERi0=</content> | content: application/pdf in Base64"
            })
    void whatCanNotBeReadIsKeptRaw(String part, String problem) {
        assertThat(items(feed("<entry><id>1</id><title>Tít</title>" + part + "</entry>"))
                        .getFirst()
                        .problems())
                .contains(problem);
    }

    @Test
    void cutAnywhereItIsReadOrRefusedAndNeverFails() {
        byte[] whole = FULL.getBytes(StandardCharsets.UTF_8);

        for (int end = 1; end < whole.length; end++) {
            byte[] cut = Arrays.copyOf(whole, end);
            assertThatCode(() -> assertThat(FeedMessages.read("application/atom+xml", cut))
                            .isNotEmpty())
                    .as("cut at %d", end)
                    .doesNotThrowAnyException();
        }
    }

    private static String entry(String id, String title, String updated) {
        return "<entry><id>%s</id><title>%s</title><updated>%s</updated></entry>".formatted(id, title, updated);
    }

    private static String feed(String entries) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Tin mẫu</title>" + entries + "</feed>";
    }

    private static List<RawItem> items(String feed) {
        return FeedMessages.items("application/atom+xml", feed);
    }
}

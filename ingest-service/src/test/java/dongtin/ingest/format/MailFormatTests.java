package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.message.RawItem;
import dongtin.message.RawItem.Media;
import dongtin.message.Status;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailFormatTests {

    private static final Instant NOW = Instant.parse("2026-03-03T05:00:00Z");
    private static final String HEADER =
            "From: Le Thu <thu@news.example>\nDate: Mon, 2 Mar 2026 18:37:00 +0700 (ICT)\nMessage-ID: <1@news.example>\n";

    @Test
    void partsOfAMailHaveTheirFields() {
        RawItem item =
                item(HEADER + "Subject: Tit\nContent-Language: vi\nKeywords: mot, hai\n\nĐoạn một.\n\n-- \nGọi 0123\n");

        assertThat(item.guid()).isEqualTo("<1@news.example>");
        assertThat(item.headline()).isEqualTo("Tit");
        assertThat(item.firstCreated()).isEqualTo("2026-03-02T11:37:00Z");
        assertThat(item.language()).isEqualTo("vi");
        assertThat(item.bylines()).containsExactly("Le Thu <thu@news.example>");
        assertThat(item.body()).isEqualTo("Đoạn một.");
        assertThat(item.internal()).containsExactly("Gọi 0123");
        assertThat(item.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "=?utf-8?Q?T=C3=ADt_m=E1=BB=99t?=, Tít một",
        "=?utf-8?B?VMOtdA==?=, Tít",
        "=?windows-1252?Q?Caf=E9?=, Café",
        "=?utf-8?Q?m=E1=BB?= =?utf-8?Q?=99t?=, một",
        "=?x-la?Q?a?=, =?x-la?Q?a?=",
        "Tít thẳng, Tít thẳng"
    })
    void subjectIsReadWhateverItIsWrittenIn(String subject, String headline) {
        assertThat(item(HEADER + "Subject: " + subject + "\n\nMột.").headline()).isEqualTo(headline);
    }

    @Test
    void wordsThatAreCutWithinACharacterArePutTogether() {
        String base64 = Base64.getEncoder().encodeToString("Đồng Sơn: một tin mới".getBytes(StandardCharsets.UTF_8));
        String cut = "=?UTF-8?B?" + base64.substring(0, 4) + "?=\n =?UTF-8?B?" + base64.substring(4) + "?=";

        assertThat(item(HEADER + "Subject: " + cut + "\n\nMột.").headline()).isEqualTo("Đồng Sơn: một tin mới");
    }

    @Test
    void htmlIsTheTextAndAttachmentsAreMedia() {
        RawItem item = item(HEADER + """
                Subject: Tit
                Content-Type: multipart/mixed; boundary=a

                --a
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                Đoạn
                một.
                --b
                Content-Type: text/html; charset=utf-8

                <html><head><title>Không</title></head><body><p>Đoạn một.</p><script>x()</script></body></html>
                --b--
                --a
                Content-Type: image/png; name="=?utf-8?Q?v=C6=B0=E1=BB=9Dn.png?="
                Content-ID: <vuon@news.example>

                x
                --a--
                """);

        assertThat(item.body()).isEqualTo("Đoạn một.");
        assertThat(item.bodyHtml()).isEqualTo("<p>Đoạn một.</p>");
        assertThat(item.media()).containsExactly(new Media("picture", URI.create("cid:vuon@news.example"), "vườn.png"));
    }

    @Test
    void charsetThatIsDeclaredWronglyOrUnknownIsFoundOut() {
        assertThat(item(HEADER + "Subject: T\nContent-Type: text/plain; charset=x-la\n\nĐoạn một.")
                        .body())
                .isEqualTo("Đoạn một.");
        assertThat(item(HEADER + "Subject: T\nContent-Type: text/plain; charset=us-ascii\n\nĐoạn một.")
                        .body())
                .isEqualTo("Đoạn một.");
    }

    @Test
    void unknownTransferEncodingIsLeftAsItIs() {
        assertThat(item(HEADER + "Subject: T\nContent-Transfer-Encoding: x-la\n\nMột.")
                        .body())
                .isEqualTo("Một.");
    }

    @Test
    void mailThatSupersedesAnotherTakesItBack() {
        List<Reading> readings = read(HEADER + "Subject: T\nSupersedes: <0@news.example>\n\nMột.");

        assertThat(readings).hasSize(2);
        RawItem other = ((Reading.Item) readings.get(1)).item();
        assertThat(other.guid()).isEqualTo("<0@news.example>");
        assertThat(other.status()).isEqualTo(Status.CANCELED);
    }

    @ParameterizedTest
    @CsvSource({
        "EMBARGOED UNTIL FRIDAY: Tit, withheld",
        "Cấm phát trước 9 giờ: Tít, withheld",
        "Embargo on oil is lifted, usable"
    })
    void embargoInTheSubjectFailsClosed(String subject, String status) {
        assertThat(item(HEADER + "Subject: " + subject + "\n\nMột.").status().word())
                .isEqualTo(status);
    }

    @Test
    void mailWithoutAnIdIsTheSameAtEveryReading() {
        String mail = "From: a@news.example\nSubject: Tit\nDate: Mon, 2 Mar 2026 18:37:00 +0700\n\nMột.";

        assertThat(item(mail).id()).isEqualTo(item(mail).id());
        assertThat(item(mail).problems()).anyMatch(problem -> problem.startsWith("Message-ID: absent"));
    }

    @Test
    void charactersInAnEncodedWordStayAsTheyAre() {
        assertThat(item(HEADER + "Subject: =?windows-1252?Q?L=EA_Th\u1eed_\ufffds?=\n\nMột.")
                        .headline())
                .isEqualTo("Lê Thử \ufffds");
    }

    @Test
    void partsWithinPartsAreRefusedSoon() {
        var mail = new StringBuilder(HEADER + "Subject: T\n");
        for (int i = 0; i < 2_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }

        assertThat(read(mail.append("\nMột.").toString()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reading.Excessive.class,
                        all -> assertThat(all.reason()).isEqualTo("more than 20 parts within parts in an e-mail"));
    }

    private static RawItem item(String mail) {
        return ((Reading.Item) read(mail).getFirst()).item();
    }

    private static List<Reading> read(String mail) {
        var feed = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);
        return new Formats()
                .read(new WireMessage(feed, "message/rfc822", mail.getBytes(StandardCharsets.UTF_8), NOW))
                .orElseThrow();
    }
}

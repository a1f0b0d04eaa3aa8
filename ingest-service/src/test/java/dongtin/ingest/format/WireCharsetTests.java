package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireCharsetTests {

    private static final Feed FEED = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-8 | Đoàn Thử họp | text/plain",
                "UTF-8 | Đoàn Thử họp | text/plain; charset=iso-8859-1",
                "UTF-8 | <?xml version='1.0' encoding='iso-8859-1'?><a>Đoàn</a> | text/xml",
                "UTF-16 | Đoàn Thử họp | text/plain",
                "UTF-16BE | <a>Đoàn Thử họp</a> | text/xml",
                "UTF-16LE | <a>Đoàn Thử họp</a> | text/xml",
                "ISO-8859-1 | <?xml version='1.0' encoding='ISO-8859-1'?><a>Tête à tête</a> | text/xml",
                "windows-1252 | <?xml version='1.0' encoding='ISO-8859-1'?><a>“Tête”</a> | text/xml",
                "windows-1252 | “Tête à tête” | text/plain; charset=\"windows-1252\"",
                "windows-1251 | Добрый день | text/plain; charset=windows-1251",
                "windows-1251 | <?xml version='1.0' encoding='windows-1251'?><a>Добрый</a> | text/xml; charset=utf-8",
                "ISO-2022-JP | 東京 | text/plain; charset=iso-2022-jp"
            })
    void charactersAreRightWithoutDoubt(String charset, String text, String type) throws CharacterCodingException {
        WireCharset read = WireCharset.of(message(text.getBytes(Charset.forName(charset)), type));

        assertThat(read).isEqualTo(new WireCharset(text, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1252 | “Tête à tête” | text/plain | none declared, but it looks like windows-1252",
                "windows-1252 | Così però | text/plain; charset=utf-8 | utf-8, but it looks like windows-1252",
                "windows-1252 | Tête | text/plain; charset=us-ascii | us-ascii, but it looks like windows-1252",
                "windows-1252 | Tête | text/plain; charset=x-none-such | x-none-such, but it looks like windows-1252"
            })
    void wrongOrMissingDeclarationIsNoted(String charset, String text, String type, String doubt)
            throws CharacterCodingException {
        WireCharset read = WireCharset.of(message(text.getBytes(Charset.forName(charset)), type));

        assertThat(read).isEqualTo(new WireCharset(text, doubt));
    }

    @Test
    void vietnameseOfWindowsIsKnownByItsTones() throws CharacterCodingException {
        String marked = "Đoàn đại biểu họp ở Huế, thống nhất chủ trương";
        byte[] bytes = marked(marked).getBytes(Charset.forName("windows-1258"));

        assertThat(Normalizer.normalize(
                        WireCharset.of(message(bytes, "text/plain")).text(), Normalizer.Form.NFC))
                .isEqualTo(marked);
    }

    @Test
    void whatIsTextInNoCharsetIsRefused() {
        assertThatThrownBy(() -> WireCharset.of(message(new byte[] {'T', (byte) 0x81, 1, 0, 2}, "text/plain")))
                .isInstanceOf(CharacterCodingException.class)
                .hasMessage("byte 1 is not UTF-8");
    }

    /** As windows-1258 has it: letters with their hats, tones as marks behind them. */
    private static String marked(String text) {
        var marked = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            String tones = apart.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            marked.append(Normalizer.normalize(
                            apart.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC))
                    .append(tones);
        });
        return marked.toString();
    }

    private static WireMessage message(byte[] bytes, String type) {
        return new WireMessage(FEED, type, bytes, Instant.EPOCH);
    }

    @Test
    void unmarkedAsciiIsUtf8() throws CharacterCodingException {
        byte[] bytes = "plain".getBytes(StandardCharsets.US_ASCII);

        assertThat(WireCharset.of(message(bytes, "text/plain; charset=utf-16")).text())
                .isEqualTo("plain");
    }
}

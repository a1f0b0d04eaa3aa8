package dongtin.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLanguageTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | Hội đồng nhân dân thành phố khai mạc kỳ họp thứ mười",
                "vi | Sáng nay, đoàn công tác đã đến thăm và làm việc với lãnh đạo tỉnh về tiến độ các dự án",
                "vi | The New York Times viết về phở và bún chả, những món ăn được nhiều người yêu thích",
                "en | The council opened its tenth session on Monday, and its members will vote on the budget",
                "en | Prime Minister Phạm Minh Mẫu said on Monday that the government would support farmers in the delta",
                "de | Die Regierung hat angekündigt, dass die Preise für Strom in den nächsten Wochen sinken",
                "fr | Le gouvernement a annoncé que les prix de la viande vont baisser dans les semaines qui viennent",
                "es | El gobierno anunció que los precios de la carne bajarán en las próximas semanas",
            })
    void textIsKnownByTheWordsThatEveryTextHas(String language, String text) {
        assertThat(TextLanguage.of(text)).isEqualTo(language);
        assertThat(TextLanguage.of(text.repeat(1_000))).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234 5678",
                "Hội nghị",
                "Hà Nội, Đà Nẵng, Huế, Cần Thơ",
                "President Trần Văn Thưởng visits Hà Nội",
                "Nguyễn Văn Thắng appointed finance minister",
                "Hello, world!",
                "Fed to halt QE",
                "De regering heeft het plan van de minister aan de Kamer gestuurd en wil er snel over praten",
                "Regjeringen la fram forslaget på tirsdag og vil at det skal gjelde fra nyttår",
                "O governo disse que não vai mudar a lei e que os preços são mais altos do que se esperava",
                "Il governo ha detto che non cambierà la legge e che i prezzi sono più alti della media",
                "Pemerintah mengumumkan bahwa harga daging akan turun dalam beberapa minggu",
                "Guvernul a anunțat că prețurile vor scădea în următoarele săptămâni și că legea rămâne",
                "Ọjọ́ ìbí rẹ̀ ni ọjọ́ kẹta oṣù kẹjọ ní ìlú náà",
            })
    void wordsThatLeaveADoubtHaveNone(String text) {
        assertThat(TextLanguage.of(text)).isNull();
    }

    @Test
    void statedLanguageIsKept() {
        String item =
                "{\"uri\": \"u\", %s\"headline\": \"Hội nghị\", \"body_text\": \"Sáng nay, hội nghị đã được khai mạc với sự có mặt của lãnh đạo.\"}";

        assertThat(language(item.formatted("\"language\": \"en\", "), null)).isEqualTo("en");
        assertThat(language(item.formatted(""), "fr")).as("the feed's").isEqualTo("fr");
        assertThat(language(item.formatted(""), null)).isEqualTo("vi");
        assertThat(language(Normalizer.normalize(item.formatted(""), Normalizer.Form.NFD), null))
                .isEqualTo("vi");
    }

    private static @Nullable String language(String item, @Nullable String ofFeed) {
        var feed = new Feed("demo", "Bản tin mẫu", ZoneId.of("Asia/Ho_Chi_Minh"), ofFeed);
        var message = new WireMessage(
                feed, "application/json", item.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-03-02T05:00:00Z"));
        return ((Reading.Item) new Formats().read(message).orElseThrow().getFirst())
                .item()
                .language();
    }
}

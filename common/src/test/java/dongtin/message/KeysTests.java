package dongtin.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nguyễn Văn Nên | nguyen-van-nen",
                "Đoàn Ngọc Hoà | doan-ngoc-hoa",
                "Đoàn Ngọc Hòa | doan-ngoc-hoa",
                "Ban Ki-moon | ban-ki-moon",
                "144-QĐ/TW | 144-qd-tw",
                "144-QÐ/TW | 144-qd-tw",
                "' (66.13/2026) ' | 66-13-2026",
                "習近平 | 習近平",
                "'...' | ''"
            })
    void keyLeavesOutAccentsAndCase(String name, String key) {
        assertThat(Keys.slug(name)).isEqualTo(key);
        assertThat(Keys.slug(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(key);
    }

    @Test
    void idIsShortUrlSafeAndScopedByProvider() {
        assertThat(ItemId.of("a", "urn:1")).matches("[A-Za-z0-9_-]{20}").isEqualTo(ItemId.of("a", "urn:1"));
        assertThat(ItemId.of("b", "urn:1")).isNotEqualTo(ItemId.of("a", "urn:1"));
        assertThat(ItemId.of("a", "urn", ":1")).isNotEqualTo(ItemId.of("a", "urn:1"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void tabledCharactersGiveWhatAnyOthersDo(long seed) {
        var random = new Random(seed);
        for (int n = 0; n < 2_000; n++) {
            var text = new StringBuilder();
            random.ints(1 + random.nextInt(12), 0, 0x2070).forEach(text::appendCodePoint);
            assertThat(Keys.slug(text.toString())).as("%s", text).isEqualTo(Keys.spelled(text.toString()));
        }
    }
}

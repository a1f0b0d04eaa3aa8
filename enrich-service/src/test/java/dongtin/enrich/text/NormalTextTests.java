package dongtin.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTextTests {

    @Test
    void offsetsLeadBackToTheOriginal() {
        String original = Normalizer.normalize("Ông Nguyễn\u200b Văn Nên", Normalizer.Form.NFD);
        NormalText normal = NormalText.of(original);
        int start = normal.text().indexOf("Nên");
        String found = normal.original(start, start + 3).in(original);
        assertThat(Normalizer.normalize(found, Normalizer.Form.NFC)).isEqualTo("Nên");
    }

    @Test
    void tokensKnowLinesSpacesAndShapes() {
        Tokens tokens = Tokens.of("Số 144-QĐ/TW\u00a0của\nTTg QH14 30a", new Vocabulary());
        assertThat(tokens.size()).isEqualTo(10);
        assertThat(tokens.joined(2)).isTrue();
        assertThat(tokens.joined(6)).isFalse();
        assertThat(tokens.startsLine(7)).isTrue();
        assertThat(tokens.shape(7)).isEqualTo(Shape.MIXED);
        assertThat(tokens.shape(8)).isEqualTo(Shape.ALPHANUMERIC);
        assertThat(tokens.word(-1)).isZero();
        assertThat(tokens.text(99)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Uỷ,Ủy", "HOÀ,hòa", "Ðỗ,đỗ", "khoẻ,khỏe", "Thuỷ,thủy"})
    void spellingsOfOneWordFoldAlike(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @Test
    void longestPhraseWinsAndNoneCrossesALine() {
        Vocabulary vocabulary = new Vocabulary();
        Phrases<String> phrases = new Phrases<>(vocabulary);
        phrases.put("Bộ trưởng", "office");
        phrases.put("Bộ trưởng Bộ Y tế", "whole");
        Tokens tokens = Tokens.of("bộ trưởng bộ y tế\nbộ\ntrưởng", vocabulary);
        assertThat(phrases.find(tokens, 0)).isEqualTo("whole");
        assertThat(phrases.end(tokens, 0)).isEqualTo(5);
        assertThat(phrases.longest(tokens, 5)).isEqualTo(Phrases.NONE);
    }
}

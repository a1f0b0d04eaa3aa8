package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.message.Span;
import dongtin.message.Tags;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomTextTests {

    private static final Tagger TAGGER = new Tagger(KnowledgeFiles.packaged());

    private static final List<String> PIECES = List.of(
            "Nguyễn",
            "Văn",
            "Nên",
            "ông",
            "Bà",
            "Chủ tịch",
            "UBND",
            "tỉnh",
            "của",
            "và",
            ",",
            ".",
            "-",
            "–",
            "/",
            "(",
            ")",
            "số",
            "Nghị quyết",
            "18",
            "2023",
            "NĐ-CP",
            "QĐ/TW",
            "Luật",
            "Đất đai",
            "năm",
            "khóa",
            "XII",
            "\n",
            "\u00a0",
            "\u200b",
            "lần thứ",
            "Đại hội",
            "Hồ Chí Minh",
            "Trường",
            "Quÿ",
            "\ud83d\ude00",
            "\ud800",
            "\u0301",
            "ngày",
            "9/5/2024",
            "Hoà",
            "Hòa",
            "Ðỗ",
            "Biden",
            "Kim Jong-un",
            "nguyên",
            "Bộ trưởng",
            "Bộ",
            ":");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10946})
    void tagsLieInTheTextAndDoNotDependOnItsNormalForm(long seed) {
        String text = randomText(new Random(seed));
        Tags tags = TAGGER.tag(text, null);
        assertThat(spans(tags)).allSatisfy(span -> assertThat(span.end()).isLessThanOrEqualTo(text.length()));
        assertThat(TAGGER.tag(text, null)).isEqualTo(tags);

        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertThat(words(decomposed, TAGGER.tag(decomposed, null)))
                .isEqualTo(words(composed, TAGGER.tag(composed, null)));
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextInt(4) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static List<Span> spans(Tags tags) {
        return Stream.concat(
                        tags.people().stream().flatMap(p -> p.mentions().stream()),
                        tags.documents().stream().flatMap(d -> d.mentions().stream()))
                .toList();
    }

    private static List<String> words(String text, Tags tags) {
        return spans(tags).stream()
                .map(span -> Normalizer.normalize(span.in(text), Normalizer.Form.NFC))
                .toList();
    }

    @Test
    void longMonotonousTextsAreTaken() {
        for (String piece :
                List.of("Nguyễn ", "1/", "A", "Chủ tịch của Bộ ", "\u0301", "Luật ", "khóa X ", "Bí thư, ")) {
            Tags tags = TAGGER.tag(piece.repeat(20_000), null);
            assertThat(spans(tags)).allSatisfy(span -> assertThat(span.start()).isNotNegative());
        }
    }
}

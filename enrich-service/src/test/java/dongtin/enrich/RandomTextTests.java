package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.message.Span;
import dongtin.message.Tags;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void longMonotonousTextIsTaggedWithoutHanging(String pattern) {
        String text = monotonous(pattern);
        // Ends a run that would never end. How time grows with length is measured: docs/benchmarks.md.
        Tags tags = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> TAGGER.tag(text, null));
        assertThat(spans(tags))
                .as("spans that do not lie in the text")
                .noneMatch(span -> span.start() < 0 || span.end() > text.length());
    }

    /** What is repeated; {@code #} stands for another word each time, {@code @} for another acronym, {@code %} for another number. */
    static Stream<String> longMonotonousTextIsTaggedWithoutHanging() {
        return Stream.of(
                "ông # ",
                "ông An ",
                "ông # # nói. ",
                "ông Nguyễn # nói. ",
                "ông Nguyễn Văn An nói. Ông An đi. ",
                "ông Nguyễn # An nói. Ông An đi. ",
                "bà Trần Thị # An nói. Ông An đi. ",
                "em Nguyễn Văn An nói. Khi đó An nói. ",
                "Bộ trưởng Lý Văn An nói. Thủ tướng Lý đi. ",
                "Thủ tướng Lý Văn # nói. Thủ tướng Lý đi. ",
                "Tổng thống Luis # Corona đến. Tổng thống Luis Corona nói. ",
                "Bộ trưởng # Luis # Corona đến. Tổng thống Luis Corona nói. ",
                "Thủ tướng Nguyễn xuân Phúc nói. ",
                "đại biểu LÊ TRỌNG MẬN, TS. ",
                "cố vấn kinh tế của ",
                "Cục trưởng Cục Biển và Hải đảo ",
                "thay mặt Bộ Chính trị ký Quyết định % ",
                "Chủ tịch UBND tỉnh # Nguyễn Văn Nên. ",
                "Nghị quyết %-QĐ/TW; ",
                "1-QĐ/TW, ",
                "Nghị quyết 1-@/TW; ",
                "Nghị quyết 1-@/TW; Nghị quyết 1; ",
                "Nghị quyết 1/2003/@-CP; Nghị quyết 1 năm 2004; ",
                "Nghị quyết 1 của UBND tỉnh #. ",
                "Nghị quyết 1-QĐ/TW của UBND tỉnh #. ",
                "Quyết định %/QĐ-UBND; ",
                "UBND tỉnh #. Quyết định %/QĐ-UBND; ",
                "Nghị quyết 1/NQ-CP ngày 1/1/2020, ",
                "Nghị quyết Đại hội Đảng bộ tỉnh # lần thứ %; ",
                "Luật sửa đổi, bổ sung một số điều của Luật Đất đai và ",
                "Công ước về Luật Biển ",
                "Nghị quyết 1 về ",
                "Resolution 1 of the Politburo, ",
                "Luật # mới, ",
                "Luật Đất đai, ",
                "Luật Đất đai năm %, ",
                "1/",
                "Nghị quyết 1/2/",
                "A",
                "A-",
                "Nguyễn ",
                "của Bộ của Bộ ",
                "Phó Chủ tịch UBND tỉnh, ",
                "Bộ trưởng ",
                "Bộ trưởng, Chủ tịch nước ",
                "Nghị quyết số ",
                "Ban Chấp hành Trung ương ",
                "director of the ",
                "Law on # and ",
                "Kim Jong - un ",
                "O'",
                "a ",
                ",",
                "\nA",
                "\n# Văn An, ",
                "Chủ tịch của Bộ ",
                "Bí thư, ",
                "GS.TS.",
                "A, B, C, ",
                "khóa X ",
                "Bí thư khóa X, XI và XII, ",
                "nguyên Tổng Bí thư: Lê Văn An, ",
                "nguyên Tổng Bí thư Lê Văn An, Trần Văn #, ",
                "phường Lê Văn #, tỉnh ",
                "Bộ TT - TT & ",
                "Bộ Y tế ban hành Quyết định số 1 ngày 1/1/2001 ",
                "(",
                "Luật (sửa (“",
                "Thành phố Hồ Chí Minh ",
                "\u0301",
                "e\u0301",
                "\ud83d\ude00",
                "Nguye\u0302\u0303n Va\u0306n Ne\u0302n\u0301\u0323, ",
                "\u200b");
    }

    private static String monotonous(String pattern) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 600_000; i++) {
            String acronym = acronym(i);
            String word = acronym.charAt(0) + acronym.substring(1).toLowerCase(Locale.ROOT);
            text.append(pattern.replace("#", word).replace("@", acronym).replace("%", String.valueOf(i)));
        }
        return text.toString();
    }

    private static String acronym(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; letters.length() < 4; rest /= 26) {
            letters.append((char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}

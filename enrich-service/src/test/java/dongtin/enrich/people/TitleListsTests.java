package dongtin.enrich.people;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.enrich.text.Tokens;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleListsTests {

    private static final List<String> PIECES = List.of(
            "Bộ trưởng ",
            "Chủ tịch ",
            "Phó Chủ tịch ",
            "UBND tỉnh ",
            "Bộ Y tế ",
            ", ",
            "; ",
            "và ",
            "kiêm ",
            "nguyên ",
            "khóa XIII ",
            "đồng thời là ",
            "Ủy viên Bộ Chính trị, ",
            "GS.TS. ",
            "Giám đốc Sở Nội vụ, Tỉnh ủy ",
            "Lê Văn Bưởi ");

    /** Whatever was read before, a list is the one that is read anew. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whatIsKeptOfAListChangesNone(long seed) {
        Knowledge knowledge = new Knowledge(KnowledgeFiles.packaged());
        TitleScanner titles = new TitleScanner(knowledge, new Bodies(knowledge));
        Tokens tokens = knowledge.tokens(randomText(new Random(seed)));
        TitleLists lists = new TitleLists(titles, tokens);
        for (int at = 0; at < tokens.size(); at++) {
            assertThat(lists.at(at)).isEqualTo(titles.list(tokens, at, TitleScanner.Side.BEFORE));
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append(PIECES.get(random.nextInt(random.nextInt(3) > 0 ? 6 : PIECES.size())));
        }
        return text.toString();
    }
}

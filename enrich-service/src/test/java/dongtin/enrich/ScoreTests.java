package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dongtin.enrich.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the figures on the development set where they are. The set lies outside the project; without it nothing is tested here. */
class ScoreTests {

    private static final Path GOLD = Path.of("../../shared/gold/dev.jsonl");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<JsonNode> gold = List.of();
    private static List<JsonNode> tagged = List.of();

    @BeforeAll
    static void tagTheDevelopmentSet() throws IOException {
        assumeThat(GOLD).as("the development set beside the project").exists();
        Tagger tagger = new Tagger(KnowledgeFiles.packaged());
        TaggedLine line = new TaggedLine();
        gold = Files.readAllLines(GOLD).stream().map(JSON::readTree).toList();
        tagged = gold.stream()
                .map(article -> line.read(JSON.writeValueAsBytes(article)))
                .map(article -> JSON.readTree(line.write(article, tagger.tag(article.text(), null))))
                .toList();
    }

    @Test
    void peopleKeepTheirFigure() {
        assertThat(f1(article -> spans(article, "people"))).isGreaterThan(0.998);
    }

    @Test
    void titlesKeepTheirFigure() {
        assertThat(f1(ScoreTests::titles)).isGreaterThan(0.966);
    }

    @Test
    void documentsKeepTheirFigure() {
        assertThat(f1(article -> spans(article, "documents"))).isGreaterThan(0.995);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, 0.995",
        "number, 0.995",
        "symbol, 0.995",
        "name, 0.995",
        "year, 0.995",
        "issuer, 0.985",
        "date, 0.92"
    })
    void attributesOfDocumentsKeepTheirFigures(String attribute, double least) {
        int right = 0;
        int stated = 0;
        for (int i = 0; i < gold.size(); i++) {
            for (JsonNode want : gold.get(i).get("documents")) {
                JsonNode got = at(tagged.get(i), want);
                if (want.has(attribute) && got != null) {
                    stated++;
                    right += same(want.get(attribute), got.path(attribute)) ? 1 : 0;
                }
            }
        }
        assertThat((double) right / stated).isGreaterThan(least);
    }

    private static @Nullable JsonNode at(JsonNode article, JsonNode mention) {
        for (JsonNode document : article.get("documents")) {
            if (document.get("start").equals(mention.get("start"))
                    && document.get("end").equals(mention.get("end"))) {
                return document;
            }
        }
        return null;
    }

    private static boolean same(JsonNode want, JsonNode got) {
        return want.stringValue().equalsIgnoreCase(got.asString(""));
    }

    @Test
    void seedArticleIsTaggedAsGoldSays() {
        JsonNode want = gold.getFirst();
        JsonNode got = tagged.getFirst();
        assertThat(got.get("people")).isEqualTo(want.get("people"));
        assertThat(got.get("titles")).isEqualTo(want.get("titles"));
        assertThat(spans(got, "documents")).isEqualTo(spans(want, "documents"));
        for (String attribute : List.of("kind", "number", "symbol", "issuer", "date", "name")) {
            assertThat(got.get("documents").findValuesAsString(attribute))
                    .isEqualTo(want.get("documents").findValuesAsString(attribute));
        }
    }

    private static double f1(Function<JsonNode, Set<String>> claims) {
        double right = 0;
        double wanted = 0;
        double found = 0;
        for (int i = 0; i < gold.size(); i++) {
            Set<String> want = claims.apply(gold.get(i));
            Set<String> got = new HashSet<>(claims.apply(tagged.get(i)));
            got.removeAll(bylines(gold.get(i), got));
            wanted += want.size();
            found += got.size();
            got.retainAll(want);
            right += got.size();
        }
        return 2 * right / (wanted + found);
    }

    private static Set<String> spans(JsonNode article, String what) {
        Set<String> spans = new TreeSet<>();
        article.get(what)
                .forEach(m ->
                        spans.add(m.get("start").intValue() + "-" + m.get("end").intValue()));
        return spans;
    }

    private static Set<String> bylines(JsonNode article, Set<String> claims) {
        Set<String> inside = new HashSet<>(claims);
        inside.retainAll(spans(article, "bylines"));
        return inside;
    }

    private static Set<String> titles(JsonNode article) {
        Set<String> titles = new TreeSet<>();
        article.get("titles")
                .properties()
                .forEach(person -> person.getValue()
                        .forEach(title ->
                                titles.add((person.getKey() + "|" + title.stringValue()).toLowerCase(Locale.ROOT))));
        return titles;
    }
}

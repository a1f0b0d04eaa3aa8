package dongtin.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tukaani.xz.XZInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tagger is measured on: the shared corpus, and texts that nobody writes but somebody sends. */
public enum Texts {

    /** The articles beside the project, {@code ../shared/corpus}: JSON lines with title and body. */
    CORPUS(""),

    /** One name without end. */
    NAMES("Nguyễn "),

    /** Digits and slashes, as in numbers of documents. */
    NUMBERS("1/2/"),

    /** One capital word without a break. */
    CAPITALS("NGHỊ"),

    /** Offices with their bodies, one after the other. */
    TITLES("Phó Chủ tịch UBND tỉnh, "),

    /** An office alone, which also begins like a body. */
    OFFICES("Bộ trưởng "),

    /** Kinds of documents without numbers. */
    KINDS("Nghị quyết Luật Nghị định "),

    /** A kind of document that announces a number. */
    MARKS("Nghị quyết số "),

    /** A form of address without a name. */
    ADDRESSES("ông "),

    /** Whole names in a list without end. */
    PEOPLE("Nguyễn Văn An, "),

    /** Bodies of bodies of bodies. */
    BODIES("của Bộ của Bộ "),

    COMMAS(","),

    BRACKETS("("),

    /** Words of one small letter. */
    LETTERS("a "),

    /** Initials. */
    INITIALS("A."),

    /** A capital at the begin of each line. */
    LINES("\nA"),

    /** Combining marks without a letter. */
    COMBINING("\u0301"),

    /** Letters with their marks behind them, all of which have to be composed. */
    DECOMPOSED("Nguye\u0302\u0303n ");

    private static final Path CORPUS_FILE = Path.of("..", "shared", "corpus", "articles.jsonl.xz");
    private static final int LONG = 10 * 1024 * 1024;

    private final String repeated;

    Texts(String repeated) {
        this.repeated = repeated;
    }

    List<String> read() {
        return this == CORPUS
                ? corpus()
                // Ten megabytes of UTF-8.
                : List.of(repeated.repeat(LONG / repeated.getBytes(StandardCharsets.UTF_8).length));
    }

    private static List<String> corpus() {
        var json = JsonMapper.shared();
        try (var content = new XZInputStream(Files.newInputStream(CORPUS_FILE));
                var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            return lines.lines().map(json::readTree).map(Texts::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("start it in the project's root, with the shared corpus beside it", e);
        }
    }

    private static String text(JsonNode article) {
        return article.path("title").asString() + "\n\n" + article.path("body").asString();
    }
}

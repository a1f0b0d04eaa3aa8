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
    CORPUS {
        @Override
        List<String> read() {
            var json = JsonMapper.shared();
            try (var content = new XZInputStream(Files.newInputStream(CORPUS_FILE));
                    var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
                return lines.lines().map(json::readTree).map(Texts::text).toList();
            } catch (IOException e) {
                throw new UncheckedIOException("start it in the project's root, with the shared corpus beside it", e);
            }
        }
    },

    /** One name without end. */
    NAMES {
        @Override
        List<String> read() {
            return List.of(repeated("Nguyễn "));
        }
    },

    /** Digits and slashes, as in numbers of documents. */
    NUMBERS {
        @Override
        List<String> read() {
            return List.of(repeated("1/2/"));
        }
    },

    /** One capital word without a break. */
    CAPITALS {
        @Override
        List<String> read() {
            return List.of(repeated("NGHỊ"));
        }
    },

    /** Offices, one after the other. */
    TITLES {
        @Override
        List<String> read() {
            return List.of(repeated("Phó Chủ tịch UBND tỉnh, "));
        }
    },

    /** Kinds of documents without numbers. */
    KINDS {
        @Override
        List<String> read() {
            return List.of(repeated("Nghị quyết Luật Nghị định "));
        }
    };

    private static final Path CORPUS_FILE = Path.of("..", "shared", "corpus", "articles.jsonl.xz");
    private static final int LONG = 10 * 1024 * 1024;

    abstract List<String> read();

    private static String text(JsonNode article) {
        return article.path("title").asString() + "\n\n" + article.path("body").asString();
    }

    /** Ten megabytes of UTF-8. */
    private static String repeated(String part) {
        return part.repeat(LONG / part.getBytes(StandardCharsets.UTF_8).length);
    }
}

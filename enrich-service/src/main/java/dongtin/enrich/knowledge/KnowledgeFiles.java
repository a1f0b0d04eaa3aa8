package dongtin.enrich.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where knowledge files come from: the ones packaged with this module, and over them, if wanted, those of a newsroom's own directory, whose rows are read
 * after the packaged ones of the same file and win where a word has one meaning. Lines that begin with {@code #} are comments. Immutable.
 */
public final class KnowledgeFiles {

    private final @Nullable Path directory;

    private KnowledgeFiles(@Nullable Path directory) {
        this.directory = directory;
    }

    /** The packaged files alone. */
    public static KnowledgeFiles packaged() {
        return new KnowledgeFiles(null);
    }

    /** The packaged files with those of {@code directory} over them. */
    public static KnowledgeFiles packagedUnder(Path directory) {
        return new KnowledgeFiles(directory);
    }

    /** All rows of the file {@code name}. */
    public List<Row> rows(String name) {
        try {
            List<Row> rows = new ArrayList<>(parse(name, packaged(name)));
            if (directory != null && Files.exists(directory.resolve(name))) {
                Path own = directory.resolve(name);
                rows.addAll(parse(own.toString(), Files.readString(own)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read knowledge file " + name, e);
        }
    }

    /** The first columns of all rows of the file {@code name}. */
    public List<String> words(String name) {
        return rows(name).stream().map(row -> row.at(0)).toList();
    }

    /** The first columns of the rows of the file {@code name} whose second column is {@code group}. */
    public List<String> words(String name, String group) {
        return rows(name).stream()
                .filter(row -> row.at(1).equals(group))
                .map(row -> row.at(0))
                .toList();
    }

    private static String packaged(String name) throws IOException {
        try (InputStream file = KnowledgeFiles.class.getResourceAsStream("/knowledge/" + name)) {
            if (file == null) {
                throw new BadKnowledgeException("no knowledge file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Row> parse(String file, String content) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : content.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                Row row = new Row(file, number, List.of(line.split("\t", -1)));
                row.at(0);
                rows.add(row);
            }
        }
        return rows;
    }
}

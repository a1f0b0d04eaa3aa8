package dongtin.enrich.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /**
     * The packaged files with those of {@code directory} over them; null means the packaged files alone.
     *
     * @throws BadKnowledgeException if there is no such directory, or it holds a {@code .tsv} file whose name is none of the packaged ones, which would
     *     never be read
     */
    public static KnowledgeFiles packagedUnder(@Nullable Path directory) {
        if (directory != null) {
            check(directory);
        }
        return new KnowledgeFiles(directory);
    }

    private static void check(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new BadKnowledgeException(directory + ": no such directory of knowledge files");
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(".tsv")).forEach(KnowledgeFiles::checkName);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the directory of knowledge files " + directory, e);
        }
    }

    private static void checkName(Path file) {
        if (KnowledgeFiles.class.getResource("/knowledge/" + file.getFileName()) == null) {
            throw new BadKnowledgeException(file + ": no knowledge file has this name");
        }
    }

    /** All rows of the file {@code name}. */
    public List<Row> rows(String name) {
        try {
            List<Row> rows = new ArrayList<>(parse(name, packaged(name)));
            if (directory != null && Files.exists(directory.resolve(name))) {
                Path own = directory.resolve(name);
                rows.addAll(parse(own.toString(), read(own)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read knowledge file " + name, e);
        }
    }

    private static String read(Path file) throws IOException {
        try {
            String content = Files.readString(file);
            return content.startsWith("\uFEFF") ? content.substring(1) : content;
        } catch (CharacterCodingException e) {
            throw new BadKnowledgeException(file + ": not in UTF-8");
        }
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

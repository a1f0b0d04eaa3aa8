package dongtin.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dongtin.enrich.Tagger;
import dongtin.message.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeFilesTests {

    @Test
    void newsroomsOwnRowsAreLaidOverThePackagedOnes(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("offices.tsv"), "# ours\nTrưởng cửa hàng\toffice\n");
        Tagger tagger = new Tagger(KnowledgeFiles.packagedUnder(directory));
        assertThat(tagger.tag("Trưởng cửa hàng Lê Văn Bưởi nói.", null).people().stream()
                        .map(Person::titles))
                .containsExactly(java.util.List.of("Trưởng cửa hàng"));
    }

    @Test
    void badRowIsNamedWithFileAndLine(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("offices.tsv"), "# ours\n\nTrưởng cửa hàng\tofice\n");
        assertThatExceptionOfType(BadKnowledgeException.class)
                .isThrownBy(() -> new Tagger(KnowledgeFiles.packagedUnder(directory)))
                .withMessageContaining("offices.tsv:3: 'ofice' is none of");
    }
}

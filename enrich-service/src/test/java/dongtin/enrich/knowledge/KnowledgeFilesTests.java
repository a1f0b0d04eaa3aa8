package dongtin.enrich.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dongtin.enrich.Tagger;
import dongtin.message.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            surnames.tsv        | Nguyễn Văn      | surnames.tsv:1: 'Nguyễn Văn' is not one word
            namesakes.tsv       | đường<TAB>stret | namesakes.tsv:1: 'stret' is none of [before,
            addresses.tsv       | ông<TAB>nope    | addresses.tsv:1: 'nope' is none of [, not]
            asides.tsv          | khi đó          | asides.tsv:1: '' is none of [duty, force, term, time]
            sentence_starts.tsv | khi<TAB>englich | sentence_starts.tsv:1: 'englich' is none of [, english]
            english_titles.tsv         | Boss<TAB>haed   | english_titles.tsv:1: 'haed' is none of [HEAD, WORD, PLACE]
            ofices.tsv          | Trưởng          | ofices.tsv: no knowledge file has this name
            """)
    void whatWouldNeverBeFoundIsRefused(String file, String row, String message, @TempDir Path directory)
            throws IOException {
        Files.writeString(directory.resolve(file), row.replace("<TAB>", "\t") + "\n");
        assertThatExceptionOfType(BadKnowledgeException.class)
                .isThrownBy(() -> new Tagger(KnowledgeFiles.packagedUnder(directory)))
                .withMessageContaining(message);
    }

    @Test
    void otherCharsetsAreRefusedAndByteOrderMarksAreNot(@TempDir Path directory) throws IOException {
        Path offices = directory.resolve("offices.tsv");
        Files.writeString(offices, "\uFEFF# ours\nTrưởng cửa hàng\toffice\n");
        assertThat(new Tagger(KnowledgeFiles.packagedUnder(directory))).isNotNull();
        Files.write(offices, "Tr\u00e9sorier\toffice\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(BadKnowledgeException.class)
                .isThrownBy(() -> new Tagger(KnowledgeFiles.packagedUnder(directory)))
                .withMessageContaining("offices.tsv: not in UTF-8");
    }

    @Test
    void missingDirectoryIsRefused(@TempDir Path directory) {
        assertThatExceptionOfType(BadKnowledgeException.class)
                .isThrownBy(() -> KnowledgeFiles.packagedUnder(directory.resolve("nowhere")))
                .withMessageContaining("nowhere: no such directory of knowledge files");
    }
}

package dongtin.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.message.Document;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rows of the documents' tables are checked with: a sentence with its mentions between « and », and the documents in words. */
final class DocumentTable {

    private static final Tagger TAGGER = new Tagger(KnowledgeFiles.packaged());

    private DocumentTable() {}

    static List<Document> documents(String text) {
        return documents(text, null);
    }

    static List<Document> documents(String text, @Nullable LocalDate day) {
        return TAGGER.tag(text, day).documents();
    }

    /** Fails unless exactly the marked mentions are found. */
    static void checkSpans(String marked) {
        Marked sentence = Marked.parse(marked);
        assertThat(Marked.mark(
                        sentence.text(),
                        documents(sentence.text()).stream()
                                .flatMap(d -> d.mentions().stream())
                                .toList()))
                .isEqualTo(marked);
    }

    /** Fails unless exactly the marked mentions are found and mean the documents in {@code answers}. */
    static void check(String marked, @Nullable String answers) {
        checkSpans(marked);
        assertThat(documents(Marked.parse(marked).text()).stream()
                        .map(DocumentTable::line)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(answers == null ? "" : answers);
    }

    static String line(Document document) {
        return Stream.of(
                        document.kind(),
                        document.number(),
                        document.symbol(),
                        document.issuer(),
                        document.date(),
                        document.year(),
                        document.name())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}

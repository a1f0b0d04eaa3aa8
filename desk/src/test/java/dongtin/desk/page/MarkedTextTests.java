package dongtin.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.desk.search.Article;
import dongtin.message.Person;
import dongtin.message.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTests {

    @Test
    void mentionsAreMarkedWhereTheSpansSay() {
        assertThat(marked("Ông Nên nói", "𝄞 ông Nên\n\nHết", new Span(4, 7), new Span(20, 23)))
                .isEqualTo("Ông [Nên] nói|𝄞 ông [Nên]|Hết");
    }

    @Test
    void spansThatOverlapOrLeaveTheParagraphOrTheTextCostNoText() {
        assertThat(marked("Tít", "một hai\n\nba", new Span(5, 8), new Span(6, 10), new Span(9, 15), new Span(15, 99)))
                .isEqualTo("Tít|[một] hai|ba");
    }

    private static String marked(String headline, String body, Span... mentions) {
        var person = new Person("nen", "Nên", List.of(), List.of(mentions));
        Instant now = Instant.EPOCH;
        var article = new Article(
                "a",
                1,
                "p",
                null,
                null,
                headline,
                null,
                body,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(person),
                List.of(),
                now,
                null,
                null,
                now,
                now,
                now);
        var text = MarkedText.of(article);
        return shown(text.headline())
                + text.paragraphs().stream().map(p -> "|" + shown(p)).collect(Collectors.joining());
    }

    private static String shown(List<MarkedText.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.parameter() == null ? piece.text() : "[" + piece.text() + "]")
                .collect(Collectors.joining());
    }
}

package dongtin.desk.page;

import dongtin.desk.search.Article;
import dongtin.message.Person;
import dongtin.message.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of an article in pieces, those that mention somebody or a document marked as such. */
record MarkedText(List<Piece> headline, List<List<Piece>> paragraphs) {

    /**
     * A stretch of text.
     *
     * @param parameter the search parameter that finds what it mentions, {@code person} or {@code document}; null for plain text
     */
    record Piece(
            String text,
            @Nullable String parameter,
            @Nullable String key,
            @Nullable String title) {}

    private record Mark(Span span, String parameter, String key, String title) {}

    static MarkedText of(Article article) {
        String text = article.text();
        List<Mark> marks = marks(article);
        int body = article.headline().length() + 2;
        List<List<Piece>> paragraphs = new ArrayList<>();
        for (int start = body; start < text.length(); ) {
            int found = text.indexOf('\n', start);
            int end = found < 0 ? text.length() : found;
            if (!text.substring(start, end).isBlank()) {
                paragraphs.add(pieces(text, marks, start, end));
            }
            start = end + 1;
        }
        return new MarkedText(pieces(text, marks, 0, article.headline().length()), paragraphs);
    }

    private static List<Mark> marks(Article article) {
        List<Mark> marks = new ArrayList<>();
        for (Person person : article.people()) {
            String title = String.join("; ", person.titles());
            person.mentions().forEach(span -> marks.add(new Mark(span, "person", person.key(), title)));
        }
        for (Article.Document document : article.documents()) {
            List<Span> mentions = document.mentions() == null ? List.of() : document.mentions();
            mentions.forEach(span -> marks.add(new Mark(span, "document", document.key(), document.label())));
        }
        marks.sort(Comparator.comparing(Mark::span));
        return marks;
    }

    // A mark that overlaps the one before it, or leaves the paragraph, is left out: the text itself is always whole.
    private static List<Piece> pieces(String text, List<Mark> marks, int start, int end) {
        List<Piece> pieces = new ArrayList<>();
        int at = start;
        for (Mark mark : marks) {
            Span span = mark.span();
            if (span.start() >= at && span.end() <= end) {
                plain(pieces, text.substring(at, span.start()));
                pieces.add(new Piece(span.in(text), mark.parameter(), mark.key(), mark.title()));
                at = span.end();
            }
        }
        plain(pieces, text.substring(at, end));
        return pieces;
    }

    private static void plain(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, null, null, null));
        }
    }
}

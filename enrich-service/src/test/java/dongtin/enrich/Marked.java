package dongtin.enrich;

import dongtin.message.Span;
import java.util.ArrayList;
import java.util.List;

/** A sentence whose mentions stand between « and »: the text without the marks, and where they were. */
record Marked(String text, List<Span> spans) {

    static Marked parse(String marked) {
        StringBuilder text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            switch (c) {
                case '«' -> start = text.length();
                case '»' -> spans.add(new Span(start, text.length()));
                default -> text.append(c);
            }
        }
        return new Marked(text.toString(), spans);
    }

    /** The text with {@code spans} marked. */
    static String mark(String text, List<Span> spans) {
        StringBuilder marked = new StringBuilder(text);
        spans.stream().sorted((a, b) -> b.start() - a.start()).forEach(span -> {
            marked.insert(span.end(), '»');
            marked.insert(span.start(), '«');
        });
        return marked.toString();
    }
}

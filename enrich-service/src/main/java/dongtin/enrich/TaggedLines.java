package dongtin.enrich;

import dongtin.message.Tags;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Some lines of one source that one thread tags at once, so that handing over costs little. Tagged once, by one thread. */
final class TaggedLines {

    private static final int MOST_LINES = 64;
    private static final int MOST_BYTES = 512 * 1024;

    /** What came of them. */
    record Answer(ByteArrayOutputStream lines, int articles, List<String> problems) {}

    private final String source;
    private final List<Line> lines = new ArrayList<>();
    private int bytes;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(long number, byte[] json) {}

    TaggedLines(String source) {
        this.source = source;
    }

    void add(long number, byte[] json) {
        lines.add(new Line(number, json));
        bytes += json.length;
    }

    boolean full() {
        return lines.size() == MOST_LINES || bytes >= MOST_BYTES;
    }

    Answer tag(TaggedLine form, Tagger tagger) {
        var out = new ByteArrayOutputStream(bytes);
        List<String> problems = new ArrayList<>();
        for (Line line : lines) {
            try {
                TaggedLine.Article article = form.read(line.json());
                Tags tags = tagger.tag(article.text(), article.date());
                out.writeBytes(form.write(article, tags));
                out.write('\n');
            } catch (JacksonException e) {
                problems.add(problem(line, e.getOriginalMessage()));
            } catch (IllegalArgumentException e) {
                problems.add(problem(line, String.valueOf(e.getMessage())));
            }
        }
        return new Answer(out, lines.size() - problems.size(), problems);
    }

    private String problem(Line line, String reason) {
        return "%s:%d: %s".formatted(source, line.number(), reason);
    }
}

package dongtin.ingest.format;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a feed with all that is in it.
 *
 * @param name the local name, after a prefix that {@link FeedXml} gives to each vocabulary of feeds, whatever the feed's own is;
 *     none for RSS
 * @param attributes by the names in the message
 * @param base what relative links start from; null where nothing says
 * @param language what {@code xml:lang} says here; null where nothing does
 * @param at where it begins, for people
 */
record FeedElement(
        String name,
        Map<String, String> attributes,
        List<Part> parts,
        @Nullable URI base,
        @Nullable String language,
        String at) {

    private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "area", "col", "source", "track", "embed");

    /** What stands in an element: another one, or words. */
    sealed interface Part {}

    record Words(String text) implements Part {}

    record Child(FeedElement element) implements Part {}

    List<FeedElement> children() {
        return parts.stream()
                .flatMap(part -> part instanceof Child child ? Stream.of(child.element()) : Stream.empty())
                .toList();
    }

    List<FeedElement> children(String wanted) {
        return children().stream().filter(child -> child.name.equals(wanted)).toList();
    }

    /** The first child of the first of these names that there is one of, with words or elements in it. */
    @Nullable FeedElement child(String... wanted) {
        for (String one : wanted) {
            for (FeedElement child : children(one)) {
                if (!child.text().isBlank() || !child.children().isEmpty()) {
                    return child;
                }
            }
        }
        return null;
    }

    /** The words in the first child of the first of these names that has some. */
    @Nullable String childText(String... wanted) {
        for (String one : wanted) {
            for (FeedElement child : children(one)) {
                String text = child.text();
                if (!text.isBlank()) {
                    return text.strip();
                }
            }
        }
        return null;
    }

    /** An attribute's value; empty where there is none. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    String text() {
        var text = new StringBuilder();
        words(text);
        return WireText.repaired(text.toString());
    }

    private void words(StringBuilder text) {
        for (Part part : parts) {
            switch (part) {
                case Words words -> text.append(words.text());
                case Child child -> child.element().words(text);
            }
        }
    }

    /** What is in the element, as HTML: elements as they are, words escaped. */
    String markup() {
        var html = new StringBuilder();
        parts.forEach(part -> write(part, html));
        return WireText.repaired(html.toString());
    }

    private static void write(Part part, StringBuilder html) {
        switch (part) {
            case Words words -> html.append(escaped(words.text()));
            case Child child -> child.element().write(html);
        }
    }

    private void write(StringBuilder html) {
        String tag = name.substring(name.indexOf(':') + 1);
        html.append('<').append(tag);
        attributes.forEach((key, value) -> {
            if (!key.startsWith("xml")) {
                html.append(' ')
                        .append(key)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
            }
        });
        html.append('>');
        parts.forEach(part -> write(part, html));
        if (!VOID.contains(tag)) {
            html.append("</").append(tag).append('>');
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package dongtin.ingest.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a message in XML. Names are without prefix, and what is absent reads as the empty string: these formats mean
 * the same by an empty element and by none. Not changed any more once {@link XmlMessage} has built it.
 */
final class XmlElement {

    /** Of NITF and of HTML; each begins and ends a paragraph. All other elements are inline and part no words. */
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "block",
            "body",
            "body.content",
            "body.end",
            "body.head",
            "bq",
            "byline",
            "caption",
            "copyrite",
            "credit",
            "custom-table",
            "datasource",
            "dateline",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "fn",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hedline",
            "hl1",
            "hl2",
            "hr",
            "html",
            "li",
            "main",
            "media",
            "media-caption",
            "media-producer",
            "nav",
            "nitf",
            "nitf-table",
            "note",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tagline",
            "tbody",
            "tfoot",
            "thead",
            "tr",
            "ul",
            // TT's own dialect of NITF
            "bild",
            "bildskapare",
            "bildtext",
            "brodtext",
            "citat",
            "dat",
            "ingress",
            "mellis",
            "rubrik",
            "text");

    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> SILENT =
            Set.of("head", "media-metadata", "media-object", "script", "style", "BILDFIL");

    private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "area", "col", "source", "track", "embed");

    private final String name;
    private final Map<String, String> attributes;
    private final XmlVocabulary around;
    private final String at;

    /** Words and elements, as they follow each other: each is either a String or an XmlElement. */
    private List<Object> content = List.of();

    /**
     * @param name in feeds with our prefix of its vocabulary, else without any
     * @param attributes by their names in the message
     * @param around what it inherits
     * @param at line and column, of items
     */
    XmlElement(String name, Map<String, String> attributes, XmlVocabulary around, String at) {
        this.name = name;
        this.attributes = attributes;
        this.around = around;
        this.at = at;
    }

    /** An element that is not there. */
    static XmlElement absent() {
        return new XmlElement("", Map.of(), XmlVocabulary.NONE, "");
    }

    void add(XmlElement child) {
        part(child);
    }

    void add(String words) {
        part(words);
    }

    private void part(Object part) {
        if (content.isEmpty()) {
            content = new ArrayList<>(2);
        }
        content.add(part);
    }

    String name() {
        return name;
    }

    /** Where it begins, for people; empty but for items. */
    String at() {
        return at;
    }

    /** What relative links start from; null where nothing says. */
    @Nullable URI base() {
        return around.base();
    }

    /** What {@code xml:lang} says here; null where nothing does. */
    @Nullable String language() {
        return around.language();
    }

    /** On one line, as it is kept. */
    String attribute(String attribute) {
        return WireText.line(attributes.getOrDefault(attribute, ""));
    }

    Stream<XmlElement> children() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    /** The elements at the end of this path of names. */
    List<XmlElement> all(String... path) {
        List<XmlElement> found = List.of(this);
        for (String step : path) {
            List<XmlElement> next = List.of();
            for (XmlElement element : found) {
                next = element.addTo(next, step);
            }
            found = next;
        }
        return found;
    }

    private List<XmlElement> addTo(List<XmlElement> found, String step) {
        List<XmlElement> all = found;
        for (Object part : content) {
            if (part instanceof XmlElement child && child.name.equals(step)) {
                all = all.isEmpty() ? new ArrayList<>() : all;
                all.add(child);
            }
        }
        return all;
    }

    /** The first element at the end of this path. */
    Optional<XmlElement> first(String... path) {
        List<XmlElement> all = all(path);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** The text, on one line, of the first element at the end of this path that has any. */
    String line(String... path) {
        for (XmlElement element : all(path)) {
            String line = element.line();
            if (!line.isEmpty()) {
                return line;
            }
        }
        return "";
    }

    /** The attribute of the first element at the end of this path that has it. */
    String attributeOf(String attribute, String... path) {
        for (XmlElement element : all(path)) {
            String value = element.attribute(attribute);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** Elements of this name at any depth, in the message's order, but not those inside of {@code outside}. */
    List<XmlElement> deep(String wanted, String... outside) {
        var found = new ArrayList<XmlElement>();
        collect(wanted, outside, found);
        return found;
    }

    private void collect(String wanted, String[] outside, List<XmlElement> found) {
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                if (child.name.equals(wanted)) {
                    found.add(child);
                }
                if (!Arrays.asList(outside).contains(child.name)) {
                    child.collect(wanted, outside, found);
                }
            }
        }
    }

    /** The first child of the first of these names that there is one of, with words or elements in it. */
    @Nullable XmlElement child(String... wanted) {
        for (String one : wanted) {
            for (XmlElement child : all(one)) {
                if (child.hasElements() || !child.raw().isBlank()) {
                    return child;
                }
            }
        }
        return null;
    }

    /** The words in the first child of the first of these names that has some. */
    @Nullable String childText(String... wanted) {
        for (String one : wanted) {
            for (XmlElement child : all(one)) {
                String text = child.text();
                if (!text.isBlank()) {
                    return text.strip();
                }
            }
        }
        return null;
    }

    boolean hasElements() {
        for (Object part : content) {
            if (part instanceof XmlElement) {
                return true;
            }
        }
        return false;
    }

    /** All characters as they are, for content that is not marked up. */
    String raw() {
        var text = new StringBuilder();
        raw(text);
        return text.toString();
    }

    /** All characters, as they were meant where they were mangled on their way. */
    String text() {
        return WireText.repaired(raw());
    }

    private void raw(StringBuilder text) {
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                child.raw(text);
            } else {
                text.append(part);
            }
        }
    }

    /** All words on one line. */
    String line() {
        return WireText.line(paragraphs());
    }

    /** All words: a block is a paragraph, {@code br} a line break. */
    String paragraphs() {
        return paragraphs(element -> false);
    }

    /** All words but those of the elements that are left out. */
    String paragraphs(Predicate<XmlElement> leftOut) {
        var text = new StringBuilder();
        words(text, leftOut);
        return WireText.paragraphs(text.toString());
    }

    private void words(StringBuilder text, Predicate<XmlElement> leftOut) {
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                if (!SILENT.contains(child.name) && !leftOut.test(child)) {
                    child.wordsWithEdges(text, leftOut);
                }
            } else {
                words(part.toString(), text);
            }
        }
    }

    /** A row of white space is one space, but for preformatted text. */
    private void words(String words, StringBuilder text) {
        if (name.equals("pre")) {
            text.append(words);
            return;
        }
        boolean space = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (!isSpace) {
                text.append(c);
            } else if (!space) {
                text.append(' ');
            }
            space = isSpace;
        }
    }

    private void wordsWithEdges(StringBuilder text, Predicate<XmlElement> leftOut) {
        // TT writes its tags in capitals.
        String tag = Character.isUpperCase(name.charAt(0)) ? name.toLowerCase(Locale.ROOT) : name;
        String edge = BLOCKS.contains(tag) ? "\n\n" : CELLS.contains(tag) ? " " : tag.equals("br") ? "\n" : "";
        text.append(edge);
        words(text, leftOut);
        text.append(tag.equals("br") ? "" : edge);
    }

    /** The content as HTML that has yet to be made safe. */
    String html() {
        var html = new StringBuilder();
        html(html);
        return WireText.repaired(html.toString());
    }

    private void html(StringBuilder html) {
        for (Object part : content) {
            if (part instanceof XmlElement child) {
                if (!SILENT.contains(child.name)) {
                    child.tag(html);
                }
            } else {
                html.append(escaped(part.toString()));
            }
        }
    }

    private void tag(StringBuilder html) {
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
        if (!VOID.contains(tag)) {
            html(html);
            html.append("</").append(tag).append('>');
        }
    }

    private static String escaped(String text) {
        String safe = text.indexOf('&') < 0 ? text : text.replace("&", "&amp;");
        safe = safe.indexOf('<') < 0 ? safe : safe.replace("<", "&lt;");
        safe = safe.indexOf('>') < 0 ? safe : safe.replace(">", "&gt;");
        return safe.indexOf('"') < 0 ? safe : safe.replace("\"", "&quot;");
    }

    /** The first of these that is not empty; null where all are. */
    static @Nullable String firstOf(String... values) {
        for (String value : values) {
            if (!value.isEmpty()) {
                return value;
            }
        }
        return null;
    }
}

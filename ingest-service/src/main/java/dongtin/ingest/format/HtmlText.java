package dongtin.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeVisitor;

/**
 * HTML that a provider sent, made safe and read as text.
 *
 * @param html what is left after everything but text, links and pictures over HTTP was taken out
 * @param text the words: a block is a paragraph, {@code br} a line break
 */
record HtmlText(String html, String text) {

    /** A table of 2,000 rows has as many; in memory each takes some 500 bytes, safe and unsafe. */
    private static final int MOST_ELEMENTS = 25_000;

    /** Also such that make no elements: of ends, comments and what only looks like a tag. */
    private static final int MOST_TAGS = 8 * MOST_ELEMENTS;

    private static final int FEW_TAGS = MOST_ELEMENTS / 13;

    private static final Cleaner CLEANER = new Cleaner(Safelist.relaxed());

    /** Elements whose words are not the document's, though they are words. */
    private static final Pattern UNREAD = Pattern.compile("<(?:title|iframe)\\b", Pattern.CASE_INSENSITIVE);

    /** @throws Excess where it has more elements than a text may have */
    static HtmlText of(String source) {
        return of(source, "");
    }

    /**
     * The HTML, made safe and read.
     *
     * @param base address that relative links start from; without one, such links are taken out
     * @throws Excess where it has more elements than a text may have
     */
    static HtmlText of(String source, String base) {
        Element body = clean(source, base);
        var text = new StringBuilder(source.length());
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else if (node instanceof Element element) {
                    text.append(element.normalName().equals("br") ? "\n" : element.isBlock() ? "\n\n" : "");
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock()) {
                    text.append("\n\n");
                }
            }
        });
        return new HtmlText(WireText.clean(body.html()), WireText.paragraphs(text.toString()));
    }

    /** The HTML made safe, for what is read as text in another way. */
    static String safe(String source) {
        return WireText.clean(clean(source, "").html());
    }

    private static Element clean(String source, String base) {
        Document dirty = parsed(source, base);
        if (UNREAD.matcher(source).find()) {
            dirty.body().select("title, iframe").remove();
        }
        Document clean = CLEANER.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        return clean.body();
    }

    /**
     * Elements are counted as they come to be, since a tag can make a dozen of them, where there are so many tags that they may be
     * too many.
     */
    private static Document parsed(String source, String base) {
        long tags = source.chars().filter(c -> c == '<').count();
        if (tags > MOST_TAGS) {
            throw new Excess("", MOST_TAGS, "tags in a text of HTML");
        }
        if (tags <= FEW_TAGS) {
            return Jsoup.parseBodyFragment(source, base);
        }
        Document document = Document.createShell(base);
        try (var parser = new StreamParser(Parser.htmlParser()).parseFragment(source, document.body(), base)) {
            int elements = 0;
            for (Iterator<Element> made = parser.iterator(); made.hasNext(); made.next()) {
                if (++elements > MOST_ELEMENTS) {
                    throw new Excess("", MOST_ELEMENTS, "elements in a text of HTML");
                }
            }
            document.body().appendChildren(parser.completeFragment());
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException("a string was read", e);
        }
    }
}

package dongtin.ingest.format;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
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

    private static final Cleaner CLEANER = new Cleaner(Safelist.relaxed());

    /** Elements whose words are not the document's, though they are words. */
    private static final Pattern UNREAD = Pattern.compile("<(?:title|iframe)\\b", Pattern.CASE_INSENSITIVE);

    static HtmlText of(String source) {
        return of(source, "");
    }

    /** @param base address that relative links start from; without one, such links are taken out */
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
        Document dirty = Jsoup.parseBodyFragment(source, base);
        if (UNREAD.matcher(source).find()) {
            dirty.body().select("title, iframe").remove();
        }
        Document clean = CLEANER.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        return clean.body();
    }
}

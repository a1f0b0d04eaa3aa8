package dongtin.ingest.format;

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

    private static final Safelist ALLOWED = Safelist.relaxed();

    static HtmlText of(String source) {
        return of(source, "");
    }

    /** @param base address that relative links start from; without one, such links are taken out */
    static HtmlText of(String source, String base) {
        Document clean = new Cleaner(ALLOWED).clean(Jsoup.parseBodyFragment(source, base));
        clean.outputSettings().prettyPrint(false);
        var text = new StringBuilder(source.length());
        clean.body().traverse(new NodeVisitor() {
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
        return new HtmlText(WireText.clean(clean.body().html()), WireText.paragraphs(text.toString()));
    }
}

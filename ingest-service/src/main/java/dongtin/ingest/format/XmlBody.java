package dongtin.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The text of a message in NewsML: NITF, XHTML, or HTML and plain text as characters. */
final class XmlBody {

    private static final Set<String> HTML = Set.of(
            "html", "body", "div", "p", "section", "article", "h1", "h2", "h3", "ul", "ol", "table", "span", "a", "br");

    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|b|i|u|a|em|strong|span|font|br|div|ul|ol|li|table|tr|h[1-6])(?:\\s[^<>]{0,2000}+)?/?>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLOCK = Pattern.compile("<(?:p|br|div|li|tr|h[1-6])[\\s/>]", Pattern.CASE_INSENSITIVE);

    private XmlBody() {}

    /** Fills the body from what a content element holds; leaves it empty where that is no text. */
    static void read(XmlElement content, String type, ItemDraft draft) {
        Optional<XmlElement> nitf = content.deep("nitf").stream().findFirst();
        if (nitf.isPresent()) {
            NitfBody.read(nitf.get(), draft);
        } else if (content.first("body.content").isPresent()) {
            draft.body = content.line("body.content").isEmpty()
                    ? ""
                    : content.all("body.content").getFirst().paragraphs();
        } else if (content.hasElements()) {
            elements(content, draft);
        } else {
            characters(content, type, draft);
        }
    }

    private static void elements(XmlElement content, ItemDraft draft) {
        List<XmlElement> bodies = content.deep("body", "body");
        XmlElement body = bodies.isEmpty() ? content : bodies.getFirst();
        draft.body = body.paragraphs();
        if (draft.bylines.isEmpty()) {
            content.deep("BYLINE").stream()
                    .map(XmlElement::line)
                    .filter(name -> !name.isEmpty())
                    .forEach(draft.bylines::add);
        }
        for (XmlElement picture : content.deep("BILD")) {
            draft.media("picture", picture.line("BILDFIL"), XmlElement.firstOf(picture.line("BILDTEXT")));
        }
        boolean html = !bodies.isEmpty() || content.children().allMatch(child -> HTML.contains(child.name()));
        if (html && !draft.body.isEmpty()) {
            draft.bodyHtml = HtmlText.safe(body.html());
        }
    }

    private static void characters(XmlElement content, String type, ItemDraft draft) {
        String text = content.raw();
        if (content.attribute("encoding").contains("base64")) {
            try {
                text = new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                draft.problem("body", String.valueOf(e.getMessage()));
                return;
            }
        }
        if (type.contains("html") || TAG.matcher(text).find()) {
            // Where only words are marked, the lines are the sender's.
            HtmlText html =
                    HtmlText.of(BLOCK.matcher(text).find() ? text : text.strip().replace("\n", "<br>"));
            draft.body = html.text();
            draft.bodyHtml = html.html();
        } else {
            draft.body = WireText.paragraphs(text);
        }
    }
}

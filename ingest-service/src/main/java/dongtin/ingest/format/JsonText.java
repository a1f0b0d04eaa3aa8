package dongtin.ingest.format;

import java.util.regex.Pattern;

/** The text of a story that stands in JSON as characters: NITF, HTML or plain, as it looks. */
final class JsonText {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,2000}+>");
    private static final Pattern NITF = Pattern.compile("^\\s*+(?:<[?!][^>]{0,500}+>\\s*+){0,3}+<nitf[\\s>]");

    private static final int MOST_BREAKS = 100;

    private JsonText() {}

    /** Fills the body, unless the draft has one. */
    static void read(String text, ItemDraft draft) {
        if (!draft.body.isEmpty()) {
            return;
        }
        if (NITF.matcher(text).find()) {
            nitf(text, draft);
        } else if (TAG.matcher(text).find()) {
            html(text, draft);
        } else {
            draft.body = WireText.paragraphs(text);
        }
    }

    static void html(String html, ItemDraft draft) {
        HtmlText read = HtmlText.of(html, draft.link == null ? "" : draft.link.toString());
        draft.bodyHtml = read.html();
        draft.body = read.text();
    }

    private static void nitf(String xml, ItemDraft draft) {
        XmlMessage message = XmlMessage.of(xml, XmlMessage.NITF, MOST_BREAKS);
        message.items().forEach(nitf -> NitfBody.read(nitf, draft));
        if (message.items().isEmpty()) {
            Reading.Malformed why = message.malformed("no element nitf");
            draft.problem("nitf", why.at() + ": " + why.reason());
        }
    }
}

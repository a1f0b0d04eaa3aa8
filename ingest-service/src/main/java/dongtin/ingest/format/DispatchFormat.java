package dongtin.ingest.format;

import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * A dispatch in plain text, as agencies mail it: the headline; perhaps a panel of related people; paragraphs, the first with
 * a dateline; perhaps the reporter's name as the last line.
 *
 * <pre>
 * Khai mạc hội nghị
 *
 *     Nhân vật liên quan
 *
 *     • Chủ tịch UBND thành phố: Trần Văn Mẫu
 *
 * Hà Nội (BTM 2/3/2026) Ngày 2/3, ...
 *
 * Lê Thử
 * </pre>
 */
final class DispatchFormat implements WireFormat {

    @Override
    public String name() {
        return "dispatch";
    }

    @Override
    public boolean claims(WireContent content) {
        return content.writtenIn() == WireContent.Notation.TEXT;
    }

    @Override
    public List<Reading> read(WireContent content) {
        MediaType type = content.type();
        if (!type.charsetKnown()) {
            return List.of(new Reading.Malformed("", "unknown charset " + type.charsetName()));
        }
        List<String> blocks;
        try {
            blocks =
                    DispatchBody.blocks(WireText.paragraphs(content.characters().text()));
        } catch (CharacterCodingException e) {
            return List.of(new Reading.Malformed("", String.valueOf(e.getMessage())));
        }
        if (blocks.isEmpty()) {
            return List.of(new Reading.Malformed("line 1", "no text"));
        }
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        takeHeadline(blocks, draft);
        NotForPublication parts = NotForPublication.of(String.join("\n\n", blocks));
        if (parts.internal() != null) {
            draft.internal.add(parts.internal());
        }
        DispatchBody.read(parts.story(), draft);
        return List.of(draft.finish("line 1"));
    }

    private static void takeHeadline(List<String> blocks, ItemDraft draft) {
        String first = blocks.removeFirst();
        int end = first.indexOf('\n');
        draft.headline = WireText.line(end < 0 ? first : first.substring(0, end));
        if (end >= 0) {
            blocks.addFirst(first.substring(end + 1));
        }
    }
}

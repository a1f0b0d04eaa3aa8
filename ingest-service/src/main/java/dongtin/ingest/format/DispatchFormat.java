package dongtin.ingest.format;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
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
    public boolean claims(WireMessage message) {
        return MediaType.of(message.contentType()).name().equals("text/plain");
    }

    @Override
    public List<Reading> read(WireMessage message) {
        MediaType type = MediaType.of(message.contentType());
        if (!type.charsetKnown()) {
            return List.of(new Reading.Malformed("", "unknown charset " + type.charsetName()));
        }
        WireCharset characters;
        try {
            characters = WireCharset.of(message);
        } catch (CharacterCodingException e) {
            return List.of(new Reading.Malformed("", String.valueOf(e.getMessage())));
        }
        List<String> blocks = new ArrayList<>(blocks(characters.text()));
        if (blocks.isEmpty()) {
            return List.of(new Reading.Malformed("line 1", "no text"));
        }
        return List.of(item(message, characters, blocks));
    }

    private static List<String> blocks(String text) {
        String paragraphs = WireText.paragraphs(text);
        return paragraphs.isEmpty() ? List.of() : List.of(paragraphs.split("\n\n", -1));
    }

    private Reading item(WireMessage message, WireCharset characters, List<String> blocks) {
        var draft = new ItemDraft(message, name());
        draft.doubt(characters);
        takeHeadline(blocks, draft);
        RelatedPeoplePanel.takeFrom(blocks, draft);
        takeDateline(blocks, draft);
        takeByline(blocks, draft);
        draft.body = WireText.paragraphs(String.join("\n\n", blocks));
        return draft.finish("line 1");
    }

    private static void takeHeadline(List<String> blocks, ItemDraft draft) {
        String first = blocks.removeFirst();
        int end = first.indexOf('\n');
        draft.headline = WireText.line(end < 0 ? first : first.substring(0, end));
        if (end >= 0) {
            blocks.addFirst(first.substring(end + 1));
        }
    }

    private static void takeDateline(List<String> blocks, ItemDraft draft) {
        if (blocks.isEmpty()) {
            return;
        }
        DatelineStart found = DatelineStart.of(blocks.getFirst());
        if (found != null) {
            draft.dateline = found.dateline();
            blocks.set(0, blocks.getFirst().substring(found.end()));
        }
    }

    private static void takeByline(List<String> blocks, ItemDraft draft) {
        if (blocks.size() < 2) {
            return; // the only paragraph is the story
        }
        List<String> names = BylineEnd.names(blocks.getLast());
        if (!names.isEmpty()) {
            draft.bylines.addAll(names);
            blocks.removeLast();
        }
    }
}

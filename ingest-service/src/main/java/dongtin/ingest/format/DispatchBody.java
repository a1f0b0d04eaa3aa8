package dongtin.ingest.format;

import java.util.ArrayList;
import java.util.List;

/** The text of a story that has no fields for what agencies write around it: panel, dateline, reporters' names. */
final class DispatchBody {

    private DispatchBody() {}

    /** Fills the draft from paragraphs: what is a field of its own is taken out of the text. */
    static void read(String paragraphs, ItemDraft draft) {
        List<String> blocks = blocks(paragraphs);
        RelatedPeoplePanel.takeFrom(blocks, draft);
        takeDateline(blocks, draft);
        if (draft.bylines.isEmpty()) {
            takeByline(blocks, draft);
        }
        draft.body = WireText.paragraphs(String.join("\n\n", blocks));
    }

    static List<String> blocks(String paragraphs) {
        return new ArrayList<>(paragraphs.isEmpty() ? List.of() : List.of(paragraphs.split("\n\n", -1)));
    }

    static void takeDateline(List<String> blocks, ItemDraft draft) {
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

package dongtin.ingest.format;

import dongtin.message.RawItem.Dateline;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a message in NITF, alone or inside of NewsML. What the message around it has said already stays as it is, but
 * for the body.
 */
final class NitfBody {

    private NitfBody() {}

    /** Fills the draft from an element {@code nitf}. */
    static void read(XmlElement nitf, ItemDraft draft) {
        headlines(nitf, draft);
        NitfTopics.read(nitf, draft);
        notes(nitf, false, draft);
        bylines(nitf, draft);
        dateline(nitf, draft);
        for (XmlElement media : nitf.deep("media", "media")) {
            draft.media(
                    XmlElement.firstOf(media.attribute("media-type")),
                    media.attributeOf("source", "media-reference"),
                    XmlElement.firstOf(
                            media.line("media-caption"), media.attributeOf("alternate-text", "media-reference")));
        }
        List<String> parts = new ArrayList<>();
        nitf.all("body", "body.content").forEach(content -> parts.add(content.paragraphs(NitfBody::notForPublication)));
        draft.body = WireText.paragraphs(String.join("\n\n", parts));
        String summary = nitf.line("body", "body.head", "abstract");
        if (draft.subheadline == null && !draft.body.isEmpty()) {
            FeedItem.summary(FeedItem.escaped(summary), draft);
        }
    }

    private static boolean notForPublication(XmlElement element) {
        return element.name().equals("note") && !element.attribute("type").equals("std");
    }

    /** A note in the text that may be published is a part of it; all others are for editors. */
    private static void notes(XmlElement element, boolean inStory, ItemDraft draft) {
        element.children().forEach(child -> {
            if (child.name().equals("note") && (!inStory || notForPublication(child))) {
                draft.internal.add(child.paragraphs());
            } else {
                notes(child, inStory || child.name().equals("body.content"), draft);
            }
        });
    }

    private static void headlines(XmlElement nitf, ItemDraft draft) {
        String main = nitf.line("body", "body.head", "hedline", "hl1");
        String title = nitf.line("head", "title");
        if (draft.headline.isEmpty()) {
            draft.headline = main.isEmpty() ? title : main;
        }
        String second = nitf.line("body", "body.head", "hedline", "hl2");
        if (draft.subheadline == null && !second.isEmpty() && !second.equals(draft.headline)) {
            draft.subheadline = second;
        }
    }

    private static void bylines(XmlElement nitf, ItemDraft draft) {
        if (!draft.bylines.isEmpty()) {
            return;
        }
        List<XmlElement> bylines = nitf.all("body", "body.head", "byline");
        if (bylines.isEmpty()) {
            bylines = nitf.all("body", "body.end", "tagline"); // "a byline at the end of a story"
        }
        for (XmlElement byline : bylines) {
            List<String> people = byline.deep("person").stream()
                    .map(XmlElement::line)
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (people.isEmpty()) {
                people = List.of(
                        WireText.line(byline.paragraphs(part -> part.name().equals("byttl"))));
            }
            people.stream().filter(name -> !name.isEmpty()).forEach(draft.bylines::add);
        }
    }

    private static void dateline(XmlElement nitf, ItemDraft draft) {
        XmlElement dateline = nitf.first("body", "body.head", "dateline").orElse(null);
        if (dateline == null || draft.dateline != null || dateline.line().isEmpty()) {
            return;
        }
        String place = XmlElement.firstOf(dateline.line("location", "city"), dateline.line("location"));
        String date = dateline.attributeOf("norm", "story.date");
        draft.dateline =
                place == null ? Datelines.of(dateline.line()) : new Dateline(place, null, WireTime.isoDay(date));
    }
}

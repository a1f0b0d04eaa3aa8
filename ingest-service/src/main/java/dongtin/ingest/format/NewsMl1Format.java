package dongtin.ingest.format;

import dongtin.message.RawItem.Correction;
import dongtin.message.Status;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * IPTC's NewsML 1.x: any number of {@code NewsItem}s, also inside of each other, each taken or refused on its own.
 *
 * @see <a href="https://iptc.org/std/NewsML/1.2/">the DTD and its documentation</a>
 */
final class NewsMl1Format implements WireFormat {

    private static final Pattern SUBJECT_CODE = Pattern.compile("\\d{8}");
    private static final Set<String> NOT_THE_STORY =
            Set.of("caption", "summary", "abstract", "photo", "picture", "graphic");
    private static final Set<String> KILLS =
            Set.of("kill", "delete", "cancel", "canceled", "cancelled", "withdraw", "withdrawal", "retract");

    @Override
    public String name() {
        return "newsml-1";
    }

    @Override
    public boolean claims(WireContent content) {
        return content.writtenIn() == WireContent.Notation.XML && content.root().equals("NewsML");
    }

    @Override
    public List<Reading> read(WireContent content) {
        return content.xml(
                XmlMessage.NEWSML_1,
                xml -> xml.readings(item -> items(content, item), "a NewsML message without items"));
    }

    /** An item and those inside of it. */
    private List<Reading> items(WireContent content, XmlElement item) {
        return Stream.concat(Stream.of(item), item.deep("NewsItem").stream())
                .map(each -> item(content, each))
                .toList();
    }

    private Reading item(WireContent content, XmlElement item) {
        XmlElement identifier = item.first("Identification", "NewsIdentifier").orElse(null);
        if (identifier == null || identifier.line("NewsItemId").isEmpty()) {
            return new Reading.Refused(item.at(), "NewsItem without NewsItemId");
        }
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        identity(identifier, draft);
        XmlElement management = item.first("NewsManagement").orElseGet(XmlElement::absent);
        management(management, draft);
        String language = XmlElement.firstOf(
                formalName(item, "Language"),
                item.attribute("xml:lang"),
                item.attributeOf("xml:lang", "NewsComponent"));
        if (language != null) {
            draft.language(language);
        }
        newsLines(item, draft);
        topics(item, draft);
        content(item, draft);
        return draft.finish(item.at());
    }

    /** The public identifier names the revision, too; what revisions share are provider, date and id. */
    private static void identity(XmlElement identifier, ItemDraft draft) {
        String provider = identifier.line("ProviderId");
        String date = identifier.line("DateId");
        String id = identifier.line("NewsItemId");
        draft.identity = String.join(" ", provider, date, id);
        draft.guid = XmlElement.firstOf(
                identifier.line("PublicIdentifier"), "urn:newsml:%s:%s:%s".formatted(provider, date, id));
        draft.versionNumber = XmlElement.firstOf(identifier.line("RevisionId"));
    }

    private static void management(XmlElement management, ItemDraft draft) {
        String status = management.attributeOf("FormalName", "Status");
        if (!status.isEmpty()) {
            draft.restrict("Status", status);
        }
        if (status.equalsIgnoreCase("embargoed") || status.equalsIgnoreCase("withheld")) {
            management.all("StatusWillChange").stream()
                    .filter(change ->
                            change.attributeOf("FormalName", "FutureStatus").equalsIgnoreCase("usable"))
                    .map(change -> change.line("DateAndTime"))
                    .findFirst()
                    .ifPresent(draft::embargo);
        }
        for (XmlElement instruction : management.all("Instruction")) {
            String word = instruction.attribute("FormalName").toLowerCase(Locale.ROOT);
            if (KILLS.contains(word)) {
                draft.restrict(Status.CANCELED);
            } else if (word.startsWith("correct") || word.equals("rectify")) {
                draft.correction = new Correction(instruction.attribute("FormalName"), null);
            }
        }
        String urgency = management.attributeOf("FormalName", "Urgency");
        if (!urgency.isEmpty()) {
            draft.urgency(urgency);
        }
        String first = management.line("FirstCreated");
        String revision = management.line("ThisRevisionCreated");
        draft.firstCreated = first.isEmpty() ? null : draft.time("FirstCreated", first);
        draft.versionCreated = revision.isEmpty() ? null : draft.time("ThisRevisionCreated", revision);
    }

    private static void newsLines(XmlElement item, ItemDraft draft) {
        XmlElement lines = item.deep("NewsLines", "NewsItem").stream()
                .filter(candidate -> !candidate.line("HeadLine").isEmpty())
                .findFirst()
                .orElse(null);
        if (lines == null) {
            return;
        }
        draft.headline = lines.line("HeadLine");
        draft.subheadline = XmlElement.firstOf(lines.line("SubHeadLine"));
        lines.all("ByLine").stream()
                .map(XmlElement::line)
                .filter(byline -> !byline.isEmpty())
                .forEach(draft.bylines::add);
        draft.dateline = Datelines.of(lines.line("DateLine"));
        lines.all("KeywordLine").forEach(keywords -> draft.subject(null, XmlElement.firstOf(keywords.line())));
        for (XmlElement line : lines.all("NewsLine")) {
            String type = line.attributeOf("FormalName", "NewsLineType").toLowerCase(Locale.ROOT);
            if (type.contains("editor") || type.contains("advisory")) {
                draft.internal.add(line.line("NewsLineText"));
            }
        }
    }

    private static void topics(XmlElement item, ItemDraft draft) {
        for (XmlElement codes : item.deep("SubjectCode", "NewsItem")) {
            codes.children().forEach(subject -> {
                String code = subject.attribute("FormalName");
                draft.subject(XmlElement.firstOf(SUBJECT_CODE.matcher(code).matches() ? "subj:" + code : code), null);
            });
        }
        for (XmlElement property : item.deep("Property", "NewsItem")) {
            if (property.attribute("FormalName").equalsIgnoreCase("Keyword")) {
                draft.subject(null, XmlElement.firstOf(property.attribute("Value")));
            }
        }
        for (XmlElement location : item.deep("Location", "NewsItem", "DataContent")) {
            String place = XmlElement.firstOf(
                    property(location, "City"), property(location, "CountryArea"), property(location, "Country"));
            draft.place(place == null ? "" : place);
        }
    }

    private static String property(XmlElement element, String name) {
        return element.all("Property").stream()
                .filter(property -> property.attribute("FormalName").equals(name))
                .map(property -> property.attribute("Value"))
                .findFirst()
                .orElse("");
    }

    private static void content(XmlElement item, ItemDraft draft) {
        components(item, draft);
        for (XmlElement content : item.deep("ContentItem", "NewsItem")) {
            String address = content.attribute("Href");
            String type = formalName(content, "MediaType");
            draft.media(XmlElement.firstOf(type), address, null);
        }
    }

    /** The story is the first text that is not a picture's caption or a summary. */
    private static void components(XmlElement item, ItemDraft draft) {
        for (XmlElement component : item.deep("NewsComponent", "NewsItem")) {
            String role = component.attributeOf("FormalName", "Role").toLowerCase(Locale.ROOT);
            for (XmlElement content : component.all("ContentItem")) {
                boolean text = !content.attributeOf("FormalName", "MediaType")
                        .matches("(?i)photo|graphic|video|audio|animation");
                if (text && draft.body.isEmpty() && !NOT_THE_STORY.contains(role)) {
                    String type =
                            content.attributeOf("FormalName", "MimeType") + content.attributeOf("FormalName", "Format");
                    content.first("DataContent")
                            .ifPresent(data -> XmlBody.read(data, type.toLowerCase(Locale.ROOT), draft));
                }
            }
        }
    }

    /** What the first element of that name says formally. */
    private static String formalName(XmlElement element, String name) {
        return element.deep(name, "NewsItem", "DataContent").stream()
                .map(found -> found.attribute("FormalName"))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}

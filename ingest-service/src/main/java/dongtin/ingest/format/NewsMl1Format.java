package dongtin.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final Set<String> TITLE = Set.of("title", "headline", "hedline", "subtitle", "byline");
    private static final Set<String> LEAD = Set.of("lead", "intro", "introduction", "lede");

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
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        identity(item, draft);
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
        draft.noteMissingGuid();
        return draft.finish(item.at());
    }

    /**
     * The public identifier names the revision, too; what revisions share are provider, date and id. Some agencies give none
     * of these: then whatever else identifies the item does.
     */
    private static void identity(XmlElement item, ItemDraft draft) {
        XmlElement identifier = item.first("Identification", "NewsIdentifier").orElseGet(XmlElement::absent);
        String provider = identifier.line("ProviderId");
        String date = identifier.line("DateId");
        String id = identifier.line("NewsItemId");
        String revision = identifier.line("RevisionId");
        draft.guid = XmlElement.firstOf(identifier.line("PublicIdentifier"));
        draft.versionNumber = XmlElement.firstOf(revision);
        if (!id.isEmpty()) {
            // Some write the revision once more behind the id.
            String ofAll = revision.isEmpty() ? id : id.replaceFirst("[-._]v" + Pattern.quote(revision) + "$", "");
            draft.identity = String.join(" ", provider, date, ofAll);
            draft.guid = draft.guid != null ? draft.guid : "urn:newsml:%s:%s:%s".formatted(provider, date, id);
        } else if (draft.guid == null) {
            List<XmlElement> others = item.deep("guid", "NewsItem", "DataContent");
            draft.guid = XmlElement.firstOf(
                    others.isEmpty() ? "" : others.getFirst().line(),
                    item.attribute("Duid"),
                    item.attributeOf("Duid", "NewsComponent"));
        }
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
            String word = instruction.attribute("FormalName");
            Signals.obey(word, draft);
            if (Signals.mends(word)) {
                draft.correct(word, XmlElement.firstOf(instruction.line(), management.line("Comment")));
            }
        }
        Optional.ofNullable(
                        XmlElement.firstOf(management.attributeOf("FormalName", "Urgency"), management.line("Urgency")))
                .ifPresent(draft::urgency);
        String first = management.line("FirstCreated");
        String revision = management.line("ThisRevisionCreated");
        draft.firstCreated = first.isEmpty() ? null : draft.time("FirstCreated", first);
        draft.versionCreated = revision.isEmpty() ? null : draft.time("ThisRevisionCreated", revision);
    }

    private static void newsLines(XmlElement item, ItemDraft draft) {
        List<XmlElement> all = item.deep("NewsLines", "NewsItem");
        if (all.isEmpty()) {
            return;
        }
        XmlElement lines = all.stream()
                .filter(candidate -> !candidate.line("HeadLine").isEmpty())
                .findFirst()
                .orElse(all.getFirst());
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
            } else if (type.contains("correct")) {
                draft.correct(
                        draft.correction == null ? line.attributeOf("FormalName", "NewsLineType") : null,
                        line.line("NewsLineText"));
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

    /** The story is the first text that is not a picture's caption, a title or a summary, behind its lead if that stands apart. */
    private static void components(XmlElement item, ItemDraft draft) {
        String lead = "";
        for (XmlElement component : item.deep("NewsComponent", "NewsItem")) {
            String role = component.attributeOf("FormalName", "Role").toLowerCase(Locale.ROOT);
            if (NOT_THE_STORY.contains(role) || TITLE.contains(role)) {
                continue;
            }
            if (!draft.body.isEmpty()) {
                continue; // the others are the same text in other languages or lengths
            }
            for (XmlElement content : component.all("ContentItem")) {
                if (draft.body.isEmpty()) {
                    text(content, draft);
                }
            }
            if (LEAD.contains(role) && lead.isEmpty()) {
                lead = draft.body;
                draft.body = "";
            }
        }
        if (!lead.isEmpty()) {
            draft.body = (lead + "\n\n" + draft.body).strip();
        }
    }

    private static void text(XmlElement content, ItemDraft draft) {
        if (!content.attributeOf("FormalName", "MediaType").matches("(?i)photo|graphic|video|audio|animation")) {
            String type = content.attributeOf("FormalName", "MimeType") + content.attributeOf("FormalName", "Format");
            content.first("DataContent").ifPresent(data -> XmlBody.read(data, type.toLowerCase(Locale.ROOT), draft));
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

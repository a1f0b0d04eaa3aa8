package dongtin.ingest.format;

import dongtin.message.RawItem.Dateline;
import dongtin.message.RawItem.RelatedPerson;
import dongtin.message.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * IPTC's NewsML-G2: a {@code newsItem}, a {@code packageItem} (an item whose media are the links to its parts), or a
 * {@code newsMessage} of any number of them, each taken or refused on its own.
 *
 * @see <a href="https://iptc.org/std/NewsML-G2/">the schemas and guidelines</a>
 */
final class NewsMlG2Format implements WireFormat {

    private static final Set<String> NEWS = Set.of("newsItem", "packageItem");
    private static final Set<String> ROOTS = Set.of(
            "newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

    private static final int ENOUGH = 20;

    private static final Set<String> PREDECESSORS = Set.of("replaces", "previousversion", "previousVersion");

    @Override
    public String name() {
        return "newsml-g2";
    }

    @Override
    public boolean claims(WireContent content) {
        if (content.writtenIn() != WireContent.Notation.XML) {
            return false;
        }
        String root = content.root();
        // What is no XML at all is answered with where it breaks, rather than with "no such format".
        return root.isEmpty() || ROOTS.contains(root) || content.type().name().startsWith("application/vnd.iptc.g2.");
    }

    @Override
    public List<Reading> read(WireContent content) {
        String root = content.root();
        String otherwise = root.equals("newsMessage")
                ? "a newsMessage without items"
                : "no NewsML-G2: the root element is " + root;
        return content.xml(XmlMessage.G2, xml -> xml.readings(item -> item(content, item), otherwise));
    }

    private List<Reading> item(WireContent content, XmlElement item) {
        if (!NEWS.contains(item.name())) {
            return List.of(new Reading.Refused(item.at(), item.name() + " is no news"));
        }
        if (item.attribute("guid").isEmpty() || item.first("itemMeta").isEmpty()) {
            String missing = item.attribute("guid").isEmpty() ? "guid" : "itemMeta";
            return List.of(new Reading.Refused(item.at(), "%s without %s".formatted(item.name(), missing)));
        }
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        draft.mayBeTextless = true;
        draft.guid = item.attribute("guid");
        draft.versionNumber = XmlElement.firstOf(item.attribute("version"));
        String language = XmlElement.firstOf(
                item.attributeOf("tag", "contentMeta", "language"),
                item.attribute("xml:lang"),
                item.attributeOf("xml:lang", "contentSet", "inlineXML"));
        if (language != null) {
            draft.language(language);
        }
        status(item, draft);
        times(item, draft);
        headlines(item, draft);
        origin(item, draft);
        topics(item, draft);
        notes(item, draft);
        links(item, draft);
        content(item, draft);
        summary(item, draft);
        return Stream.concat(Stream.of(draft.finish(item.at())), named(content.message(), item, draft))
                .toList();
    }

    private static void status(XmlElement item, ItemDraft draft) {
        String status = code(item, "itemMeta", "pubStatus");
        if (!status.isEmpty()) {
            draft.restrict("pubStatus", Signals.local(status));
        }
        // Empty means "until further notice".
        item.first("itemMeta", "embargoed").ifPresent(embargo -> draft.embargo(embargo.line()));
        for (String signal : codes(item, "itemMeta", "signal")) {
            Signals.obey(signal, draft);
            if (Signals.mends(signal)) {
                draft.correct(signal, correctionNote(item));
            }
        }
        String urgency = item.line("contentMeta", "urgency");
        if (!urgency.isEmpty()) {
            draft.urgency(urgency);
        }
    }

    /** The note that says what was corrected is for readers, unless it is marked or meant for others. */
    private static @Nullable String correctionNote(XmlElement item) {
        return item.all("itemMeta", "edNote").stream()
                .filter(note -> note.attribute("pubconstraint").isEmpty())
                .filter(note -> note.attribute("role").isEmpty()
                        || note.attribute("role").toLowerCase(Locale.ROOT).contains("correct"))
                .map(XmlElement::paragraphs)
                .filter(note -> !note.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static void times(XmlElement item, ItemDraft draft) {
        String first =
                XmlElement.firstOf(item.line("itemMeta", "firstCreated"), item.line("contentMeta", "contentCreated"));
        String version = XmlElement.firstOf(
                item.line("itemMeta", "versionCreated"), item.line("contentMeta", "contentModified"));
        draft.firstCreated = first == null ? null : draft.time("firstCreated", first);
        draft.versionCreated = version == null ? null : draft.time("versionCreated", version);
    }

    /** In the item's own language where the item has several. */
    private static void headlines(XmlElement item, ItemDraft draft) {
        for (XmlElement headline : ownLanguageFirst(item.all("contentMeta", "headline"), draft)) {
            boolean second = headline.attribute("role").toLowerCase(Locale.ROOT).contains("sub");
            if (second && draft.subheadline == null) {
                draft.subheadline = XmlElement.firstOf(headline.line());
            } else if (!second && draft.headline.isEmpty()) {
                draft.headline = headline.line();
            }
        }
        if (draft.headline.isEmpty()) {
            draft.headline = item.line("itemMeta", "title");
        }
    }

    private static void summary(XmlElement item, ItemDraft draft) {
        if (draft.subheadline != null || draft.body.isEmpty()) {
            return;
        }
        for (XmlElement description : ownLanguageFirst(item.all("contentMeta", "description"), draft)) {
            boolean ofPicture =
                    description.attribute("role").toLowerCase(Locale.ROOT).contains("caption");
            if (!ofPicture && draft.subheadline == null) {
                FeedItem.summary(FeedItem.escaped(description.line()), draft);
            }
        }
    }

    private static List<XmlElement> ownLanguageFirst(List<XmlElement> elements, ItemDraft draft) {
        String own = draft.language == null ? "" : draft.language;
        return elements.stream()
                .sorted(Comparator.comparing(element -> !own.equalsIgnoreCase(element.attribute("xml:lang"))
                        && !element.attribute("xml:lang").isEmpty()))
                .toList();
    }

    private static void origin(XmlElement item, ItemDraft draft) {
        Stream<String> by = item.all("contentMeta", "by").stream().map(XmlElement::line);
        List<String> bylines = by.filter(line -> !line.isEmpty()).distinct().toList();
        if (bylines.isEmpty()) {
            bylines = item.all("contentMeta", "creator").stream()
                    .filter(creator -> !creator.attribute("role").contains("source"))
                    .map(creator -> XmlElement.firstOf(name(creator, draft), creator.attribute("literal")))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
        draft.bylines.addAll(bylines);
        String located = item.all("contentMeta", "located").stream()
                .map(place -> XmlElement.firstOf(name(place, draft), place.attribute("literal")))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
        Dateline stated = Datelines.of(item.line("contentMeta", "dateline"));
        draft.dateline = located.isEmpty()
                ? stated
                : new Dateline(
                        stated != null && stated.agency() != null && stated.place() != null ? stated.place() : located,
                        stated == null ? null : stated.agency(),
                        stated == null ? null : stated.date());
    }

    private static String name(XmlElement concept, ItemDraft draft) {
        return ownLanguageFirst(concept.all("name"), draft).stream()
                .map(XmlElement::line)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static void topics(XmlElement item, ItemDraft draft) {
        Map<String, List<XmlElement>> assertions = item.all("assert").stream()
                .filter(about -> !about.attribute("qcode").isEmpty())
                .collect(Collectors.groupingBy(about -> about.attribute("qcode")));
        for (XmlElement subject : item.all("contentMeta", "subject")) {
            String name = name(subject, draft);
            for (XmlElement about : asserted(subject, assertions)) {
                name = name.isEmpty() ? name(about, draft) : name;
            }
            String type = Signals.local(subject.attribute("type"));
            if (type.equals("person") && !name.isEmpty()) {
                draft.relatedPeople.add(new RelatedPerson(name, offices(subject, assertions)));
            } else if ((type.equals("geoArea") || type.equals("poi")) && !name.isEmpty()) {
                draft.place(name);
            }
            draft.subject(
                    XmlElement.firstOf(
                            subject.attribute("qcode"), subject.attribute("uri"), subject.attribute("literal")),
                    XmlElement.firstOf(name));
        }
        for (XmlElement keyword : item.all("contentMeta", "keyword")) {
            draft.subject(null, XmlElement.firstOf(keyword.line()));
        }
    }

    /** The first few, so that a million subjects with a million assertions about one code take no million times a million steps. */
    private static List<XmlElement> asserted(XmlElement subject, Map<String, List<XmlElement>> assertions) {
        List<XmlElement> all = assertions.getOrDefault(subject.attribute("qcode"), List.of());
        return all.subList(0, Math.min(all.size(), ENOUGH));
    }

    /** A person's offices stand with the subject, or in an assertion about the same code. */
    private static List<String> offices(XmlElement person, Map<String, List<XmlElement>> assertions) {
        return Stream.concat(Stream.of(person), asserted(person, assertions).stream())
                .flatMap(about -> about.deep("jobtitle").stream())
                .map(XmlElement::line)
                .filter(title -> !title.isEmpty())
                .distinct()
                .toList();
    }

    private static void notes(XmlElement item, ItemDraft draft) {
        item.all("itemMeta", "edNote").stream()
                .map(XmlElement::paragraphs)
                .filter(note -> !note.isEmpty())
                .forEach(draft.internal::add);
    }

    private static void links(XmlElement item, ItemDraft draft) {
        for (XmlElement link : item.all("itemMeta", "link")) {
            String rel = Signals.local(link.attribute("rel")).toLowerCase(Locale.ROOT);
            if (rel.equals("canonical") || rel.equals("alternate")) {
                String address = link.attribute("href");
                draft.link = address.isEmpty() ? draft.link : draft.uri("link", address);
            } else {
                reference(link, "link", draft);
            }
        }
        item.deep("itemRef").forEach(part -> reference(part, "item", draft));
    }

    /** @param kind what it is called where the link does not say */
    private static void reference(XmlElement link, String kind, ItemDraft draft) {
        String address = XmlElement.firstOf(link.attribute("href"), link.attribute("residref"));
        String type = link.attribute("contenttype");
        String media =
                type.indexOf('/') > 0 && !type.startsWith("application/") ? type.substring(0, type.indexOf('/')) : kind;
        draft.media(
                media, address == null ? "" : address, XmlElement.firstOf(link.line("title"), link.line("headline")));
    }

    private static void content(XmlElement item, ItemDraft draft) {
        for (XmlElement set : item.all("contentSet")) {
            List<XmlElement> texts = new ArrayList<>(set.all("inlineXML"));
            texts.addAll(set.all("inlineData"));
            for (XmlElement text : texts) {
                String type = text.attribute("contenttype");
                boolean readable = type.isEmpty() || !type.matches("(image|video|audio)/.*");
                if (readable && draft.body.isEmpty()) { // the others are the same text in other formats
                    XmlBody.read(text, type, draft);
                }
            }
            set.first("remoteContent")
                    .ifPresent(
                            remote -> { // the others are the same picture in other sizes
                                String caption = XmlElement.firstOf(
                                        remote.line("title"), item.line("contentMeta", "description"), draft.headline);
                                String address =
                                        XmlElement.firstOf(remote.attribute("href"), remote.attribute("residref"));
                                String type =
                                        XmlElement.firstOf(remote.attribute("contenttype"), remote.attribute("format"));
                                String kind = type == null ? null : type.replaceFirst("/.*", "");
                                draft.media(kind, address == null ? "" : address, caption);
                            });
        }
    }

    /** Other items that this one takes back by naming them. */
    private Stream<Reading> named(WireMessage message, XmlElement item, ItemDraft draft) {
        boolean killed = draft.status == Status.CANCELED;
        return item.all("itemMeta", "link").stream()
                .filter(link -> {
                    String rel = Signals.local(link.attribute("rel"));
                    return Signals.kills(rel) || (killed && PREDECESSORS.contains(rel));
                })
                .map(link -> link.attribute("residref"))
                .filter(other -> !other.isEmpty() && !other.equals(draft.guid))
                .distinct()
                .map(other -> ItemDraft.takenBack(message, name(), other, Status.CANCELED, draft));
    }

    private static String code(XmlElement item, String... path) {
        return Optional.ofNullable(XmlElement.firstOf(item.attributeOf("qcode", path), item.attributeOf("uri", path)))
                .orElseGet(() -> item.line(path));
    }

    private static List<String> codes(XmlElement item, String... path) {
        return item.all(path).stream()
                .map(element -> XmlElement.firstOf(
                        element.attribute("qcode"), element.attribute("uri"), element.attribute("literal")))
                .filter(Objects::nonNull)
                .toList();
    }
}

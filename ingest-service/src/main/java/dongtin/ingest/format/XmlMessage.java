package dongtin.ingest.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharArrayReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message in XML apart into its items. Where the XML breaks, the item that it breaks in is lost and reading goes on at
 * the next one. A DTD is skipped, not refused: real wires carry a DOCTYPE; nothing outside of the message is ever read, of
 * entities only XML's own and HTML's characters are known, and others stay as they are written. Prefixes need no declaration.
 * Depth and number of elements are bounded. For one message and one thread.
 */
final class XmlMessage {

    /** What a message is made of, in its order. */
    sealed interface Found {}

    /** An item as a whole. */
    record Whole(XmlElement element) implements Found {}

    /** A place where the XML breaks. */
    record Broken(String at, String reason) implements Found {}

    /**
     * Which elements a format's messages are made of.
     *
     * @param containers elements around the items
     * @param items elements that are taken or refused on their own
     * @param byVocabulary whether names stand for what their prefixes are declared as, as in feeds; else prefixes say nothing
     * @param nextItem finds where an item begins, to go on reading from
     */
    record Shape(Set<String> containers, Set<String> items, boolean byVocabulary, Pattern nextItem) {

        Shape(Set<String> containers, Set<String> items, boolean byVocabulary) {
            this(
                    containers,
                    items,
                    byVocabulary,
                    Pattern.compile("<(?:[A-Za-z0-9_.-]{1,40}+:)?(?:"
                            + items.stream().map(XmlMessage::local).collect(Collectors.joining("|"))
                            + ")[\\s>]"));
        }
    }

    static final Shape FEED = new Shape(
            Set.of("rss", "channel", "rdf:RDF", "atom:feed"), Set.of("item", "atom:entry", "at:deleted-entry"), true);

    static final Shape G2 = new Shape(
            Set.of("newsMessage", "itemSet"),
            Set.of("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"),
            false);

    static final Shape NEWSML_1 = new Shape(Set.of("NewsML"), Set.of("NewsItem"), false);
    static final Shape NITF = new Shape(Set.of(), Set.of("nitf"), false);

    /** The root elements of the news formats; a feed's type does not make a feed of them. */
    static final Set<String> NEWS_ROOTS = Set.of(
            "nitf",
            "NewsML",
            "newsMessage",
            "newsItem",
            "packageItem",
            "conceptItem",
            "knowledgeItem",
            "planningItem",
            "catalogItem");

    private static final Set<String> FEED_ROOTS = Set.of("rss", "RDF", "feed", "entry");

    private static final int MAX_DEPTH = 200;

    /** Elements and attributes that any message may have; a long one may have one for so many characters. */
    private static final int NODES = 100_000;

    private static final int CHARACTERS_OF_A_NODE = 8;
    private static final int MOST_ENTITIES = 1_000;
    private static final int NEAR_START = 1 << 16;
    private static final int VERY_NEAR_START = 1 << 10;

    /** What parts the words of an element from each other; an entity or a comment does not. */
    private static final Set<Integer> BETWEEN_WORDS =
            Set.of(XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT);

    /** Thread-safe once they are configured. */
    private static final XMLInputFactory DOCUMENT = factory(false);

    private static final XMLInputFactory FRAGMENT = factory(true);

    private static final Pattern ROOT = Pattern.compile("<(?![?!])([^\\s<>/]{1,100}+)[\\s/>]");

    private static final Pattern FORBIDDEN_REFERENCE = Pattern.compile(
            "&#(?:0{0,6}(?:[0-8]|1[124-9]|2\\d|3[01])|x0{0,6}(?:[0-8bcef]|1[0-9a-f]));", Pattern.CASE_INSENSITIVE);

    private final Shape shape;
    private final char[] characters;
    private final int maxItems;
    private final int maxNodes;
    private int nodes;
    private int wholes;
    private int breaks;
    private int line = 1;
    private int lineStart;
    private int counted;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> entities = new HashMap<>();
    private final List<XmlElement> header = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    private XmlMessage(char[] characters, Shape shape, int maxItems) {
        this.characters = characters;
        this.shape = shape;
        this.maxItems = maxItems;
        maxNodes = Math.max(NODES, characters.length / CHARACTERS_OF_A_NODE);
    }

    /** @throws Excess where there are more items, or more elements and attributes, than there may be */
    static XmlMessage of(String characters, Shape shape, int maxItems) {
        String clean = characters;
        if (clean.contains("&#")) {
            clean = FORBIDDEN_REFERENCE
                    .matcher(clean)
                    .replaceAll(reference -> " ".repeat(reference.end() - reference.start()));
        }
        char[] allowed = clean.toCharArray();
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = forbidden(allowed[i]) ? ' ' : allowed[i];
        }
        var xml = new XmlMessage(allowed, shape, maxItems);
        xml.read();
        return xml;
    }

    /** Whether XML 1.0 has no place for the character. */
    private static boolean forbidden(char c) {
        return (c < ' ' && c != '\n' && c != '\t' && c != '\r') || c >= '\uFFFE';
    }

    /** Whether a root element of this name is one of a format that we read. */
    static boolean knows(String root) {
        return NEWS_ROOTS.contains(root) || FEED_ROOTS.contains(root);
    }

    /** The parts around the items. */
    List<XmlElement> header() {
        return header;
    }

    /** Items and breaks. */
    List<Found> found() {
        return found;
    }

    /** The items that are whole. */
    List<XmlElement> items() {
        return found.stream()
                .flatMap(one -> one instanceof Whole whole ? Stream.of(whole.element()) : Stream.empty())
                .toList();
    }

    /**
     * The answers: what a format makes of each item, and a refusal for each place where the XML breaks.
     *
     * @param otherwise why the message is malformed if it breaks nowhere and holds no item
     */
    List<Reading> readings(Function<XmlElement, List<Reading>> read, String otherwise) {
        List<Reading> readings = found.stream()
                .flatMap(one -> switch (one) {
                    case Whole whole -> readings(whole.element(), read).stream();
                    case Broken broken -> Stream.of(new Reading.Refused(broken.at(), broken.reason()));
                })
                .toList();
        return found.stream().anyMatch(Whole.class::isInstance) ? readings : List.of(malformed(otherwise));
    }

    private static List<Reading> readings(XmlElement item, Function<XmlElement, List<Reading>> read) {
        try {
            return read.apply(item);
        } catch (Excess e) {
            return List.of(new Reading.Refused(item.at(), e.reason()));
        }
    }

    /** Why nothing could be read: where the XML breaks, or else that it holds nothing. */
    Reading.Malformed malformed(String otherwise) {
        return found.stream()
                .flatMap(one -> one instanceof Broken broken ? Stream.of(broken) : Stream.empty())
                .findFirst()
                .map(broken -> new Reading.Malformed(broken.at(), broken.reason()))
                .orElse(new Reading.Malformed("line 1, column 1", otherwise));
    }

    /** The root element's name without a prefix, of bytes in any charset; empty where there is none near the start. */
    static String root(byte[] bytes) {
        String root = root(bytes, VERY_NEAR_START);
        return root.isEmpty() && bytes.length > VERY_NEAR_START ? root(bytes, NEAR_START) : root;
    }

    private static String root(byte[] bytes, int near) {
        String start = new String(bytes, 0, Math.min(bytes.length, near), StandardCharsets.ISO_8859_1);
        start = start.indexOf('\0') < 0 ? start : start.replace("\0", "");
        int at = start.indexOf('<');
        while (at >= 0 && (start.startsWith("<!", at) || start.startsWith("<?", at))) {
            int end = start.startsWith("<!--", at)
                    ? start.indexOf("-->", at)
                    : start.startsWith("<?", at) ? start.indexOf("?>", at) : doctypeEnd(start, at);
            at = end < 0 ? -1 : start.indexOf('<', end);
        }
        Matcher root = ROOT.matcher(start);
        return at >= 0 && root.find(at) ? local(root.group(1)) : "";
    }

    private static int doctypeEnd(String start, int at) {
        int end = start.indexOf('>', at);
        int subset = start.indexOf('[', at);
        return subset < 0 || subset > end ? end : start.indexOf('>', Math.max(subset, start.indexOf(']', subset)));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private void read() {
        var pass = new Pass(firstTag(), DOCUMENT, XmlVocabulary.NONE);
        Matcher next = shape.nextItem().matcher(CharBuffer.wrap(characters));
        while (true) {
            try {
                pass.read();
                return;
            } catch (XMLStreamException e) {
                int broken = Math.clamp((long) pass.from + pass.offset(e), pass.from, characters.length);
                // To a reader that began among the items, the end of what is around them is an error too, but not to
                // the sender.
                if (pass.inside || pass.factory == DOCUMENT || !inEndTag(broken)) {
                    add(new Broken(at(broken), firstLine(e)), broken);
                }
                // Where an exception does not say where it is, it is about the tag that begins here.
                int after = e.getLocation() == null ? broken + 1 : Math.max(broken, pass.from + 1);
                if (!next.find(Math.min(characters.length, after))) {
                    return;
                }
                pass = new Pass(next.start(), FRAGMENT, pass.around);
            }
        }
    }

    /** 0 where there is none: what stands there instead is then what is wrong. */
    private int firstTag() {
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == '<') {
                return i;
            }
        }
        return 0;
    }

    private boolean inEndTag(int offset) {
        int tag = Math.min(offset, characters.length - 1);
        while (tag > 0 && characters[tag] != '<') {
            tag--;
        }
        return tag + 1 < characters.length && characters[tag + 1] == '/';
    }

    private void add(Whole item, int offset) {
        if (++wholes > maxItems) {
            throw Excess.ofItems(at(offset), maxItems);
        }
        found.add(item);
    }

    private void add(Broken one, int offset) {
        if (++breaks > maxItems) {
            throw new Excess(at(offset), maxItems, "places where the XML breaks");
        }
        found.add(one);
    }

    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return "no XML: " + WireText.line(end < 0 ? message : message.substring(0, end));
    }

    /** Lines are counted from where they were counted to: what is asked for is nearly always further on. */
    private String at(int offset) {
        if (offset < counted) {
            line = 1;
            lineStart = 0;
            counted = 0;
        }
        for (; counted < Math.min(offset, characters.length); counted++) {
            if (characters[counted] == '\n') {
                line++;
                lineStart = counted + 1;
            }
        }
        return "line " + line + ", column " + (offset - lineStart + 1);
    }

    private static XMLInputFactory factory(boolean fragment) {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false); // what is broken is found by next()
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        // Only attributes ask for it: in text, references are events of their own.
        factory.getConfig()
                .setUndeclaredEntityResolver((publicId, systemId, base, name) -> replacement(String.valueOf(name)));
        if (fragment) {
            factory.setProperty(WstxInputProperties.P_INPUT_PARSING_MODE, WstxInputProperties.PARSING_MODE_FRAGMENT);
        }
        return factory;
    }

    private static Reader replacement(String entity) {
        return new StringReader(character(entity).replace("&", "&#38;").replace("<", "&#60;"));
    }

    /** What HTML means by the entity: real wires write no-break spaces and accents so, and rely on a DTD for it. */
    private static String character(String entity) {
        return Parser.unescapeEntities("&" + entity + ";", false);
    }

    private String known(String entity) {
        String known = entities.get(entity);
        if (known == null) {
            known = character(entity);
            if (entities.size() < MOST_ENTITIES) {
                entities.put(entity, known);
            }
        }
        return known;
    }

    /** One reading, from a place on until the end or to where the XML breaks. */
    private final class Pass {
        private final int from;
        private final XMLInputFactory factory;
        private XmlVocabulary around;
        private boolean inside;
        private @Nullable XMLStreamReader reader;

        Pass(int from, XMLInputFactory factory, XmlVocabulary around) {
            this.from = from;
            this.factory = factory;
            this.around = around;
        }

        /** Where the XML breaks, in characters from here; where an exception does not say, how far it was read. */
        int offset(XMLStreamException e) {
            Location stated = e.getLocation();
            Location read = stated != null || reader == null ? stated : reader.getLocation();
            return read == null ? 0 : Math.max(0, read.getCharacterOffset());
        }

        void read() throws XMLStreamException {
            XMLStreamReader xml =
                    factory.createXMLStreamReader(new CharArrayReader(characters, from, characters.length - from));
            reader = xml;
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT && --depth == 0) {
                    return; // whatever stands behind the root is no part of the message
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                Map<String, String> attributes = attributes(xml);
                XmlVocabulary inner = around.inside(attributes);
                String name = name(xml, inner);
                if (shape.containers().contains(name)) {
                    around = inner;
                    depth++;
                    continue;
                }
                inside = true;
                int start = from + xml.getLocation().getCharacterOffset();
                XmlElement element = element(xml, name, attributes, inner);
                if (shape.items().contains(name)) {
                    add(new Whole(element), start);
                } else {
                    header.add(element);
                }
                inside = false;
                if (depth == 0 && factory == DOCUMENT) {
                    return;
                }
            }
        }

        private String name(XMLStreamReader xml, XmlVocabulary inner) {
            String raw = xml.getLocalName();
            return shape.byVocabulary() ? inner.name(raw) : names.computeIfAbsent(raw, XmlMessage::local);
        }

        private XmlElement element(
                XMLStreamReader xml, String name, Map<String, String> attributes, XmlVocabulary inner)
                throws XMLStreamException {
            String at =
                    shape.items().contains(name) ? at(from + xml.getLocation().getCharacterOffset()) : "";
            var element = new XmlElement(name, attributes, inner, at);
            var words = new StringBuilder();
            while (true) {
                int event = xml.next();
                if (!words.isEmpty() && BETWEEN_WORDS.contains(event)) {
                    element.add(words.toString());
                    words.setLength(0);
                }
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        Map<String, String> own = attributes(xml);
                        XmlVocabulary below = shape.byVocabulary() ? inner.inside(own) : inner;
                        element.add(element(xml, name(xml, below), own, below));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        words.append(xml.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE -> words.append(known(xml.getLocalName()));
                    case XMLStreamConstants.END_ELEMENT -> {
                        return element;
                    }
                    case XMLStreamConstants.END_DOCUMENT ->
                        throw new XMLStreamException("the end within " + name, xml.getLocation());
                    default -> {} // comments, processing instructions
                }
            }
        }

        private Map<String, String> attributes(XMLStreamReader xml) {
            int count = xml.getAttributeCount();
            nodes += 1 + count;
            if (nodes > maxNodes) {
                throw new Excess(
                        at(from + xml.getLocation().getCharacterOffset()),
                        maxNodes,
                        "elements and attributes in a message");
            }
            if (count == 0) {
                return Map.of();
            }
            if (count == 1) {
                return Map.of(xml.getAttributeLocalName(0), xml.getAttributeValue(0));
            }
            // Insertion order, for the HTML that is written from it.
            Map<String, String> attributes = new LinkedHashMap<>(count * 2);
            for (int i = 0; i < count; i++) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
            return attributes;
        }
    }
}

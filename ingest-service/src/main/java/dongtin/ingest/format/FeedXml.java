package dongtin.ingest.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharArrayReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Takes a feed's XML apart into its items. Where the XML breaks, the item that it breaks in is lost and reading goes on at the
 * next one. DTDs are skipped, entities of their making stay as they are written, prefixes need no declaration. For one message
 * and one thread.
 */
final class FeedXml {

    /** What a feed is made of, in its order. */
    sealed interface Found {}

    /** An item as a whole. */
    record Whole(FeedElement element) implements Found {}

    /** A place where the XML breaks. */
    record Broken(String at, String reason) implements Found {}

    private static final int MAX_DEPTH = 200;
    private static final int MAX_BROKEN = 1_000;

    private static final XMLInputFactory DOCUMENT = factory(false);
    private static final XMLInputFactory FRAGMENT = factory(true);

    private static final Pattern ROOT = Pattern.compile("<(?![?!])([^\\s<>/]{1,100}+)");
    private static final Pattern NEXT_ITEM = Pattern.compile("<(?:[A-Za-z0-9_.-]{1,40}+:)?(?:item|entry)[\\s>]");

    /** Characters that XML 1.0 has no place for. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private static final Pattern FORBIDDEN_REFERENCE = Pattern.compile(
            "&#(?:0{0,6}(?:[0-8]|1[124-9]|2\\d|3[01])|x0{0,6}(?:[0-8bcef]|1[0-9a-f]));", Pattern.CASE_INSENSITIVE);

    private static final Set<String> CONTAINERS = Set.of("rss", "channel", "rdf:RDF", "atom:feed");
    private static final Set<String> ITEMS = Set.of("item", "atom:entry", "at:deleted-entry");

    /** Vocabularies by their address without scheme and closing slash or hash. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("", ""),
            Map.entry("my.netscape.com/rdf/simple/0.9", ""),
            Map.entry("channel.netscape.com/rdf/simple/0.9", ""),
            Map.entry("purl.org/rss/1.0", ""),
            Map.entry("purl.org/net/rss1.1", ""),
            Map.entry("purl.org/rss/2.0", ""),
            Map.entry("backend.userland.com/rss2", ""),
            Map.entry("backend.userland.com/rss", ""),
            Map.entry("blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("cyber.law.harvard.edu/rss", ""),
            Map.entry("www.rssboard.org/rss-specification", ""),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"),
            Map.entry("www.w3.org/2005/atom", "atom:"),
            Map.entry("purl.org/atom/ns", "atom:"),
            Map.entry("purl.org/atompub/tombstones/1.0", "at:"),
            Map.entry("www.w3.org/2007/app", "app:"),
            Map.entry("purl.org/dc/elements/1.1", "dc:"),
            Map.entry("purl.org/dc/elements/1.0", "dc:"),
            Map.entry("purl.org/dc/terms", "dcterms:"),
            Map.entry("purl.org/rss/1.0/modules/content", "content:"),
            Map.entry("search.yahoo.com/mrss", "media:"),
            Map.entry("tools.search.yahoo.com/mrss", "media:"),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml:"));

    private final String text;
    private final char[] characters;
    private final int[] lineStarts;
    private final List<FeedElement> header = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    private FeedXml(String text) {
        this.text = text;
        characters = text.toCharArray();
        lineStarts = IntStream.rangeClosed(0, characters.length)
                .filter(i -> i == 0 || characters[i - 1] == '\n')
                .toArray();
    }

    /** The parts of the channel or feed that are no items. */
    List<FeedElement> header() {
        return header;
    }

    List<Found> found() {
        return found;
    }

    static FeedXml of(String characters) {
        String clean = FORBIDDEN.matcher(characters).replaceAll(" ");
        var xml = new FeedXml(FORBIDDEN_REFERENCE
                .matcher(clean)
                .replaceAll(reference -> " ".repeat(reference.end() - reference.start())));
        xml.read();
        return xml;
    }

    /** The root element's name without a prefix, of bytes in any charset; empty where there is none near the start. */
    static String root(byte[] bytes) {
        String start =
                new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.ISO_8859_1).replace("\0", "");
        int at = start.indexOf('<');
        while (at >= 0 && (start.startsWith("<!", at) || start.startsWith("<?", at))) {
            int end = start.startsWith("<!--", at)
                    ? start.indexOf("-->", at)
                    : start.startsWith("<?", at) ? start.indexOf("?>", at) : doctypeEnd(start, at);
            at = end < 0 ? -1 : start.indexOf('<', end);
        }
        Matcher root = ROOT.matcher(start);
        return at >= 0 && root.find(at) ? root.group(1).substring(root.group(1).indexOf(':') + 1) : "";
    }

    private static int doctypeEnd(String start, int at) {
        int end = start.indexOf('>', at);
        int subset = start.indexOf('[', at);
        return subset < 0 || subset > end ? end : start.indexOf('>', Math.max(subset, start.indexOf(']', subset)));
    }

    private void read() {
        int from = Math.max(0, text.indexOf('<'));
        var pass = new Pass(from, DOCUMENT, new Context(Map.of(), null, null));
        Matcher next = NEXT_ITEM.matcher(text);
        while (true) {
            try {
                pass.read();
                return;
            } catch (XMLStreamException e) {
                int offset = e.getLocation() == null ? 0 : e.getLocation().getCharacterOffset();
                int broken = Math.clamp((long) pass.from + Math.max(0, offset), pass.from, text.length());
                // To a reader that began among the items, the end of the channel is an error too, but not to the
                // sender.
                if (pass.inside || pass.factory == DOCUMENT) {
                    found.add(new Broken(at(broken), firstLine(e)));
                }
                if (brokenCount() >= MAX_BROKEN
                        || !next.find(Math.min(text.length(), Math.max(broken, pass.from + 1)))) {
                    return;
                }
                pass = new Pass(next.start(), FRAGMENT, pass.context);
            }
        }
    }

    private long brokenCount() {
        return found.stream().filter(Broken.class::isInstance).count();
    }

    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return "no XML: " + WireText.line(end < 0 ? message : message.substring(0, end));
    }

    private String at(int offset) {
        int line = Arrays.binarySearch(lineStarts, offset);
        line = line < 0 ? -line - 2 : line;
        return "line %d, column %d".formatted(line + 1, offset - lineStarts[line] + 1);
    }

    private static XMLInputFactory factory(boolean fragment) {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        if (fragment) {
            factory.setProperty(WstxInputProperties.P_INPUT_PARSING_MODE, WstxInputProperties.PARSING_MODE_FRAGMENT);
        }
        return factory;
    }

    /** What an element inherits: addresses of vocabularies by prefix, base, language. */
    private record Context(
            Map<String, String> prefixes,
            @Nullable URI base,
            @Nullable String language) {

        Context inside(Map<String, String> attributes) {
            var inner = new HashMap<String, String>();
            attributes.forEach((name, value) -> {
                if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                    inner.put(name.substring(Math.min(name.length(), 6)), value);
                }
            });
            if (!inner.isEmpty()) {
                prefixes.forEach(inner::putIfAbsent);
            }
            String base = attributes.get("xml:base");
            String language = attributes.get("xml:lang");
            return new Context(
                    inner.isEmpty() ? prefixes : inner,
                    base == null ? this.base : FeedLinks.resolve(this.base, base),
                    language == null || language.isBlank() ? this.language : language);
        }

        String name(String raw) {
            int colon = raw.indexOf(':');
            String prefix = colon < 0 ? "" : raw.substring(0, colon);
            String address = prefixes.get(prefix);
            if (address == null) {
                return raw; // not declared: taken for what the prefix is used for everywhere
            }
            String key = address.strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("^https?://", "")
                    .replaceFirst("[/#]++$", "");
            String known = PREFIXES.get(key);
            return (known != null ? known : "{" + address + "}:") + raw.substring(colon + 1);
        }
    }

    /** One reading, from a place on until the end or to where the XML breaks. */
    private final class Pass {
        private final int from;
        private final XMLInputFactory factory;
        private Context context;
        private boolean inside;

        Pass(int from, XMLInputFactory factory, Context context) {
            this.from = from;
            this.factory = factory;
            this.context = context;
        }

        void read() throws XMLStreamException {
            XMLStreamReader xml =
                    factory.createXMLStreamReader(new CharArrayReader(characters, from, characters.length - from));
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT && --depth == 0) {
                    return; // whatever stands behind the root is no part of the feed
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                Map<String, String> attributes = attributes(xml);
                Context inner = context.inside(attributes);
                String name = inner.name(xml.getLocalName());
                if (CONTAINERS.contains(name)) {
                    context = inner;
                    depth++;
                    continue;
                }
                inside = true;
                FeedElement element = element(xml, name, attributes, inner);
                if (ITEMS.contains(name)) {
                    found.add(new Whole(element));
                } else {
                    header.add(element);
                }
                inside = false;
                if (depth == 0 && factory == DOCUMENT) {
                    return;
                }
            }
        }

        private FeedElement element(XMLStreamReader xml, String name, Map<String, String> attributes, Context inner)
                throws XMLStreamException {
            String at = at(Math.min(text.length(), from + xml.getLocation().getCharacterOffset()));
            var parts = new ArrayList<FeedElement.Part>();
            var words = new StringBuilder();
            while (true) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        end(words, parts);
                        Map<String, String> own = attributes(xml);
                        Context below = inner.inside(own);
                        parts.add(new FeedElement.Child(element(xml, below.name(xml.getLocalName()), own, below)));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        words.append(xml.getText());
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        words.append(Parser.unescapeEntities("&" + xml.getLocalName() + ";", false));
                    case XMLStreamConstants.END_ELEMENT -> {
                        end(words, parts);
                        return new FeedElement(
                                name, attributes, List.copyOf(parts), inner.base(), inner.language(), at);
                    }
                    case XMLStreamConstants.END_DOCUMENT ->
                        throw new XMLStreamException("the end within " + name, xml.getLocation());
                    default -> {}
                }
            }
        }

        private static void end(StringBuilder words, List<FeedElement.Part> parts) {
            if (!words.isEmpty()) {
                parts.add(new FeedElement.Words(words.toString()));
                words.setLength(0);
            }
        }

        private static Map<String, String> attributes(XMLStreamReader xml) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
            return attributes;
        }
    }
}

package dongtin.ingest.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Messages in XML. A DTD is ignored, not refused: real wires carry a DOCTYPE; nothing outside of the message is ever read,
 * and no entity but XML's own and HTML's characters is known. Depth and number of elements are bounded.
 */
final class XmlMessage {

    private static final int DEEPEST = 200;
    private static final int MOST_ELEMENTS = 500_000;
    private static final int DECLARATION = 200;
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");

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

    /** Thread-safe once it is configured. */
    private static final XMLInputFactory FACTORY = factory();

    private XmlMessage() {}

    /** Why a message is no XML, and where. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String at, String reason) {
            super(reason);
            this.at = at;
        }

        private final String at;

        Reading.Malformed reading() {
            return new Reading.Malformed(at, String.valueOf(getMessage()));
        }
    }

    private static XMLInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MOST_ELEMENTS);
        factory.getConfig().doParseLazily(false); // what is broken is found by next(), not by getText()
        factory.getConfig().setUndeclaredEntityResolver((publicId, systemId, base, name) -> character(name));
        return factory;
    }

    /** What HTML means by the entity: real wires write no-break spaces and accents so, and rely on a DTD for it. */
    private static @Nullable Reader character(@Nullable String entity) {
        String reference = "&" + entity + ";";
        String characters = Parser.unescapeEntities(reference, true);
        boolean known = !characters.equals(reference) && characters.indexOf('<') < 0 && characters.indexOf('&') < 0;
        return known ? new StringReader(characters) : null;
    }

    /** Whether the sender declares XML of a kind that says nothing of the format. */
    static boolean declared(WireMessage message) {
        String type = MediaType.of(message.contentType()).name();
        return type.equals("text/xml") || (type.startsWith("application/") && type.endsWith("xml"));
    }

    /** The name of the outermost element, without prefix; empty where there is none to be read. */
    static String rootName(WireMessage message) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(message.bytes()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    return reader.getLocalName();
                }
            }
            return "";
        } catch (XMLStreamException e) {
            return "";
        }
    }

    static XmlElement read(WireMessage message) throws Broken {
        try {
            return tree(FACTORY.createXMLStreamReader(new StringReader(text(message))));
        } catch (XMLStreamException e) {
            String reason = e.getMessage() == null
                    ? ""
                    : e.getMessage().lines().findFirst().orElse("");
            throw new Broken(at(e.getLocation()), "no XML: " + reason);
        }
    }

    private static XmlElement tree(XMLStreamReader reader) throws XMLStreamException, Broken {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var element = new XmlElement(reader.getLocalName(), attributes(reader), at(reader.getLocation()));
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek().add(reader.getText());
                    }
                }
                default -> {} // comments, processing instructions, the DOCTYPE
            }
        }
        if (root == null) {
            throw new Broken("line 1, column 1", "no XML: no element");
        }
        return root;
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        if (reader.getAttributeCount() == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            boolean own = reader.getAttributePrefix(i) == null
                    || reader.getAttributePrefix(i).isEmpty();
            if (name.equals("lang") && !own) {
                attributes.put("xml:lang", reader.getAttributeValue(i));
            } else if (own) {
                attributes.put(name, reader.getAttributeValue(i));
            } else {
                attributes.putIfAbsent(reader.getAttributePrefix(i) + ":" + name, reader.getAttributeValue(i));
            }
        }
        return attributes;
    }

    /**
     * The characters: UTF-16 by its first bytes, UTF-8 where the bytes are that, whatever is declared (some agencies declare
     * Latin-1 and send UTF-8), else as declared.
     */
    private static String text(WireMessage message) throws Broken {
        byte[] bytes = message.bytes();
        String declared = declaredEncoding(bytes);
        boolean sevenBit = declared.startsWith("iso-2022") || declared.equals("utf-7");
        if (!sevenBit && !utf16(bytes).isEmpty()) {
            return decode(bytes, utf16(bytes));
        }
        try {
            return sevenBit ? decode(bytes, declared) : WireText.decode(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            if (declared.isEmpty()) {
                throw new Broken("line 1, column 1", "%s, and no encoding is declared".formatted(e.getMessage()));
            }
            return decode(bytes, declared);
        }
    }

    private static String decode(byte[] bytes, String charset) throws Broken {
        try {
            return WireText.decode(bytes, Charset.forName(charset));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Broken("line 1, column 1", "unknown encoding " + charset);
        } catch (CharacterCodingException e) {
            throw new Broken("line 1, column 1", String.valueOf(e.getMessage()));
        }
    }

    private static String declaredEncoding(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(start.stripLeading());
        return encoding.find() ? encoding.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static String utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return "";
        }
        return switch (((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF)) {
            case 0xFEFF, '<' -> "utf-16be";
            case 0xFFFE, '<' << 8 -> "utf-16le";
            default -> "";
        };
    }

    private static String at(@Nullable Location location) {
        return location == null
                ? "start"
                : "line %d, column %d".formatted(location.getLineNumber(), location.getColumnNumber());
    }
}

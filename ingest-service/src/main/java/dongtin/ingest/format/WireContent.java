package dongtin.ingest.format;

import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A message as far as it takes to tell which format it has: what its type declares or, where a type says nothing, what its
 * content looks like. Decoded and parsed once, at need. Not thread-safe.
 */
final class WireContent {

    /** What a content is written in. */
    enum Notation {
        XML,
        JSON,
        MAIL,
        TEXT,
        UNKNOWN
    }

    private static final Set<String> TEXT = Set.of("text/plain", "text/vnd.iptc.anpa");
    private static final Set<String> NO_TYPE = Set.of("", "application/octet-stream", "binary/octet-stream");

    private final WireMessage message;
    private final int maxItems;
    private final MediaType type;
    private final Notation notation;
    private @Nullable WireCharset characters;
    private @Nullable CharacterCodingException undecodable;
    private @Nullable JsonNode json;
    private @Nullable JacksonException noJson;
    private @Nullable String root;

    /** @param maxItems how many items the message may hold */
    WireContent(WireMessage message, int maxItems) {
        this.message = message;
        this.maxItems = maxItems;
        type = MediaType.of(message.contentType());
        notation = notation();
    }

    WireMessage message() {
        return message;
    }

    /** How many items the message may hold: who reads them stops at the next one. */
    int maxItems() {
        return maxItems;
    }

    MediaType type() {
        return type;
    }

    /** By its type; by its beginning where that is plain text or says nothing. */
    Notation writtenIn() {
        return notation;
    }

    private Notation notation() {
        if (type.json()) {
            return Notation.JSON;
        }
        if (type.xml()) {
            return Notation.XML;
        }
        if (type.name().equals("message/rfc822")) {
            return Notation.MAIL;
        }
        boolean text = TEXT.contains(type.name());
        return text || NO_TYPE.contains(type.name())
                ? sniffed(text ? Notation.TEXT : Notation.UNKNOWN)
                : Notation.UNKNOWN;
    }

    private Notation sniffed(Notation otherwise) {
        byte[] bytes = message.bytes();
        int at = start(bytes);
        int first = at < bytes.length ? bytes[at] : ' ';
        if (first == '<' && XmlMessage.knows(root())) {
            return Notation.XML;
        }
        if ((first == '{' || first == '[') && json() != null) {
            return Notation.JSON;
        }
        if (ControlledText.in(bytes)) {
            return Notation.TEXT;
        }
        return MailFormat.looksLikeMail(bytes) ? Notation.MAIL : otherwise;
    }

    /** Where something begins: behind a byte order mark of UTF-8 and white space. */
    private static int start(byte[] bytes) {
        int at = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB ? 3 : 0;
        while (at < bytes.length && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) {
            at++;
        }
        return at;
    }

    /** @throws CharacterCodingException saying why, where the bytes are no text */
    WireCharset characters() throws CharacterCodingException {
        if (undecodable != null) {
            throw undecodable;
        }
        if (characters == null) {
            try {
                characters = WireCharset.of(message);
            } catch (CharacterCodingException e) {
                undecodable = e;
                throw e;
            }
        }
        return characters;
    }

    /** The outermost element's name without a prefix; empty where there is none near the start. */
    String root() {
        if (root == null) {
            root = XmlMessage.root(message.bytes());
        }
        return root;
    }

    /** The whole as JSON; null where it is none. */
    @Nullable JsonNode json() {
        if (json == null && noJson == null && undecodable == null) {
            try {
                json = JsonMessage.read(characters().text(), maxItems);
            } catch (JacksonException e) {
                noJson = e;
            } catch (CharacterCodingException e) {
                return null; // kept in undecodable
            }
        }
        return json;
    }

    /** What a format makes of the JSON, or why there is none. */
    List<Reading> json(Function<JsonNode, List<Reading>> read) {
        JsonNode root = json();
        if (root != null) {
            return read.apply(root);
        }
        return List.of(
                noJson != null
                        ? JsonMessage.malformed(noJson)
                        : new Reading.Malformed(
                                "", undecodable == null ? "no JSON" : String.valueOf(undecodable.getMessage())));
    }

    /** What a format makes of the XML, or why there are no characters to read it from. */
    List<Reading> xml(XmlMessage.Shape shape, Function<XmlMessage, List<Reading>> read) {
        try {
            return read.apply(XmlMessage.of(characters().text(), shape, maxItems));
        } catch (CharacterCodingException e) {
            return List.of(new Reading.Malformed("line 1, column 1", String.valueOf(e.getMessage())));
        }
    }

    /** Notes that the characters are not the declared ones, if so. */
    void doubt(ItemDraft draft) {
        if (characters != null) {
            draft.doubt(characters);
        }
    }
}

package dongtin.ingest.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a message, whatever its sender believed to send: by byte order mark; as UTF-8 wherever the bytes are that,
 * since hardly anything else ever is by accident; as declared; else as what they look like.
 *
 * @param text without a byte order mark
 * @param doubt what the reader should know: the declaration was wrong, or missing where it was needed; null if all is well
 */
record WireCharset(String text, @Nullable String doubt) {

    private static final Pattern XML_ENCODING =
            Pattern.compile("^\\s*+<\\?xml[^>]{0,100}?encoding\\s*+=\\s*+[\"']([A-Za-z0-9._:-]{1,40}+)[\"']");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
    private static final Charset UTF_32 = Charset.forName("UTF-32");

    /** What windows-1258 writes after a vowel to give it its tone. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private static final String VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";

    /** Letters that Vietnamese alone has, among those of windows-1258. */
    private static final String VIETNAMESE = "ăđơưĂĐƠƯ";

    /** @throws CharacterCodingException saying why, where the bytes are text in no charset that could be meant */
    static WireCharset of(WireMessage message) throws CharacterCodingException {
        return of(message.bytes(), declared(message));
    }

    /**
     * @param declared names of charsets, lower case, the most trusted first
     * @throws CharacterCodingException saying why, where the bytes are text in no charset that could be meant
     */
    static WireCharset of(byte[] bytes, List<String> declared) throws CharacterCodingException {
        Charset marked = byMark(bytes);
        if (marked != null) {
            return new WireCharset(WireText.decode(bytes, marked), null);
        }
        CharacterCodingException notUtf8;
        try {
            // Seven-bit charsets with escapes (ISO-2022-JP) are valid UTF-8 too; there the declaration is the better
            // witness.
            if (declared.stream().noneMatch(name -> name.startsWith("iso-2022"))) {
                return new WireCharset(WireText.decode(bytes, StandardCharsets.UTF_8), null);
            }
            notUtf8 = new CharacterCodingException();
        } catch (CharacterCodingException e) {
            notUtf8 = e;
        }
        for (String name : declared) {
            String text = asDeclared(bytes, name);
            if (text != null) {
                return new WireCharset(text, null);
            }
        }
        return detected(bytes, declared, notUtf8);
    }

    private static @Nullable Charset byMark(byte[] bytes) {
        int[] b = new int[4];
        for (int i = 0; i < 4; i++) {
            b[i] = i < bytes.length ? bytes[i] & 0xFF : -1;
        }
        if ((b[0] == 0xFF && b[1] == 0xFE && b[2] == 0 && b[3] == 0)
                || (b[0] == 0 && b[1] == 0 && b[2] == 0xFE && b[3] == 0xFF)) {
            return UTF_32;
        }
        if ((b[0] == 0xFE && b[1] == 0xFF) || (b[0] == 0xFF && b[1] == 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        if (b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        // XML and JSON begin with characters of ASCII: a zero beside the first means UTF-16 without its mark.
        if (b[0] == 0 && b[1] > 0 && b[2] == 0 && b[3] > 0) {
            return StandardCharsets.UTF_16BE;
        }
        return b[0] > 0 && b[1] == 0 && b[2] > 0 && b[3] == 0 ? StandardCharsets.UTF_16LE : null;
    }

    /** The names in the XML declaration and in the content type, in this order: servers add a default to the latter. */
    private static List<String> declared(WireMessage message) {
        List<String> names = new ArrayList<>();
        byte[] bytes = message.bytes();
        Matcher xml =
                XML_ENCODING.matcher(new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1));
        if (xml.find()) {
            names.add(xml.group(1).toLowerCase(Locale.ROOT));
        }
        MediaType type = MediaType.of(message.contentType());
        if (type.charsetDeclared()) {
            names.add(type.charsetName());
        }
        return names;
    }

    private static @Nullable String asDeclared(byte[] bytes, String name) {
        try {
            Charset charset = Charset.forName(name);
            if (charset.equals(StandardCharsets.ISO_8859_1)) {
                charset = WINDOWS_1252; // https://encoding.spec.whatwg.org/#names-and-labels
            }
            String text = WireText.decode(bytes, charset);
            return plausible(text) ? text : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException | CharacterCodingException e) {
            return null; // not what it is said to be
        }
    }

    private static WireCharset detected(byte[] bytes, List<String> declared, CharacterCodingException notUtf8)
            throws CharacterCodingException {
        for (Charset charset : List.of(WINDOWS_1258, WINDOWS_1252, StandardCharsets.ISO_8859_1)) {
            String text =
                    charset.newDecoder().charset().equals(WINDOWS_1258) ? vietnamese(bytes) : decoded(bytes, charset);
            if (text != null && plausible(text)) {
                return new WireCharset(
                        text,
                        "%s, but it looks like %s"
                                .formatted(declared.isEmpty() ? "none declared" : declared.getFirst(), charset.name()));
            }
        }
        throw notUtf8;
    }

    /** The text, if its tone marks stand where Vietnamese has them; in other languages those bytes are letters. */
    private static @Nullable String vietnamese(byte[] bytes) {
        String text = decoded(bytes, WINDOWS_1258);
        if (text == null) {
            return null;
        }
        int tones = 0;
        int own = 0;
        for (int i = 0; i < text.length(); i++) {
            if (TONES.indexOf(text.charAt(i)) >= 0) {
                tones++;
                if (i == 0 || VOWELS.indexOf(text.charAt(i - 1)) < 0) {
                    return null;
                }
            }
            own += VIETNAMESE.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return tones > 2 || (tones > 0 && own > 0) ? text : null;
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Whether there are no control characters that text has no use for, but for those of teleprinter lines in such text. */
    private static boolean plausible(String text) {
        boolean controlled = text.lastIndexOf('\u0001', 20) >= 0 || text.indexOf('\u0002') >= 0;
        return text.chars()
                .noneMatch(c -> Character.isISOControl(c)
                        && "\t\n\r\f\u001B\u0085".indexOf(c) < 0
                        && (!controlled || c == 0 || c >= 0x80));
    }
}

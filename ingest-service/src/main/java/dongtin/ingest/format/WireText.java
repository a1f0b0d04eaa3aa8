package dongtin.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as wires send it, made into the text that we keep. */
final class WireText {

    private static final int MOST_MARKS = 30;
    private static final Pattern LINE_END_SPACE = Pattern.compile("[ \\t]++\\n");
    private static final Pattern INDENT = Pattern.compile("\\n[ \\t]++");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}+");
    private static final Pattern SPACES = Pattern.compile("\\s++");

    /** The characters of windows-1252 from 0x80 to 0x9F; itself where it has none. */
    private static final String C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private WireText() {}

    /**
     * The characters of the bytes, without a byte order mark.
     *
     * @throws CharacterCodingException naming the byte where they are not of the charset
     */
    static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new NotOfCharset(charset, in.position());
        }
        decoder.flush(out);
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * The text in NFC (of a letter's marks the first 30, as in UAX #15's stream-safe format) with line feeds as line ends, plain spaces for no-break spaces, without control characters, soft
     * hyphens and zero-width spaces; halves of surrogate pairs become U+FFFD.
     */
    static String clean(String text) {
        String unified =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        var kept = new StringBuilder(unified.length());
        int marks = 0;
        for (int i = 0, c; i < unified.length(); i += Character.charCount(c)) {
            c = unified.codePointAt(i);
            marks = Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                continue; // putting them in order takes the square of their number
            }
            switch (c) {
                case '\n', '\t' -> kept.appendCodePoint(c);
                case 0xA0, 0x2007, 0x202F -> kept.append(' ');
                case 0x2028 -> kept.append('\n');
                case 0x2029 -> kept.append("\n\n");
                case 0xAD, 0x200B, 0x2060, 0xFEFF -> {}
                default -> {
                    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                        kept.append('\uFFFD');
                    } else if (!Character.isISOControl(c)) {
                        kept.appendCodePoint(c);
                    }
                }
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /** Clean text on one line. */
    static String line(String text) {
        return SPACES.matcher(clean(text)).replaceAll(" ").strip();
    }

    /** Clean text in paragraphs: no space at either end of a line, one empty line at most in a row. */
    static String paragraphs(String text) {
        String trimmed = LINE_END_SPACE.matcher(clean(text)).replaceAll("\n");
        trimmed = INDENT.matcher(trimmed).replaceAll("\n");
        return EMPTY_LINES.matcher(trimmed).replaceAll("\n\n").strip();
    }

    /**
     * The text that was meant where UTF-8 was taken for windows-1252 or latin-1 on its way ({@code â€¦} for an ellipsis); any
     * other text as it is.
     */
    static String repaired(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        byte[] bytes = new byte[text.length()];
        boolean garbage = false;
        for (int i = 0; i < bytes.length; i++) {
            int known = C1.indexOf(text.charAt(i));
            int b = known >= 0 ? 0x80 + known : text.charAt(i);
            if (b > 0xFF) {
                return text;
            }
            garbage |= text.charAt(i) >= 0x80 && text.charAt(i) < 0xA0;
            bytes[i] = (byte) b;
        }
        try {
            String meant = decode(bytes, StandardCharsets.UTF_8);
            // Two letters can be a character of UTF-8 by accident; three, or control characters, hardly ever.
            return garbage || meant.chars().anyMatch(c -> c >= 0x800) ? meant : text;
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /** Bytes that are not text of the charset that they should be of. */
    private static final class NotOfCharset extends CharacterCodingException {
        private final String message;

        NotOfCharset(Charset charset, int at) {
            message = "byte %d is not %s".formatted(at, charset.name());
        }

        @Override
        public String getMessage() {
            return message;
        }
    }
}

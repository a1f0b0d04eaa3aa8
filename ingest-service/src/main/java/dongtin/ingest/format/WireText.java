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

/** Text as wires send it, made into the text that we keep. */
final class WireText {

    private static final int MOST_MARKS = 30;

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
        for (int i = 0; i < text.length(); i++) {
            if (!clean(text.charAt(i))) {
                return cleaned(text);
            }
        }
        return text;
    }

    /**
     * Whether a character may stand anywhere in clean text. Not all that may are here, but nearly all that occur: each of these is
     * in NFC whatever stands beside it.
     */
    private static boolean clean(char c) {
        if (c < 0x7F) {
            return c >= ' ' || c == '\n' || c == '\t';
        }
        return c < 0x300
                ? c > 0xA0 && c != 0xAD
                : (c >= 0x1E00 && c < 0x1F00) // Vietnamese
                        || (c >= 0x2010 && c < 0x2028) // dashes and quotes
                        || (c >= 0x2030 && c < 0x205F)
                        || (c >= 0x20A0 && c < 0x20C0) // currencies
                        || (c >= 0x400 && c < 0x483) // Cyrillic
                        || (c >= 0x4E00 && c < 0xA000)
                        || (c >= 0xAC00 && c < 0xD7A4);
    }

    private static String cleaned(String text) {
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
        String clean = clean(text);
        boolean after = true;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c == '\n' || c == '\t' || (c == ' ' && after)) {
                return onOneLine(clean);
            }
            after = c == ' ';
        }
        return clean.strip();
    }

    private static String onOneLine(String clean) {
        var line = new StringBuilder(clean.length());
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c != '\n' && c != '\t' && c != ' ') {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    /** Clean text in paragraphs: no space at either end of a line, one empty line at most in a row. */
    static String paragraphs(String text) {
        String clean = clean(text);
        var kept = new StringBuilder(clean.length());
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            int end = kept.length();
            if (c == '\n') {
                while (end > 0 && (kept.charAt(end - 1) == ' ' || kept.charAt(end - 1) == '\t')) {
                    end--;
                }
                kept.setLength(end);
                if (end < 2 || kept.charAt(end - 1) != '\n' || kept.charAt(end - 2) != '\n') {
                    kept.append(c);
                }
            } else if ((c != ' ' && c != '\t') || (end > 0 && kept.charAt(end - 1) != '\n')) {
                kept.append(c);
            }
        }
        return kept.toString().strip();
    }

    /**
     * The text that was meant where UTF-8 was taken for windows-1252 or latin-1 on its way ({@code â€¦} for an ellipsis); any
     * other text as it is.
     */
    static String repaired(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) < 0x80) {
            first++;
        }
        if (first == text.length() || (text.charAt(first) > 0xFF && C1.indexOf(text.charAt(first)) < 0)) {
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

package dongtin.ingest.format;

import dongtin.message.RawItem.Media;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail (RFC 5322, MIME): the subject is the headline, the HTML or else the plain text is the story, and the sender's
 * signature is internal. Attachments are media by their place in the message (RFC 2392), which is kept as it came.
 */
final class MailFormat implements WireFormat {

    private static final Pattern HEADER = Pattern.compile("^([A-Za-z][A-Za-z0-9-]{1,60}+)[ \\t]?:");
    private static final Pattern MBOX = Pattern.compile("^From [^\\n]{1,500}\\n");

    /** Any two of these at the beginning make an e-mail. */
    private static final Set<String> OF_MAIL = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "received",
            "return-path",
            "delivered-to",
            "content-type",
            "reply-to",
            "x-received",
            "dkim-signature",
            "sender",
            "x-mailer",
            "in-reply-to");

    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^()]{0,100}\\)\\s*$");
    private static final Pattern SIGNATURE = Pattern.compile("(?m)^-- ?$");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]++");
    private static final Pattern ENCODED = Pattern.compile("(=\\?[^?\\s]{1,40}+\\?[bBqQ]\\?)([^?\\s]*+)\\?=(\\s*+)");
    private static final Pattern RAW_WORD =
            Pattern.compile("(=\\?[^?\\s]{1,40}+\\?[qQ]\\?)(?=[^?\\s]*[^\\x00-\\x7F])([^?\\s]*+)\\?=");
    private static final Pattern ASCII_OR_NOT = Pattern.compile("[\\x00-\\x7F]++|[^\\x00-\\x7F]++");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,500}+>");

    /** Settings alone, and none of them: nothing is sent or fetched. Thread-safe. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private static final int DEEPEST = 20;

    /** What comes after stays together in the last one. */
    private static final int MOST_KEYWORDS = 1_000;

    private static final int NEAR = 4_000;

    @Override
    public String name() {
        return "email";
    }

    @Override
    public boolean claims(WireContent content) {
        return content.writtenIn() == WireContent.Notation.MAIL;
    }

    /** Whether a text begins with the header of an e-mail: lines of fields, at least two of them an e-mail's own. */
    static boolean looksLikeMail(byte[] bytes) {
        int from = start(bytes);
        String start = new String(bytes, from, Math.min(bytes.length - from, NEAR), StandardCharsets.ISO_8859_1);
        int own = 0;
        for (String line : (Iterable<String>) start.lines()::iterator) {
            if (line.isBlank()) {
                break;
            }
            Matcher field = HEADER.matcher(line);
            if (field.find()) {
                own += OF_MAIL.contains(field.group(1).toLowerCase(Locale.ROOT)) ? 1 : 0;
            } else if (!line.startsWith(" ") && !line.startsWith("\t")) {
                return own >= 2 && line.length() == start.length(); // not a header's line
            }
        }
        return own >= 2;
    }

    /** Where the header begins: behind empty lines, and behind the line that a mailbox file begins with. */
    private static int start(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) {
            at++;
        }
        Matcher mbox =
                MBOX.matcher(new String(bytes, at, Math.min(bytes.length - at, NEAR), StandardCharsets.ISO_8859_1));
        return mbox.find() ? at + mbox.end() : at;
    }

    @Override
    public List<Reading> read(WireContent content) {
        byte[] bytes = content.message().bytes();
        int start = start(bytes);
        try {
            var mail = new CountedMail(SESSION, new SharedByteArrayInputStream(bytes, start, bytes.length - start));
            if (!mail.getAllHeaders().hasMoreElements()) {
                return List.of(new Reading.Malformed("line 1", "no e-mail: no header"));
            }
            return item(content, mail);
        } catch (MessagingException | IOException e) {
            return List.of(
                    new Reading.Malformed("line 1", "no e-mail: " + WireText.line(String.valueOf(e.getMessage()))));
        }
    }

    private List<Reading> item(WireContent content, CountedMail mail) throws MessagingException, IOException {
        var draft = new ItemDraft(content.message(), name());
        String id = header(mail, "Message-ID");
        draft.guid = id;
        draft.headline = orEmpty(header(mail, "Subject"));
        String from = header(mail, "From");
        if (from == null) {
            from = header(mail, "Sender");
        }
        String date = header(mail, "Date");
        if (date != null) {
            draft.firstCreated = draft.time("Date", COMMENT.matcher(date).replaceFirst(""));
        }
        String language = header(mail, "Content-Language");
        if (language != null) {
            draft.language(language.split(",", -1)[0]);
        }
        String keywords = header(mail, "Keywords");
        if (keywords != null) {
            for (String keyword : keywords.split(",", MOST_KEYWORDS)) {
                draft.subject(null, XmlElement.firstOf(keyword.strip()));
            }
        }
        if (ItemDraft.saysEmbargo(draft.headline)) {
            draft.embargo(draft.headline);
        }
        var parts = new Parts(mail, draft, id);
        parts.take(mail, "", 0);
        parts.text();
        if (draft.bylines.isEmpty()) {
            FeedItem.byline(from, draft);
        }
        if (id == null) {
            draft.problem("Message-ID", "absent, derived from Subject and Date");
        }
        draft.versionAssumed = draft.firstCreated;
        var readings = new ArrayList<Reading>();
        readings.add(draft.finish("line 1"));
        superseded(content, mail, draft, readings);
        return List.copyOf(readings);
    }

    /** Other mails that this one says it takes the place of. */
    private void superseded(WireContent content, MimeMessage mail, ItemDraft draft, List<Reading> readings)
            throws MessagingException {
        String others = orEmpty(header(mail, "Supersedes"));
        MESSAGE_ID
                .matcher(others)
                .results()
                .limit(ENOUGH)
                .map(MatchResult::group)
                .filter(other -> !other.equals(draft.guid))
                .forEach(other -> readings.add(
                        ItemDraft.takenBack(content.message(), name(), other, dongtin.message.Status.CANCELED, draft)));
    }

    private static final int ENOUGH = 100;

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A header field as people read it, on one line; null where there is none. */
    private static @Nullable String header(MimePart part, String name) throws MessagingException {
        String raw = part.getHeader(name, null);
        if (raw == null) {
            return null;
        }
        String unfolded = FOLD.matcher(raw).replaceAll(" ");
        String text = WireText.line(encodedWords(bytesAsText(unfolded)));
        return text.isEmpty() ? null : text;
    }

    /** Headers may hold raw bytes, against the standard or as RFC 6532 allows: each is a character until here. */
    private static String bytesAsText(String header) {
        if (header.chars().allMatch(c -> c < 0x80) || header.chars().anyMatch(c -> c > 0xFF)) {
            return header;
        }
        try {
            return WireCharset.of(header.getBytes(StandardCharsets.ISO_8859_1), List.of())
                    .text();
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    /** RFC 2047. Words that follow each other are put together first: many senders cut a character between two. */
    private static String encodedWords(String header) {
        String joined = joined(RAW_WORD.matcher(header).replaceAll(word -> Matcher.quoteReplacement(raw(word))));
        try {
            return MimeUtility.decodeText(joined);
        } catch (UnsupportedEncodingException e) {
            return joined;
        }
    }

    /** A word that holds characters as they are, against the standard: what is between them is decoded. */
    private static String raw(MatchResult word) {
        var text = new StringBuilder();
        Matcher part = ASCII_OR_NOT.matcher(word.group(2));
        while (part.find()) {
            boolean ascii = part.group().charAt(0) < 0x80;
            try {
                text.append(ascii ? MimeUtility.decodeWord(word.group(1) + part.group() + "?=") : part.group());
            } catch (ParseException | UnsupportedEncodingException e) {
                text.append(part.group());
            }
        }
        return text.toString();
    }

    private static String joined(String header) {
        Matcher word = ENCODED.matcher(header);
        var joined = new StringBuilder(header.length());
        String open = null; // how the word begins that the next one may be added to
        String space = "";
        int end = 0;
        while (word.find()) {
            boolean follows = open != null && word.start() == end && !space.isEmpty() && open.equals(word.group(1));
            if (!follows) {
                joined.append(open == null ? "" : "?=" + space)
                        .append(header, end, word.start())
                        .append(word.group(1));
            }
            joined.append(word.group(2));
            open = word.group(1);
            space = word.group(3);
            end = word.end();
            boolean base64 = open.toLowerCase(Locale.ROOT).endsWith("?b?");
            if (base64 && (word.group(2).endsWith("=") || word.group(2).length() % 4 != 0)) {
                joined.append("?=").append(space);
                open = null;
            }
        }
        return joined.append(open == null ? "" : "?=" + space)
                .append(header, end, header.length())
                .toString();
    }

    /** What the parts of a mail hold, for one mail. */
    private static final class Parts {
        private final CountedMail mail;
        private final ItemDraft draft;
        private final @Nullable String messageId;
        private @Nullable String html;
        private final List<String> plain = new ArrayList<>();

        Parts(CountedMail mail, ItemDraft draft, @Nullable String messageId) {
            this.mail = mail;
            this.draft = draft;
            this.messageId = messageId;
        }

        /** @param number the part's number as in IMAP: {@code 2.1}; empty for the whole */
        void take(MimePart part, String number, int depth) throws MessagingException, IOException {
            if (depth > DEEPEST) {
                throw new Excess(number.isEmpty() ? "" : "part " + number, DEEPEST, "parts within parts in an e-mail");
            }
            if (part.isMimeType("multipart/*")) {
                Multipart parts = mail.parts(part);
                if (parts.getCount() > 0) {
                    for (int i = 0; i < parts.getCount(); i++) {
                        BodyPart inner = parts.getBodyPart(i);
                        if (inner instanceof MimePart mime) {
                            take(mime, number.isEmpty() ? String.valueOf(i + 1) : number + "." + (i + 1), depth + 1);
                        }
                    }
                    return;
                }
            }
            boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || fileName(part) != null;
            if (!attached && html == null && part.isMimeType("text/html")) {
                html = text(part);
            } else if (!attached && part.isMimeType("text/plain")) {
                plain.add(text(part));
            } else {
                attachment(part, number.isEmpty() ? "1" : number);
            }
        }

        private static @Nullable String disposition(MimePart part) {
            try {
                return part.getDisposition();
            } catch (MessagingException e) {
                return null; // as if nothing were said
            }
        }

        private static @Nullable String fileName(MimePart part) {
            try {
                String name = part.getFileName();
                return name == null ? null : WireText.line(encodedWords(bytesAsText(name)));
            } catch (MessagingException e) {
                return null;
            }
        }

        private String text(MimePart part) throws MessagingException, IOException {
            byte[] bytes = bytes(part);
            String declared = "";
            try {
                String type = part.getContentType();
                String charset = type == null ? null : new ContentType(type).getParameter("charset");
                declared = charset == null ? "" : charset.toLowerCase(Locale.ROOT);
            } catch (ParseException e) {
                draft.problem("Content-Type", String.valueOf(part.getContentType()));
            }
            try {
                WireCharset characters = WireCharset.of(bytes, declared.isEmpty() ? List.of() : List.of(declared));
                draft.doubt(characters);
                return characters.text();
            } catch (CharacterCodingException e) {
                draft.problem("charset", String.valueOf(e.getMessage()));
                return "";
            }
        }

        /** Decoded; as they are, where the encoding is unknown or broken. */
        private static byte[] bytes(MimePart part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return in.readAllBytes();
            } catch (MessagingException | IOException e) {
                if (part instanceof jakarta.mail.internet.MimeBodyPart body) {
                    return body.getRawInputStream().readAllBytes();
                }
                return part instanceof MimeMessage mail
                        ? mail.getRawInputStream().readAllBytes()
                        : new byte[0];
            }
        }

        private void attachment(MimePart part, String number) throws MessagingException {
            String content = part.getHeader("Content-ID", null);
            String address = content != null
                    ? "cid:" + WireText.line(content).replaceAll("[<>]", "")
                    : messageId == null ? null : "mid:" + messageId.replaceAll("[<>]", "") + "/" + number;
            String caption = fileName(part);
            URI link = address == null ? null : uri(address);
            if (link == null) {
                draft.problem("attachment", caption == null ? number : caption);
                return;
            }
            String type = part.getContentType() == null ? "" : part.getContentType();
            String kind = type.toLowerCase(Locale.ROOT).split("[/;]", 2)[0].strip();
            draft.media.add(new Media(
                    kind.equals("image") ? "picture" : Set.of("video", "audio").contains(kind) ? kind : "file",
                    link,
                    caption));
        }

        private static @Nullable URI uri(String address) {
            int colon = address.indexOf(':');
            try {
                return new URI(address.substring(0, colon), address.substring(colon + 1), null);
            } catch (URISyntaxException e) {
                return null;
            }
        }

        /** HTML has paragraphs, plain text is broken at some width: where both are there they say the same. */
        void text() {
            String words = "";
            if (html != null) {
                HtmlText read = HtmlText.of(html);
                draft.bodyHtml = read.html();
                words = read.text();
            }
            if (words.isEmpty() && !plain.isEmpty()) {
                draft.bodyHtml = null;
                words = WireText.paragraphs(HardWrap.undone(withoutSignature(String.join("\n\n", plain))));
            }
            NotForPublication parts = NotForPublication.of(words);
            if (parts.internal() != null) {
                draft.internal.add(parts.internal());
                draft.bodyHtml = null; // it holds what is not for publication, too
            }
            List<String> blocks = DispatchBody.blocks(parts.story().strip());
            DispatchBody.takeDateline(blocks, draft);
            String story = String.join("\n\n", blocks);
            if (draft.dateline != null) {
                DispatchBody.read(story, draft); // a dispatch, as agencies mail them
            } else {
                draft.body = WireText.paragraphs(story);
            }
        }

        private String withoutSignature(String text) {
            Matcher mark = SIGNATURE.matcher(text.replace("\r\n", "\n"));
            if (!mark.find()) {
                return text;
            }
            String lines = text.replace("\r\n", "\n");
            String signature = WireText.paragraphs(lines.substring(mark.end()));
            if (!signature.isEmpty()) {
                draft.internal.add(signature);
            }
            return lines.substring(0, mark.start());
        }
    }
}

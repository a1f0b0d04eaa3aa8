package dongtin.ingest.format;

import dongtin.message.Status;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ANPA 1312, the text format of American wires: one or more stories between control characters, head lines marked by {@code ^}.
 * It has no identifiers, so an item is known by service, number and time, the same whenever the story is read.
 *
 * <pre>
 * SYN SYN SOH b0042 US bmt-- CR LF
 * r i DC3 DC1 BC-VN--Thanhphomau 03-02 0211
 * STX ^BC-VN--Thanh pho mau, 1st Ld-Writethru,211&lt;
 * ^City welcomes delegation&lt;
 * ^By LE THU=
 * TAB ...
 * ETX BM-WF-03-02-26 1137GMT
 * </pre>
 */
final class AnpaFormat implements WireFormat {

    private static final Pattern FIRST_LINE = Pattern.compile("([A-Za-z]{1,3}) ?(\\d{1,5})\u001f([A-Za-z0-9-]*+).*+");

    private static final Pattern SECOND_LINE = Pattern.compile(
            "(\\S) (\\S{1,3}?)\\s?[\u0010-\u0015]{0,4}\\s?(\\S.*?)\\s++(\\d{1,2}-\\d{1,2})(?: (\\d{1,6}))?");

    private static final Pattern TRAILER = Pattern.compile(
            "[A-Z]{1,6}-[A-Z]{1,6}-(\\d{1,2})-(\\d{1,2})-(\\d{4}|\\d{2}) ?(\\d{2})(\\d{2}) ?([A-Z]{1,4})?");

    private static final Pattern LINE_NUMBER = Pattern.compile("\\*\\d{1,6}");
    private static final Pattern CYCLE = Pattern.compile("(?i)^(?:am|pm|bc|ap)-(?:[A-Z]{2,3}--)?");
    private static final Pattern WORDS = Pattern.compile("\\d{1,5}");

    private static final Pattern MENDS = Pattern.compile(
            "(?i)(?:.*\\b(?:\\d{1,2}(?:st|nd|rd|th) (?:ld|lead|add|sub|insert)|ld|writethrough?|writethru|correct(?:ion|ive|ed|s)?|corr)\\b.*+)");

    private static final Pattern KILLS = Pattern.compile("(?i)(?:bulletin )?(?:mandatory )?(?:kill|elim(?:ination)?)");
    private static final Pattern HOLDS = Pattern.compile("(?i)withhold");
    private static final Pattern ADVANCES = Pattern.compile("(?i)(?:adv(?:ance)?\\s?\\d{0,2}(?:-\\d{1,2})?|hfr)");

    private static final Pattern FOR_EDITORS = Pattern.compile(
            "(?i)\\(?(?:eds\\b|editors?\\b|editor's note|ap (?:photo|graphic|video|audio)|with ap ).*+");

    private static final Pattern AFFILIATION = Pattern.compile(
            "(?i)(?:(?:the )?associated press|ap .*+|.*\\b(?:press|news|agency|writer|correspondent|editor|columnist)s?)");

    /** IPTC's urgencies of ANPA's priorities: flash, bulletin, urgent, regular, daily, weekday and weekend advance. */
    private static final String PRIORITIES = "fburd as";

    @Override
    public String name() {
        return "anpa1312";
    }

    @Override
    public boolean claims(WireContent content) {
        if (content.writtenIn() != WireContent.Notation.TEXT
                || !ControlledText.in(content.message().bytes())) {
            return false;
        }
        try {
            List<ControlledText> stories =
                    ControlledText.of(content.characters().text(), content.maxItems());
            String line = stories.isEmpty() ? null : stories.getFirst().headerLine(0);
            return line != null && FIRST_LINE.matcher(line).matches();
        } catch (CharacterCodingException e) {
            return false; // the other format of such stories says why
        }
    }

    @Override
    public List<Reading> read(WireContent content) {
        try {
            return ControlledText.of(content.characters().text(), content.maxItems()).stream()
                    .map(story -> ItemDraft.alone("line " + story.line(), () -> item(content, story)))
                    .toList();
        } catch (CharacterCodingException e) {
            return List.of(new Reading.Malformed("", String.valueOf(e.getMessage())));
        }
    }

    private Reading item(WireContent content, ControlledText story) {
        String at = "line " + story.line();
        String line = story.headerLine(0);
        Matcher first = FIRST_LINE.matcher(line == null ? "" : line);
        if (!first.matches()) {
            return new Reading.Refused(at, "no header of ANPA 1312");
        }
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        String day = priority(story, draft);
        String filed = time(story, draft);
        text(story, draft);
        draft.derivedFrom(
                "service, number and time",
                first.group(1),
                first.group(2),
                first.group(3),
                filed != null ? filed : day);
        return draft.finish(at);
    }

    /** @return the day as the header has it; empty where it has none */
    private static String priority(ControlledText story, ItemDraft draft) {
        String line = story.headerLine(1);
        Matcher second = SECOND_LINE.matcher(line == null ? "" : line);
        if (!second.matches()) {
            return "";
        }
        String priority = second.group(1).toLowerCase(Locale.ROOT);
        int urgency = PRIORITIES.indexOf(priority) + 1;
        draft.urgency(urgency > 0 ? String.valueOf(urgency) : priority);
        draft.subject("anpa:" + second.group(2).toLowerCase(Locale.ROOT), null);
        return second.group(4);
    }

    private static @Nullable String time(ControlledText story, ItemDraft draft) {
        Matcher found = TRAILER.matcher(WireText.line(story.trailer()));
        if (!found.find()) {
            // Some senders end the text before the trailer, others after it.
            found = TRAILER.matcher(lastLine(story.text()));
            if (!found.find()) {
                return null;
            }
        }
        int year = Integer.parseInt(found.group(3));
        String written = "%04d-%02d-%02d %s:%s %s"
                .formatted(
                        year < 100 ? year + (year < 70 ? 2000 : 1900) : year,
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        found.group(4),
                        found.group(5),
                        found.group(6) == null ? "" : found.group(6));
        draft.versionCreated = draft.time("trailer", written);
        draft.firstCreated = draft.versionCreated;
        return found.group();
    }

    private static String lastLine(String text) {
        String stripped = text.stripTrailing();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }

    private static void text(ControlledText story, ItemDraft draft) {
        List<String> lines = new ArrayList<>(
                story.text().replaceAll("<[ \\t]*\\^", "<\n^").lines().toList());
        var body = new ArrayList<String>();
        if (TRAILER.matcher(lastLine(story.text())).find()) {
            body.addAll(head(lines.subList(0, lines.lastIndexOf(lastLine(story.text()))), draft));
        } else {
            body.addAll(head(lines, draft));
        }
        NotForPublication parts = NotForPublication.of(String.join("\n", body));
        if (parts.internal() != null) {
            draft.internal.add(WireText.paragraphs(parts.internal()));
        }
        DispatchBody.read(WireText.paragraphs(HardWrap.undone(parts.story())), draft);
    }

    /** Reads the head lines, up to the first line without their mark. @return the lines of the text */
    private static List<String> head(List<String> lines, ItemDraft draft) {
        var text = new ArrayList<String>();
        int at = 0;
        boolean keyed = false;
        boolean afterByline = false;
        for (;
                at < lines.size()
                        && (lines.get(at).startsWith("^") || lines.get(at).isBlank());
                at++) {
            String line = plain(lines.get(at));
            if (line.isEmpty() || LINE_NUMBER.matcher(line).matches()) {
                continue;
            }
            if (!keyed) {
                keyed = true;
                keyword(line, draft);
            } else if (FOR_EDITORS.matcher(line).matches()) {
                forEditors(line, draft);
            } else if (line.regionMatches(true, 0, "By ", 0, 3) && draft.bylines.isEmpty()) {
                draft.bylines.add(line.substring(3).strip());
                afterByline = true;
                continue;
            } else if (ItemDraft.saysEmbargo(line)) {
                draft.embargo(line);
            } else if (draft.headline.isEmpty()) {
                draft.headline = line;
            } else if (!afterByline || !AFFILIATION.matcher(line).matches()) {
                text.add("\n" + line);
            }
            afterByline = false;
        }
        lines.subList(at, lines.size())
                .forEach(line -> text.add(line.startsWith("\t") ? "\n" + plain(line) : plain(line)));
        return text;
    }

    private static void forEditors(String line, ItemDraft draft) {
        draft.internal.add(line);
        if (draft.correction != null && line.regionMatches(true, 0, "eds", 0, 3)) {
            draft.correct(null, line.replaceFirst("(?i)^eds[:.]\\s*", ""));
        }
        if (ItemDraft.saysEmbargo(line)) {
            draft.embargo(line);
        }
    }

    /** {@code BC-US--Lobster Death, 1st Ld-Writethru,127}: what the story is called, which version it is, how many words it has. */
    private static void keyword(String line, ItemDraft draft) {
        String[] parts = line.split(",", -1);
        draft.subject(null, XmlElement.firstOf(CYCLE.matcher(parts[0].strip()).replaceFirst("")));
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (KILLS.matcher(part).matches()) {
                draft.restrict(Status.CANCELED);
                draft.problem("kill", "names no item by its identifier: " + line);
            } else if (HOLDS.matcher(part).matches()) {
                draft.restrict(Status.WITHHELD);
            } else if (ADVANCES.matcher(part).matches()) {
                draft.embargo(part);
            } else if (MENDS.matcher(part).matches()) {
                draft.correct(part, null);
            } else if (!part.isEmpty() && !WORDS.matcher(part).matches() && i == 1 && parts.length > 2) {
                draft.subject(null, part);
            }
        }
    }

    /** Without the marks for the typesetter; tabs part columns. */
    private static String plain(String line) {
        String words = line.startsWith("^") ? line.substring(1) : line;
        return WireText.line(words.stripTrailing().replaceFirst("[<=]+$", ""));
    }
}

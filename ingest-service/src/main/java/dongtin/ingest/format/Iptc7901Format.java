package dongtin.ingest.format;

import dongtin.message.Status;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * IPTC 7901, the text format of teleprinter lines: one or more stories between control characters. It has no identifiers, so an
 * item is known by service, number and day, the same whenever the story is read.
 *
 * <pre>
 * SOH bmt042 4 p 211 BTM 061
 * Vietnam/politics/
 * STX 1ST LEAD
 * Lãnh đạo thành phố tiếp đoàn công tác =
 * ...
 * ETX 021137 GMT Mar 26 EOT
 * </pre>
 *
 * @see <a href="https://www.iptc.org/std/IPTC7901/">the specification</a>
 */
final class Iptc7901Format implements WireFormat {

    /** Service and number, priority, category, words, and what the agency adds. */
    private static final Pattern HEADER = Pattern.compile(
            "([\\p{L}]{0,8}?) ?(\\d{1,6})[ \\t]++(\\S)[ \\t]++(\\S{1,4})(?:[ \\t]++(\\d{1,6}))?(?:[ \\t]++(.*+))?");

    private static final Pattern TRAILER =
            Pattern.compile("(\\d{2})(\\d{2})(\\d{2})(?: ?([A-Z]{1,5}))? ([\\p{L}]{3,9})\\.? ?(\\d{2}|\\d{4})\\b");

    private static final Pattern BYLINE = Pattern.compile("(?:By|Von|Par|Por|Di|Door|Bởi) (\\p{Lu}.*+|dpa.*+)");
    private static final Pattern REPORTERS = Pattern.compile(
            "(?m)^[-*•]? ?(?:Reporting by|Authors?|Autor(?:/in|en)?|Phóng viên): ?+([^\\n]++(?:\\n {2,}[^\\n]++)*+)");
    private static final Pattern AND = Pattern.compile(",|;| and | und | và ");
    private static final Pattern NO_NAME = Pattern.compile(" (?:in|aus|tại) .*+|\\(.*+|<.*+|[+\\d].*+");

    /** Lines above a headline that say what kind of version this is. */
    private static final Pattern MENDS = Pattern.compile(
            "\\(?(?:correct(?:ion|ed|s)|berichtigung|korrektur|refile[ds]?|repeat|update \\d{1,2}|(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third) lead|lead|đính chính)\\b.*+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern KILLS = Pattern.compile(
            "\\(?(?:kill|mandatory kill|(?:story )?withdrawn|zurückgezogen|annul(?:é|ation)|gỡ bài|rút tin)\\b.*+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final int LONGEST_HEADLINE = 12;
    private static final int MOST_KEYWORDS = 1_000;

    @Override
    public String name() {
        return "iptc7901";
    }

    @Override
    public boolean claims(WireContent content) {
        return content.writtenIn() == WireContent.Notation.TEXT
                && ControlledText.in(content.message().bytes());
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
        Matcher header = HEADER.matcher(line == null ? "" : WireText.line(line));
        if (!header.matches()) {
            return new Reading.Refused(at, "no header of IPTC 7901");
        }
        var draft = new ItemDraft(content.message(), name());
        content.doubt(draft);
        draft.urgency(header.group(3));
        draft.subject("iptc7901:" + header.group(4), null);
        story.header().lines().skip(1).forEach(keywords -> keywords(keywords, draft));
        String filed = time(story, draft);
        text(story, draft);
        draft.derivedFrom(
                "service, number and time",
                header.group(1),
                header.group(2),
                filed == null ? WireText.line(draft.headline) : filed);
        return draft.finish(at);
    }

    private static void keywords(String line, ItemDraft draft) {
        String[] keywords = line.split("/", MOST_KEYWORDS + 1);
        if (keywords.length > MOST_KEYWORDS) {
            throw new Excess("", MOST_KEYWORDS, "keywords in a line");
        }
        for (String keyword : keywords) {
            String name = WireText.line(keyword);
            if (!name.isEmpty()) {
                draft.subject(null, name);
            }
        }
    }

    /** The day and hour that the story was filed at, as it is written; null where there is none. */
    private static @Nullable String time(ControlledText story, ItemDraft draft) {
        Matcher found = TRAILER.matcher(WireText.line(story.trailer()));
        if (!found.find()) {
            if (!story.trailer().isBlank()) {
                draft.problem("trailer", story.trailer());
            }
            return null;
        }
        String zone = found.group(4) == null ? "" : " " + found.group(4);
        String written = "%s %s %s %s:%s%s"
                .formatted(found.group(1), found.group(5), found.group(6), found.group(2), found.group(3), zone);
        draft.versionCreated = draft.time("trailer", written);
        return found.group();
    }

    private static void text(ControlledText story, ItemDraft draft) {
        NotForPublication parts = NotForPublication.of(story.text());
        List<String> lines =
                new ArrayList<>(parts.story().stripLeading().lines().toList());
        headline(lines, draft);
        if (parts.internal() != null) {
            draft.internal.add(WireText.paragraphs(parts.internal()));
            if (draft.bylines.isEmpty()) {
                reporters(parts.internal(), draft);
            }
        }
        DispatchBody.read(HardWrap.undone(WireText.paragraphs(String.join("\n", indentsAsParagraphs(lines)))), draft);
    }

    /** A line that is indented more than those around it begins a paragraph, where no empty line does. */
    private static List<String> indentsAsParagraphs(List<String> lines) {
        boolean parted = lines.stream().anyMatch(String::isBlank);
        return parted
                ? lines
                : lines.stream()
                        .map(line -> line.startsWith("   ") || line.startsWith("\t") ? "\n" + line : line)
                        .toList();
    }

    /** What stands before the equals sign: marks of the version, notes in brackets, the headline, the byline. */
    private static void headline(List<String> lines, ItemDraft draft) {
        int end = 0;
        while (end < lines.size()
                && end < LONGEST_HEADLINE
                && !lines.get(end).stripTrailing().endsWith("=")) {
            end++;
        }
        boolean marked = end < lines.size() && end < LONGEST_HEADLINE;
        List<String> head = lines.subList(0, marked ? end + 1 : Math.min(1, lines.size()));
        var title = new StringBuilder();
        String bracket = null;
        for (String raw : head) {
            String line = WireText.line(raw.stripTrailing().replaceFirst("=$", ""));
            bracket = bracket != null ? bracket + " " + line : line.startsWith("(") ? line : null;
            Matcher byline = BYLINE.matcher(line);
            if (bracket != null) {
                bracket = bracket.endsWith(")") ? take(bracket, draft) : bracket;
            } else if (title.isEmpty() && head.size() > 1 && isMark(line)) {
                take(line, draft);
            } else if (!title.isEmpty() && byline.matches()) {
                draft.bylines.add(byline.group(1));
            } else {
                title.append(title.isEmpty() ? "" : " ").append(line);
            }
        }
        if (bracket != null) {
            title.append(title.isEmpty() ? "" : " ").append(bracket);
        }
        draft.headline = WireText.line(title.toString());
        head.clear();
    }

    /** Whether a line says what is to be done with the story, rather than what it is about. */
    private static boolean isMark(String line) {
        return MENDS.matcher(line).matches() || KILLS.matcher(line).matches() || ItemDraft.saysEmbargo(line);
    }

    /** @return null: nothing of it is left to be read */
    private static @Nullable String take(String line, ItemDraft draft) {
        String words = line.startsWith("(") && line.endsWith(")") ? line.substring(1, line.length() - 1) : line;
        if (ItemDraft.saysEmbargo(words)) {
            draft.embargo(words);
        } else if (KILLS.matcher(line).matches()) {
            draft.restrict(Status.CANCELED);
            draft.problem("kill", "names no item by its identifier: " + words);
        } else if (MENDS.matcher(line).matches()) {
            int colon = words.indexOf(':');
            draft.correct(
                    colon < 0 ? words : words.substring(0, colon),
                    colon < 0 ? null : words.substring(colon + 1).strip());
        } else {
            draft.internal.add(words);
        }
        return null;
    }

    private static void reporters(String contacts, ItemDraft draft) {
        Matcher found = REPORTERS.matcher(contacts);
        if (found.find()) {
            Stream.of(AND.split(WireText.line(found.group(1))))
                    .map(name -> NO_NAME.matcher(name.strip()).replaceFirst("").strip())
                    .filter(name -> !name.isEmpty())
                    .forEach(draft.bylines::add);
        }
    }
}

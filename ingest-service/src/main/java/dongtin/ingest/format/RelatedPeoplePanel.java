package dongtin.ingest.format;

import dongtin.message.RawItem.RelatedPerson;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The panel that agencies put beside a story ("Nhân vật liên quan"): a line a person, the offices parted by semicolons, the
 * name last. Pages turned into text often lose what stood between the last office and the name:
 * {@code • Bí thư Thành ủy Thành phố Hồ Chí MinhNguyễn Văn Nên}.
 */
final class RelatedPeoplePanel {

    private static final Set<String> HEADINGS = Set.of("nhân vật liên quan", "related people");
    private static final int LONGEST_ENTRY = 500;
    private static final Pattern BULLET = Pattern.compile("^[•·●▪*–-]\\s*+");
    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{L}.'’-]{0,30}+(?: \\p{Lu}[\\p{L}.'’-]{0,30}+){1,5}+");

    /** Where two words meet without a space: a small letter and a capital, or the last two of capitals and a small one. */
    private static final Pattern GLUE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    /** The most frequent Vietnamese surnames, where a name begins that a space alone parts from an office. */
    private static final Set<String> SURNAMES = Set.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
            "Dương", "Lý", "Đinh", "Đoàn", "Lâm", "Trương", "Trịnh", "Mai", "Đào", "Cao", "Hà", "Tô", "Lương", "Thái",
            "Tạ", "Phùng", "Vương", "Châu", "Quách", "Lưu", "Tống", "Tăng", "Đàm", "Nông", "Triệu", "Chu", "La",
            "Kiều");

    private RelatedPeoplePanel() {}

    /** Takes the panel, if there is one, out of the blocks that follow the headline. */
    static void takeFrom(List<String> blocks, ItemDraft draft) {
        if (blocks.isEmpty()) {
            return;
        }
        List<String> first = lines(blocks.getFirst());
        if (!HEADINGS.contains(
                first.getFirst().toLowerCase(Locale.ROOT).replace(":", "").strip())) {
            return;
        }
        first.stream().skip(1).forEach(line -> take(line, draft));
        int end = 1;
        while (end < blocks.size() && lines(blocks.get(end)).stream().allMatch(RelatedPeoplePanel::isBullet)) {
            lines(blocks.get(end)).forEach(line -> take(line, draft));
            end++;
        }
        blocks.subList(0, end).clear();
    }

    private static List<String> lines(String block) {
        return block.lines().map(WireText::line).toList();
    }

    private static boolean isBullet(String line) {
        return BULLET.matcher(line).lookingAt();
    }

    private static void take(String line, ItemDraft draft) {
        String entry = BULLET.matcher(line).replaceFirst("").strip();
        int start = entry.length() > LONGEST_ENTRY ? -1 : nameStart(entry);
        if (start < 0) {
            draft.problem("relatedPeople", line);
            return;
        }
        List<String> titles = Stream.of(entry.substring(0, start).split(";"))
                .map(title -> title.strip().replaceFirst("[,:–-]$", "").strip())
                .filter(title -> !title.isEmpty())
                .toList();
        draft.relatedPeople.add(new RelatedPerson(entry.substring(start), titles));
    }

    /** Where the name begins that the entry ends with; -1 if that can not be told. */
    private static int nameStart(String entry) {
        if (isName(entry) && !containsOffice(entry)) {
            return 0;
        }
        int separated = Math.max(entry.lastIndexOf(';'), entry.lastIndexOf(':')) + 1;
        int from = separated + leadingSpaces(entry, separated);
        if (separated > 0 && isName(entry.substring(from))) {
            return from;
        }
        Integer glued = gluedNameStart(entry);
        return glued != null ? glued : surnameStart(entry);
    }

    /** The last glue after which a whole name stands: later ones may lie inside a name ({@code McDonald}). */
    private static @Nullable Integer gluedNameStart(String entry) {
        Integer start = null;
        Matcher glue = GLUE.matcher(entry);
        while (glue.find()) {
            if (isName(entry.substring(glue.start()))) {
                start = glue.start();
            }
        }
        return start;
    }

    private static int surnameStart(String entry) {
        int start = -1;
        for (int space = entry.indexOf(' '); space >= 0; space = entry.indexOf(' ', space + 1)) {
            String rest = entry.substring(space + 1);
            int end = rest.indexOf(' ');
            if (end > 0 && SURNAMES.contains(rest.substring(0, end)) && isName(rest)) {
                start = space + 1;
            }
        }
        return start;
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static boolean containsOffice(String entry) {
        return entry.indexOf(';') >= 0 || GLUE.matcher(entry).find() || surnameStart(entry) > 0;
    }

    private static int leadingSpaces(String text, int from) {
        int count = 0;
        while (from + count < text.length() && text.charAt(from + count) == ' ') {
            count++;
        }
        return count;
    }
}

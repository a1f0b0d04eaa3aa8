package dongtin.enrich.people;

import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.List;
import java.util.Set;

/** Tells which of the titles before a name are somebody else's. */
final class TitleOwners {

    private static final Set<String> AIDES = Set.of("trợ", "thư");
    private static final Set<String> FORMER = Set.of("nguyên", "cựu");
    private static final Set<String> TAKING = Set.of("làm", "chức", "vụ");
    private static final Set<String> ANSWERING = Set.of("trả", "đáp");
    private static final Set<String> OPENING = Set.of("ông", "bà", "anh", "chị");

    private TitleOwners() {}

    /** The last of the titles {@code list} that belong to the name behind them. */
    static List<Title> own(Tokens tokens, List<Title> list) {
        int own = 0;
        for (int i = 1; i < list.size(); i++) {
            if (isAnotherSentence(tokens, list, i) || isOfAnother(tokens, list.get(i - 1), list.get(i))) {
                own = i;
            }
        }
        return behindAddressed(tokens, withoutAdviser(tokens, own == 0 ? list : list.subList(own, list.size())));
    }

    /** {@code cố vấn kinh tế của | Chủ tịch Trung Quốc Lê Văn Bưởi}: the office is the name's, except in a list of participants. */
    private static List<Title> withoutAdviser(Tokens tokens, List<Title> list) {
        Title last = list.getLast();
        boolean adviser = tokens.folded(last.from()).equals("cố")
                && tokens.folded(last.from() + 1).equals("vấn");
        if (!adviser || tokens.startsLine(last.from()) || tokens.is(last.from() - 1, ';')) {
            return list;
        }
        for (int at = last.from() + 2; at < last.to() - 1; at++) {
            if (tokens.folded(at).equals("của")) {
                return List.of(new Title(at + 1, last.to()));
            }
        }
        return list;
    }

    /** {@code giữ chức Bí thư Thành ủy | Chủ tịch Quốc hội Lê Văn Bưởi trao quyết định}: a sentence lost its full stop. */
    private static boolean isAnotherSentence(Tokens tokens, List<Title> list, int at) {
        return list.get(at - 1).to() == list.get(at).from()
                && tokens.shape(list.get(at).from()).startsWithCapital()
                && TAKING.contains(tokens.folded(list.getFirst().from() - 1));
    }

    /** {@code Thư ký | Bí thư Thành ủy Lê Văn Bưởi}. */
    private static boolean isOfAnother(Tokens tokens, Title before, Title title) {
        return before.to() == title.from() && isAide(tokens, before);
    }

    /** {@code trợ lý (Phó Thủ tướng)}, {@code nguyên thư ký}, but not {@code Tổng Thư ký}. */
    static boolean isAide(Tokens tokens, Title title) {
        int words = title.to() - title.from();
        boolean bare = words == 2 || (words == 3 && isFormer(tokens, title));
        return bare && AIDES.contains(tokens.folded(title.to() - 2));
    }

    /** {@code bầu cử | Tổng thống}: nobody's as yet. */
    static boolean isVote(Tokens tokens, int at) {
        return tokens.folded(at - 1).equals("cử") && tokens.folded(at - 2).equals("bầu");
    }

    /** {@code nguyên Tổng Bí thư}. */
    static boolean isFormer(Tokens tokens, Title title) {
        return FORMER.contains(tokens.folded(title.from()));
    }

    /** {@code Trả lời các đại biểu Quốc hội, Bộ trưởng ...}: those addressed are no title of who answers. */
    private static List<Title> behindAddressed(Tokens tokens, List<Title> list) {
        Title first = list.getFirst();
        boolean several = Addressed.isPlural(tokens, first.from()) || isAnswered(tokens, list);
        boolean lower = tokens.shape(first.from()) == Shape.LOWER
                && first.to() - first.from() <= 2
                && list.size() > 1
                && tokens.shape(list.get(1).from()).startsWithCapital();
        return list.size() > 1 && (several || lower) ? list.subList(1, list.size()) : list;
    }

    /** {@code Trả lời ĐBQH, | Bộ trưởng ...}, {@code Báo cáo với Bộ trưởng, | Thượng tướng ...}, {@code lời hứa của vị Giám đốc, | Bộ trưởng ...}. */
    private static boolean isAnswered(Tokens tokens, List<Title> list) {
        int from = list.getFirst().from();
        boolean answer = (tokens.folded(from - 1).equals("lời") && ANSWERING.contains(tokens.folded(from - 2)))
                || (tokens.folded(from - 1).equals("với")
                        && tokens.folded(from - 2).equals("cáo"));
        boolean parted = list.size() > 1 && tokens.is(list.getFirst().to(), ',');
        return parted && (answer || tokens.folded(from - 1).equals("vị"));
    }

    /**
     * Whether the titles are not those of the person addressed at {@code end}: {@code Thư ký của | ông ...}, {@code trợ lý | ông ...}, {@code làm Giám
     * đốc Sở | Ông ...}.
     */
    static boolean isOthers(Tokens tokens, List<Title> titles, int end) {
        Title last = titles.getLast();
        boolean aide = last.to() == end && isAide(tokens, last);
        boolean opening = tokens.shape(end).startsWithCapital() && OPENING.contains(tokens.folded(end));
        return aide || opening || tokens.folded(end - 1).equals("của");
    }
}

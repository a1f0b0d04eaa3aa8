package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.List;

/** Reads the titles that follow a name: {@code , Ủy viên Bộ Chính trị, ...}, {@code - Bí thư Tỉnh ủy}, {@code (Bộ trưởng ...)}. */
final class Apposition {

    private static final int LONGEST_BRACKET = 10;

    private final TitleScanner titles;
    private final FramedName framed;
    private final NameScanner names;
    private final Bodies bodies;
    private final Phrases<String> aliases;

    Apposition(Knowledge knowledge, TitleScanner titles, FramedName framed, NameScanner names, Bodies bodies) {
        this.titles = titles;
        this.framed = framed;
        this.names = names;
        this.bodies = bodies;
        aliases = knowledge.phrases("aliases.tsv");
    }

    /** The titles behind {@code mention}, also behind a bracket with what is no title: {@code (Cà Mau), Ủy viên ...}. */
    List<Title> after(Tokens tokens, Mention mention) {
        List<Title> list = after(tokens, mention, mention.to());
        int bracket = list.isEmpty() ? bracketEnd(tokens, mention.to()) : mention.to();
        boolean goesOn = bracket > mention.to()
                && !tokens.startsLine(bracket)
                && (tokens.is(bracket, ',') || (tokens.isDash(bracket) && !tokens.joined(bracket)));
        return goesOn ? after(tokens, mention, bracket) : list;
    }

    /** Where the short bracket that opens at {@code at} is closed, {@code at} if none does or somebody is named in it. */
    private int bracketEnd(Tokens tokens, int at) {
        if (!tokens.is(at, '(') || tokens.startsLine(at)) {
            return at;
        }
        for (int end = at + 1; end < at + LONGEST_BRACKET && !tokens.startsLine(end); end++) {
            if (tokens.is(end, ')')) {
                return end + 1;
            }
            if (bodies.beginsLongName(tokens, end) || names.isPersonal(tokens.folded(end))) {
                return at;
            }
        }
        return at;
    }

    private List<Title> after(Tokens tokens, Mention mention, int end) {
        if (tokens.startsLine(end)) {
            return List.of();
        }
        boolean comma = tokens.is(end, ',');
        boolean marked = comma || tokens.isDash(end) || tokens.is(end, '(');
        int at = marked ? end + 1 : end;
        if (tokens.is(end, '(') && tokens.folded(at).equals("khi")) {
            at += tokens.folded(at + 2).equals("là") ? 3 : 2;
        }
        at = marked ? ageEnd(tokens, at) : at;
        at = isArticle(tokens.folded(at)) ? at + 1 : at;
        if ((!marked && tokens.shape(at) == Shape.LOWER) || tokens.startsLine(at)) {
            return List.of();
        }
        List<Title> list = titles.list(tokens, at, TitleScanner.Side.AFTER);
        if (list.isEmpty() || ((comma || !marked) && isSubject(tokens, list))) {
            return List.of();
        }
        return belongsToNext(tokens, list) ? own(tokens, mention, list) : list;
    }

    /** In {@code Lê Văn Bưởi, Bộ trưởng; Thứ trưởng Trần Thị Na} the last belongs to the next. */
    private static List<Title> own(Tokens tokens, Mention mention, List<Title> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            if (tokens.is(list.get(i).from() - 1, ';')) {
                return list.subList(0, i);
            }
        }
        int last = list.size() - 1;
        boolean parted = last > 0
                && (mention.titles().isEmpty()
                        || tokens.folded(list.get(last).from() - 1).equals("và"));
        return parted ? list.subList(0, last) : List.of();
    }

    /** Where the age of whoever was named ends, with the sign behind it: {@code 82 tuổi, |}, {@code sinh năm 1970, |}. */
    private static int ageEnd(Tokens tokens, int from) {
        boolean now =
                tokens.folded(from).equals("năm") && tokens.folded(from + 1).equals("nay");
        int at = now ? from + 2 : from;
        int end = at;
        if (tokens.shape(at) == Shape.NUMBER && tokens.folded(at + 1).equals("tuổi")) {
            end = at + 2;
        } else if (tokens.folded(at).equals("sn") && tokens.shape(at + 1) == Shape.NUMBER) {
            end = at + 2;
        } else if (tokens.folded(at).equals("sinh") && tokens.shape(at + 2) == Shape.NUMBER) {
            end = at + 3;
        }
        boolean parted = end > at && (tokens.is(end, ',') || tokens.isDash(end));
        return parted ? end + 1 : from;
    }

    private static boolean isArticle(String word) {
        return word.equals("tân") || word.equals("the") || word.equals("a");
    }

    private boolean belongsToNext(Tokens tokens, List<Title> list) {
        int end = titles.past(tokens, list.getLast().to());
        if (tokens.startsLine(end)) {
            return false;
        }
        if (tokens.is(end, ':')) {
            return SharedTitles.isListed(tokens, framed.after(tokens, end + 1, null, list));
        }
        boolean name = !names.isStart(tokens, end) || bodies.beginsLongName(tokens, end);
        return (name && framed.after(tokens, end, null, list) != null)
                || (tokens.shape(end).startsWithCapital() && aliases.find(tokens, end) != null);
    }

    /** {@code Theo ông Nên, Thủ tướng yêu cầu ...}: a bare office that does something is somebody else. */
    private static boolean isSubject(Tokens tokens, List<Title> list) {
        Title only = list.getFirst();
        return list.size() == 1
                && only.to() - only.from() <= 3
                && tokens.shape(only.to()) == Shape.LOWER
                && !tokens.startsLine(only.to());
    }
}

package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks once through a text and takes down every name that may be a person's, with the frame around it. */
final class MentionScanner {

    private final TitleScanner titles;
    private final NameScanner names;
    private final FramedName framed;
    private final Apposition apposition;
    private final SoleOffices soleOffices;
    private final SharedTitles shared;
    private final Rejection rejection;
    private final SmallLast smallLast;
    private final Bodies bodies;
    private final Addressed addressed;
    private final Phrases<String> aliases;
    private final Phrases<String> streets;
    private final long small;

    MentionScanner(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        titles = new TitleScanner(knowledge, bodies);
        names = new NameScanner(knowledge, bodies, titles);
        framed = new FramedName(names);
        apposition = new Apposition(knowledge, titles, framed, names, bodies);
        rejection = new Rejection(knowledge, bodies);
        smallLast = new SmallLast(names, bodies);
        shared = new SharedTitles(titles);
        soleOffices = new SoleOffices(knowledge);
        addressed = new Addressed(knowledge, bodies, titles, names, framed);
        streets = knowledge.phrases("street_names.tsv");
        aliases = knowledge.phrases();
        knowledge.rows("aliases.tsv").forEach(row -> aliases.put(row.at(0), row.at(1)));
        small = titles.small() | bodies.units() | addressed.small();
    }

    List<Mention> scan(Tokens tokens) {
        List<Mention> found = new ArrayList<>();
        TitleLists lists = new TitleLists(titles, tokens);
        Set<List<String>> named = new HashSet<>();
        Mention rejected = null;
        int at = 0;
        while (at < tokens.size()) {
            if (isIdle(tokens, at)) {
                at++;
                continue;
            }
            int place = bodies.placeEnd(tokens, at);
            Mention mention = at(tokens, at, place, found, lists);
            if (mention != null
                    && (rejection.rejects(tokens, mention) || continuesRejected(tokens, rejected, mention))) {
                if (rejection.isNamed(tokens, mention) || continuesRejected(tokens, rejected, mention)) {
                    named.add(mention.words());
                }
                rejected = mention;
                at = mention.to();
            } else if (mention != null) {
                at = add(tokens, mention, found);
            } else {
                at = Math.max(at + 1, passed(tokens, at, place));
            }
        }
        return new Doubts(rejection).settled(tokens, smallLast.completed(tokens, found), named);
    }

    /** Most words begin neither a name nor a frame, and are not worth a look. */
    private boolean isIdle(Tokens tokens, int at) {
        return !tokens.shape(at).startsWithCapital() && !tokens.mayBegin(at, small);
    }

    /** {@code các đường Phạm Hùng, Phạm Văn Đồng}. */
    private boolean continuesRejected(Tokens tokens, @Nullable Mention rejected, Mention mention) {
        return rejected != null
                && mention.address() == null
                && mention.titles().isEmpty()
                && rejection.followsStreet(tokens, rejected, mention.from());
    }

    private int add(Tokens tokens, Mention mention, List<Mention> found) {
        List<Title> after = apposition.after(tokens, mention);
        boolean shown =
                mention.trusted() || (mention.full() && (!after.isEmpty() || rejection.speaks(tokens, mention.to())));
        found.add(after.isEmpty() && shown == mention.trusted() ? mention : mention.with(after, shown));
        return after.isEmpty() ? mention.to() : after.getLast().to();
    }

    private @Nullable Mention at(Tokens tokens, int at, int placeEnd, List<Mention> found, TitleLists lists) {
        String alias = tokens.shape(at).startsWithCapital() ? aliases.find(tokens, at) : null;
        if (alias != null) {
            return new Mention(
                    at, aliases.end(tokens, at), FramedName.words(alias), true, true, null, alias, List.of());
        }
        boolean place = placeEnd > at + 1;
        Mention named = place ? null : addressed.mention(tokens, at);
        if (named != null) {
            return named;
        }
        List<Title> before = lists.at(at);
        if (!before.isEmpty()) {
            return TitleOwners.isVote(tokens, at) ? null : titled(tokens, before);
        }
        return place ? null : unframed(tokens, at, placeEnd, found);
    }

    private @Nullable Mention titled(Tokens tokens, List<Title> before) {
        int end = titles.past(tokens, before.getLast().to());
        boolean place = bodies.placeEnd(tokens, end) > end && bodies.placeEnd(tokens, end) >= names.runEnd(tokens, end);
        if (place && !names.isSubject(tokens, end)) {
            return null;
        }
        List<Title> own = soleOffices.own(tokens, TitleOwners.own(tokens, before));
        if (tokens.is(end, ':') && titles.startsAt(tokens, end + 1) && !tokens.startsLine(end + 1)) {
            return null;
        }
        if (tokens.is(end, ':')) {
            Mention first = framed.after(tokens, end + 1, null, own);
            boolean several =
                    Addressed.isPlural(tokens, before.getLast().from()) || SharedTitles.isListed(tokens, first);
            return several ? first : null;
        }
        if (tokens.isDash(end) || tokens.is(end, ',')) {
            return apposed(tokens, end, own);
        }
        if (rejection.opens(tokens, end)
                && Addressed.isPlural(tokens, before.getLast().from())) {
            end = tokens.folded(end + 1).equals("các") ? end + 2 : end + 1;
        }
        if (isExample(tokens, end)) {
            end++;
        }
        String alias =
                tokens.startsLine(end) || !tokens.shape(end).startsWithCapital() ? null : aliases.find(tokens, end);
        if (alias != null) {
            return new Mention(end, aliases.end(tokens, end), FramedName.words(alias), true, true, null, alias, own);
        }
        int firm = firmEnd(tokens, end, own);
        if (firm > end) {
            return apposed(tokens, firm, TitleScanner.longer(own, firm));
        }
        int address = tokens.startsLine(end) ? end : addressed.end(tokens, end);
        if (address == end || tokens.startsLine(address)) {
            Mention misprinted = framed.afterSmallSurname(tokens, end, own);
            return misprinted != null ? misprinted : framed.after(tokens, end, null, own);
        }
        boolean others = TitleOwners.isOthers(tokens, own, end);
        return framed.after(tokens, address, tokens.folded(address - 1), others ? List.of() : own);
    }

    /** {@code (nhiều nguyên Bộ trưởng) như ông Lê Văn Bưởi}. */
    private boolean isExample(Tokens tokens, int at) {
        return !tokens.startsLine(at) && tokens.folded(at).equals("như") && addressed.isPersonal(tokens, at + 1);
    }

    /** {@code Giám đốc Công ty quản lý quỹ | Apple Capital|, ông Lê Văn Bưởi}: the end of a firm's foreign name, or {@code at}. */
    private int firmEnd(Tokens tokens, int at, List<Title> own) {
        if (tokens.startsLine(at) || !NameScanner.isForeign(tokens, at) || !FramedName.isCompany(tokens, own)) {
            return at;
        }
        int end = names.runEnd(tokens, at);
        return end > at && tokens.is(end, ',') && addressed.isPersonal(tokens, end + 1) ? end : at;
    }

    /** {@code Chủ tịch UBND TP Hà Nội - Lê Văn Bưởi}. */
    private @Nullable Mention apposed(Tokens tokens, int sign, List<Title> own) {
        int at = sign + 1;
        int address = tokens.startsLine(at) ? at : addressed.end(tokens, at);
        if (address > at && !tokens.startsLine(address)) {
            boolean holder = addressed.isPersonal(tokens, at) && !titles.startsAt(tokens, address);
            Mention named = holder ? framed.after(tokens, address, tokens.folded(address - 1), own) : null;
            return named != null && isHolder(tokens, own.getFirst(), sign, named) ? named : null;
        }
        if (tokens.startsLine(at) || !isApart(tokens, sign) || !names.isSurname(tokens, at)) {
            return null;
        }
        int end = names.vietnameseEnd(tokens, at);
        boolean closes = tokens.startsLine(end)
                || (tokens.is(sign, ',') ? tokens.is(end, ',') : true)
                || bodies.isPredicate(tokens, end);
        return names.isPlausible(tokens, at, end) && end >= names.runEnd(tokens, at) && closes
                ? FramedName.mention(tokens, at, end, true, true, null, own)
                : null;
    }

    /** {@code theo quyết định của Thủ tướng, ông Lê Văn Bưởi ...}: somebody else. */
    private static boolean isOwner(Tokens tokens, Title title, int sign) {
        return tokens.is(sign, ',') && tokens.folded(title.from() - 1).equals("của");
    }

    /** Whether the sign is no hyphen within a name: {@code Sở Y tế - Lê}, {@code Sở Y tế- Lê}. */
    private static boolean isApart(Tokens tokens, int sign) {
        return tokens.is(sign, ',') ? tokens.joined(sign) : !tokens.joined(sign + 1);
    }

    /** Also {@code ..., Giám đốc Sở Y tế, bà Lê Thị Bưởi, cho biết} and {@code ..., Giám đốc Sở Y tế - bà Lê Thị Bưởi cho biết}. */
    private boolean isHolder(Tokens tokens, Title first, int sign, Mention named) {
        boolean closed =
                tokens.isDash(sign) || (tokens.is(named.to(), ',') && bodies.isPredicate(tokens, named.to() + 1));
        boolean inserted = tokens.is(first.from() - 1, ',') && closed;
        return inserted || (!isOwner(tokens, first, sign) && rejection.introduces(tokens, first.from() - 1));
    }

    private @Nullable Mention unframed(Tokens tokens, int at, int placeEnd, List<Mention> found) {
        if (!tokens.shape(at).startsWithCapital() || (names.isStart(tokens, at) && !names.isSurname(tokens, at))) {
            return null;
        }
        if (rejection.isNamesake(tokens, at) && names.isSurname(tokens, at + 1)) {
            return null;
        }
        int run = names.runEnd(tokens, at);
        int end = names.vietnameseEnd(tokens, at);
        if (isBody(tokens, at, Math.max(end, at + 1))) {
            return null;
        }
        if (end > at + 2 && isWithinName(tokens, at) && isCountry(tokens, end - 2, end)) {
            return null;
        }
        if (end > at && end >= run) {
            boolean listed = !found.isEmpty() && rejection.follows(tokens, found.getLast(), at);
            boolean trusted = (names.isPlausible(tokens, at, end) && streets.end(tokens, at) != end)
                    || (listed && found.getLast().trusted());
            return FramedName.mention(
                    tokens, at, end, true, trusted, null, listed ? shared.of(tokens, found.getLast(), end) : List.of());
        }
        if (end > at + 2 && names.isPlausible(tokens, at, end)) {
            return FramedName.mention(tokens, at, end, true, true, null, List.of());
        }
        if (run == at + 2 && isPenName(tokens, at, found)) {
            return FramedName.mention(tokens, at, run, true, true, null, List.of());
        }
        boolean foreign = run > at && NameScanner.isForeign(tokens, run - 1);
        if (foreign && placeEnd == at && bodies.placeEnd(tokens, run - 1) == run - 1) {
            boolean sure = run > at + 1 && (names.isForeignGiven(tokens, at) || rejection.isSaidBy(tokens, at));
            return FramedName.mention(tokens, at, run, run > at + 1, sure, null, List.of());
        }
        return run == at + 1 && names.isGiven(tokens, at) && tokens.shape(run) == Shape.LOWER
                ? FramedName.mention(tokens, at, run, false, false, null, List.of())
                : null;
    }

    /** {@code (Công ty Mít) | Châu Việt Nam}. */
    private static boolean isWithinName(Tokens tokens, int at) {
        return tokens.shape(at - 1).startsWithCapital() && !tokens.startsLine(at);
    }

    private boolean isCountry(Tokens tokens, int from, int to) {
        return bodies.isCountry(tokens, from) && bodies.placeEnd(tokens, from) == to;
    }

    /** {@code Học viện Chính trị}, {@code Đoàn Hải Phòng}. */
    private boolean isBody(Tokens tokens, int at, int end) {
        int body = bodies.end(tokens, at);
        return body > end || (body == end && end > at + 1 && bodies.placeEnd(tokens, at + 1) == end);
    }

    /** {@code Thu Hà, Quang Hưng}: in a list of people two given names are one more. */
    private boolean isPenName(Tokens tokens, int at, List<Mention> found) {
        return !found.isEmpty()
                && found.getLast().trusted()
                && found.getLast().full()
                && rejection.follows(tokens, found.getLast(), at)
                && names.isSyllable(tokens, at)
                && names.isGiven(tokens, at + 1)
                && bodies.knownEnd(tokens, at) == at
                && bodies.end(tokens, at) == at;
    }

    /** The end of what stands at {@code at} and can hold no name: a title, a body, a place. */
    private int passed(Tokens tokens, int at, int placeEnd) {
        int title = Math.max(titles.knownEnd(tokens, at), addressed.compoundEnd(tokens, at));
        if (title > at) {
            return title;
        }
        if (!tokens.shape(at).startsWithCapital()) {
            return bodies.isUnit(tokens, at) ? placeEnd : at + 1;
        }
        return Math.max(bodies.end(tokens, at), placeEnd);
    }
}

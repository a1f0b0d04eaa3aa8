package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.Set;

/** Says which names are no mention of a person: streets and awards named after people, bylines, photographers. */
final class Rejection {

    private static final Set<String> GROUPS = Set.of(
            "name",
            "monument",
            "credit",
            "street",
            "pair",
            "monument_pair",
            "case",
            "listing",
            "firm",
            "opening",
            "before",
            "except");

    private final WordSet namesake;
    private final WordSet monuments;
    private final WordSet credits;
    private final WordSet streets;
    private final WordSet cases;
    private final WordSet listing;
    private final WordSet firms;
    private final Bodies bodies;
    private final WordSet opening;
    private final WordSet before;
    private final Phrases<String> pairs;
    private final Phrases<String> monumentPairs;
    private final Phrases<String> exceptions;
    private final Phrases<String> speech;

    Rejection(Knowledge knowledge, Bodies bodies) {
        this.bodies = bodies;
        knowledge.rows("namesakes.tsv").forEach(row -> row.oneOf(1, GROUPS));
        firms = knowledge.words("namesakes.tsv", "firm");
        namesake = knowledge.words("namesakes.tsv", "name");
        monuments = knowledge.words("namesakes.tsv", "monument");
        credits = knowledge.words("namesakes.tsv", "credit");
        streets = knowledge.words("namesakes.tsv", "street");
        cases = knowledge.words("namesakes.tsv", "case");
        listing = knowledge.words("namesakes.tsv", "listing");
        opening = knowledge.words("namesakes.tsv", "opening");
        before = knowledge.words("namesakes.tsv", "before");
        pairs = knowledge.phrases("namesakes.tsv", "pair");
        monumentPairs = knowledge.phrases("namesakes.tsv", "monument_pair");
        exceptions = knowledge.phrases("namesakes.tsv", "except");
        speech = knowledge.phrases("speech.tsv");
    }

    boolean rejects(Tokens tokens, Mention mention) {
        int from = mention.titles().isEmpty()
                ? mention.from()
                : mention.titles().getFirst().from();
        if (!tokens.startsLine(from)
                && ((monuments.has(tokens, from - 1) && !isException(tokens, from - 1))
                        || monumentPairs.end(tokens, from - 2) == from)) {
            return true;
        }
        if (mention.address() != null) {
            return isSigned(tokens, mention);
        }
        if (!mention.titles().isEmpty() || isHonoured(tokens, mention)) {
            return false;
        }
        return isNamed(tokens, mention) || isCredit(tokens, mention) || isByline(tokens, mention);
    }

    /** Whether something else bears the name: {@code đường Phạm Hùng}. */
    boolean isNamed(Tokens tokens, Mention mention) {
        int from = mention.from();
        return !tokens.startsLine(from)
                && mention.address() == null
                && mention.titles().isEmpty()
                && (isNamesake(tokens, from - 1)
                        || isAfterVirtue(tokens, from)
                        || isStreetList(tokens, from)
                        || isFirm(tokens, from));
    }

    /** {@code Công ty cổ phần thép Lê Văn}. */
    private boolean isFirm(Tokens tokens, int from) {
        int at = from - 1;
        while (at > from - 5 && tokens.shape(at) == Shape.LOWER && !tokens.startsLine(at) && !firms.has(tokens, at)) {
            if (before.has(tokens, at)) {
                return false;
            }
            at--;
        }
        return at < from - 1 && firms.has(tokens, at) && !bodies.isPredicate(tokens, from - 1);
    }

    /** {@code Bác Hồ}, which always is a person. */
    private static boolean isHonoured(Tokens tokens, Mention mention) {
        return mention.alias() != null && !mention.alias().equals(tokens.text(mention.from(), mention.to()));
    }

    /** {@code các tuyến đường: Lý Tự Trọng, ...}. */
    private boolean isStreetList(Tokens tokens, int from) {
        boolean opens = tokens.is(from - 1, ':') || listing.has(tokens, from - 1);
        return opens && (streets.has(tokens, from - 2) || streets.has(tokens, from - 3));
    }

    /** Whether the word announces the name of a street, a school, an award. */
    boolean isNamesake(Tokens tokens, int at) {
        Shape shape = tokens.shape(at);
        boolean house = (shape == Shape.NUMBER || shape == Shape.ALPHANUMERIC) && tokens.length(at) < 6;
        boolean lawsuit = cases.has(tokens, at) && cases.has(tokens, at - 1);
        boolean name = namesake.has(tokens, at) && !lawsuit && !isException(tokens, at);
        return name || house || pairs.end(tokens, at - 1) == at + 1;
    }

    /** {@code đối tượng}: no statue. */
    private boolean isException(Tokens tokens, int at) {
        return exceptions.end(tokens, at - 1) == at + 1;
    }

    /** {@code tư tưởng, đạo đức, phong cách Hồ Chí Minh}. */
    private boolean isAfterVirtue(Tokens tokens, int from) {
        return tokens.is(from - 2, "tư") && tokens.is(from - 1, "tưởng");
    }

    private boolean isCredit(Tokens tokens, Mention mention) {
        int before = mention.from() - 1;
        boolean colon = tokens.is(before, ':') && credits.has(tokens, before - 1);
        boolean agency = (tokens.is(before, '/') && tokens.joined(mention.from()))
                || (tokens.is(mention.to(), '/') && tokens.joined(mention.to()));
        return colon || agency || (credits.has(tokens, before) && !tokens.startsLine(mention.from()));
    }

    /** {@code Anh Bưởi} at an article's end or behind {@code Ảnh:}: a reporter of that name, and no form of address. */
    private boolean isSigned(Tokens tokens, Mention mention) {
        int from = mention.from() - 1;
        boolean credited = tokens.is(from - 1, ':') && credits.has(tokens, from - 2);
        return mention.to() == from + 2
                && "anh".equals(mention.address())
                && tokens.folded(from).equals("anh")
                && tokens.shape(from).startsWithCapital()
                && mention.titles().isEmpty()
                && (credited || isByline(tokens, from, mention.to()));
    }

    private static boolean isByline(Tokens tokens, Mention mention) {
        return isByline(tokens, mention.from(), mention.to());
    }

    private static boolean isByline(Tokens tokens, int from, int end) {
        boolean ends = tokens.startsLine(end)
                || (tokens.isDash(end) && endsSoon(tokens, end))
                || (tokens.is(end, '(') && tokens.shape(end + 1) == Shape.UPPER && tokens.startsLine(end + 3));
        int before = from - 1;
        boolean begins = (tokens.startsLine(from) && from > 0)
                || tokens.is(before, '.')
                || tokens.is(before, '"')
                || tokens.is(before, '”')
                || (tokens.isDash(before) && tokens.startsLine(end));
        return ends && begins;
    }

    private static boolean endsSoon(Tokens tokens, int from) {
        for (int at = from + 1; at < from + 6; at++) {
            if (tokens.startsLine(at)) {
                return true;
            }
        }
        return false;
    }

    /** English: {@code said John Applewood}. */
    boolean isSaidBy(Tokens tokens, int at) {
        return tokens.isPlain()
                && !tokens.startsLine(at)
                && tokens.shape(at - 1) == Shape.LOWER
                && speech.end(tokens, at - 1) == at;
    }

    /** Whether who ends at {@code end} speaks: {@code Trần Tuấn Anh cho biết}. */
    boolean speaks(Tokens tokens, int end) {
        return !tokens.startsLine(end) && speech.end(tokens, end) > end;
    }

    /** Whether the word opens a list of people: {@code gồm}. */
    boolean opens(Tokens tokens, int at) {
        return opening.has(tokens, at);
    }

    /** Whether an office that follows {@code at} is meant for its holder: {@code theo (Giám đốc Sở, bà ...)}, but not {@code làm (Giám đốc Sở, bà ...)}. */
    boolean introduces(Tokens tokens, int at) {
        return tokens.startsLine(at + 1)
                || before.has(tokens, at)
                || (tokens.shape(at) == Shape.SIGN && !tokens.is(at, ',') && !tokens.isDash(at));
    }

    /** Whether {@code at} follows the name of a street in a list of streets: {@code Lê Lai - Lê Lợi}. */
    boolean followsStreet(Tokens tokens, Mention last, int at) {
        boolean joined = tokens.isDash(last.to()) || listing.has(tokens, last.to());
        return follows(tokens, last, at) || (joined && last.to() + 1 == at && !tokens.startsLine(at));
    }

    /** Where a short remark in brackets ends: {@code Lê Văn Bưởi (bìa phải)|, Trần Thị Na}; {@code at} if none begins there. */
    private static int bracketEnd(Tokens tokens, int at) {
        for (int end = at + 1; tokens.is(at, '(') && end < at + 10; end++) {
            if (tokens.is(end, ')')) {
                return end + 1;
            }
        }
        return at;
    }

    /** Whether {@code at} follows {@code last} in a list of names. */
    boolean follows(Tokens tokens, Mention last, int at) {
        int end = bracketEnd(tokens, last.to());
        boolean sign = tokens.is(end, ',') || tokens.is(end, ';') || tokens.is(end, "và");
        boolean both = tokens.is(end, ',') && tokens.is(end + 1, "và");
        return sign && end + (both ? 2 : 1) == at && !tokens.startsLine(at);
    }
}

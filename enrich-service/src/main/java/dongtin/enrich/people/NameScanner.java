package dongtin.enrich.people;

import dongtin.enrich.knowledge.Bodies;
import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import dongtin.enrich.text.WordSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says where a name ends that begins at a token, and how much it looks like a person's. */
final class NameScanner {

    private static final int LONGEST = 5;
    private static final int LONGEST_RUN = 16;
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "los", "la", "da", "dos", "van", "von", "der", "den", "bin", "al", "el", "ibn", "di", "du");
    private static final Set<String> PERSONAL = Set.of(
            "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cụ", "dì", "cậu", "ngài", "thầy", "cháu", "chí",
            "đ/c", "đc", "mr", "ms", "mrs", "vợ", "chồng", "samdech", "techo");

    /** Behind two words of a name they begin a sentence; {@code Anh}, {@code Bác} end names. */
    private static final Set<String> OPENING = Set.of("ông", "bà", "chị");

    private static final Set<String> LETTERS = Set.of("y", "ý");

    private static final Set<String> GROUPS = Set.of("tri", "nhân", "binh", "dân", "sinh", "xe", "viên", "gia");

    private final WordSet surnames;
    private final WordSet given;
    private final WordSet middle;
    private final WordSet starts;
    private final WordSet foreignGiven;
    private final Bodies bodies;
    private final TitleScanner titles;
    private final Phrases<String> speech;
    private final Phrases<String> states;
    private final Phrases<String> predicates;
    private final Phrases<String> english;

    NameScanner(Knowledge knowledge, Bodies bodies, TitleScanner titles) {
        surnames = knowledge.wordsAlsoPlain("surnames.tsv");
        given = knowledge.wordsAlsoPlain("given_names.tsv");
        middle = knowledge.wordsAlsoPlain("middle_names.tsv");
        starts = knowledge.wordsByLanguage("sentence_starts.tsv");
        foreignGiven = knowledge.words("foreign_given_names.tsv");
        speech = knowledge.phrases("speech.tsv");
        english = knowledge.phrases("english_titles.tsv", "word");
        states = knowledge.phrases("state_offices.tsv");
        predicates = knowledge.phrases("predicates.tsv");
        this.bodies = bodies;
        this.titles = titles;
    }

    /** The end of a Vietnamese name, family name first; {@code at} if none begins there. */
    int vietnameseEnd(Tokens tokens, int at) {
        if (!surnames.has(tokens, at) || !isNameWord(tokens, at)) {
            return at;
        }
        int end = at + 1;
        while (end < at + LONGEST
                && continues(tokens, end)
                && !isForeign(tokens, end)
                && !isNextAddressed(tokens, end, at)
                && !bodyInside(tokens, end, at)) {
            end++;
        }
        while (end > at + 1 && isSentence(tokens, at, end)) {
            end--;
        }
        return end > at + 1 ? end : at;
    }

    /** The end of a name printed in capitals among words that are not: {@code (ông) LÊ VĂN BƯỞI|, giám đốc}; {@code at} if none begins there. */
    int capitalsEnd(Tokens tokens, int at) {
        if (!bodies.beginsNameInCapitals(tokens, at)) {
            return at;
        }
        int end = at + 1;
        while (end < at + LONGEST
                && !tokens.startsLine(end)
                && tokens.shape(end) == Shape.UPPER
                && isSyllable(tokens, end)) {
            end++;
        }
        boolean among = tokens.startsLine(end) || !tokens.shape(end).startsWithCapital();
        return among && end > at + 1 ? end : at;
    }

    /** Whether the last word before {@code end} belongs to what follows: {@code Trương Hòa Bình | Cùng với}. */
    private boolean isSentence(Tokens tokens, int from, int end) {
        if (tokens.shape(end) != Shape.LOWER || tokens.startsLine(end)) {
            return false;
        }
        boolean start = end > from + 3 && isStart(tokens, end - 1) && !isGiven(tokens, end - 1);
        boolean verb = (end > from + 3 || !isGiven(tokens, end - 1)) && predicates.end(tokens, end - 1) > end;
        return start
                || verb
                || (end > from + 2 && speech.end(tokens, end - 1) > end)
                || bodies.isField(tokens, end - 1);
    }

    /** {@code Lê Văn Bưởi | Ông Trần Văn Quýt}: a sentence lost its full stop. */
    private boolean isNextAddressed(Tokens tokens, int at, int from) {
        return at > from + 1
                && OPENING.contains(tokens.folded(at))
                && tokens.shape(at + 1).startsWithCapital();
    }

    private boolean bodyInside(Tokens tokens, int at, int from) {
        return (at > from + 1
                        && ((titles.startsAt(tokens, at) && tokens.shape(at + 1) == Shape.LOWER)
                                || isUnitOfPlace(tokens, at)))
                || (at > from + 2 && isOtherBegun(tokens, at));
    }

    /** {@code Lê Văn Bưởi | Ban Bí thư}, {@code ... | Phó Bí thư}, {@code ... | Theo Thủ tướng}: behind a whole name. */
    private boolean isOtherBegun(Tokens tokens, int at) {
        return (isStart(tokens, at) && !isSyllable(tokens, at))
                || titles.knownEnd(tokens, at) > at + 1
                || bodies.end(tokens, at) > at + 1;
    }

    private boolean isUnitOfPlace(Tokens tokens, int at) {
        return bodies.isUnit(tokens, at)
                && tokens.shape(bodies.unitEnd(tokens, at)).startsWithCapital();
    }

    /** The end of the run of capitalised words at {@code at}, hyphens and initials included. */
    int runEnd(Tokens tokens, int at) {
        int end = at;
        while (end < at + LONGEST_RUN) {
            if (end > at && isOther(tokens, end)) {
                return end;
            }
            int particle = end > at ? particleEnd(tokens, end) : end;
            if (particle > end) {
                end = particle + 1;
                continue;
            }
            if (end == at ? isNameWord(tokens, end) : continues(tokens, end)) {
                end++;
            } else if (end > at && (isInner(tokens, end) || isSpacedHyphen(tokens, end))) {
                end += 2;
            } else {
                return end;
            }
        }
        return end;
    }

    /** {@code Ricardo de los | Santos}, {@code Bashar al | Assad}: small words within a foreign name. */
    private static int particleEnd(Tokens tokens, int at) {
        int end = at;
        while (end < at + 2 && tokens.shape(end) == Shape.LOWER && PARTICLES.contains(tokens.folded(end))) {
            end++;
        }
        boolean within = end > at
                && isForeign(tokens, at - 1)
                && tokens.shape(end) == Shape.CAPITAL
                && isForeign(tokens, end)
                && !tokens.startsLine(at)
                && !tokens.startsLine(end);
        return within ? end : at;
    }

    private boolean isOther(Tokens tokens, int at) {
        return (titles.startsAt(tokens, at) && tokens.shape(at + 1) == Shape.LOWER)
                || (isStart(tokens, at) && !isSyllable(tokens, at));
    }

    private static boolean isInner(Tokens tokens, int at) {
        if (!tokens.joined(at)) {
            return false;
        }
        boolean hyphen = (tokens.isDash(at) || tokens.is(at, '\'') || tokens.is(at, '’'))
                && tokens.joined(at + 1)
                && tokens.shape(at + 1) != Shape.SIGN
                && tokens.shape(at + 1) != Shape.NUMBER
                && !isPossessive(tokens, at);
        boolean initial = tokens.is(at, '.')
                && tokens.length(at - 1) == 1
                && tokens.shape(at - 1) == Shape.CAPITAL
                && tokens.shape(at + 1) == Shape.CAPITAL
                && tokens.length(at + 1) > 1
                && !tokens.startsLine(at + 1);
        return hyphen || initial;
    }

    /** {@code Applewood's}. */
    private static boolean isPossessive(Tokens tokens, int at) {
        return !tokens.isDash(at)
                && tokens.length(at + 1) == 1
                && tokens.text(at + 1).equals("s");
    }

    /** {@code Kim Jong - un}, as some sites print it: a hyphen only behind what is no Vietnamese name and before what ends one. */
    private boolean isSpacedHyphen(Tokens tokens, int at) {
        int part = at + 1;
        return tokens.is(at, '-')
                && !tokens.joined(at)
                && !tokens.joined(part)
                && !tokens.startsLine(part)
                && tokens.shape(part) == Shape.LOWER
                && tokens.length(part) <= 6
                && !isSyllable(tokens, at - 1)
                && !titles.startsAt(tokens, part)
                && !isStart(tokens, part)
                && bodies.knownEnd(tokens, part) == part
                && !bodies.isPredicate(tokens, part)
                && (tokens.shape(part + 1) != Shape.LOWER || bodies.isPredicate(tokens, part + 1));
    }

    private boolean continues(Tokens tokens, int at) {
        return !tokens.startsLine(at) && isNameWord(tokens, at) && !tokens.joined(at);
    }

    private boolean isNameWord(Tokens tokens, int at) {
        Shape shape = tokens.shape(at);
        if (tokens.isPlain() && english.find(tokens, at) != null) {
            return false;
        }
        return shape == Shape.CAPITAL || (shape == Shape.MIXED && tokens.length(at) <= 14 && !isGlued(tokens.text(at)));
    }

    /** Two Vietnamese words that lost their space are no name. */
    private static boolean isGlued(String text) {
        for (int i = 2; i < text.length(); i++) {
            if (Character.isUpperCase(text.charAt(i)) && (text.charAt(i) > 127 || i > 3)) {
                return true;
            }
        }
        return false;
    }

    /** Whether family, middle and given name are all known as such. */
    boolean isPlausible(Tokens tokens, int from, int to) {
        if (to - from < 3 || isLetter(tokens, to - 1)) {
            return false;
        }
        if (isTelling(tokens, from + 1)) {
            return true;
        }
        for (int i = from + 1; i < to; i++) {
            if (!isSyllable(tokens, i)) {
                return false;
            }
        }
        return given.has(tokens, to - 1) || middle.has(tokens, from + 1);
    }

    /** {@code (Lê Văn) A}: anybody; {@code Ý} and {@code Y} are names. */
    static boolean isLetter(Tokens tokens, int at) {
        return tokens.length(at) == 1 && !LETTERS.contains(tokens.folded(at));
    }

    /** {@code (Lê) Thị (Mót)}, {@code (Lê) Văn (Xề)}: whatever the given name. */
    private static boolean isTelling(Tokens tokens, int at) {
        return tokens.shape(at) == Shape.CAPITAL
                && (tokens.folded(at).equals("thị") || tokens.folded(at).equals("văn"));
    }

    /** Whether only people are addressed so: {@code ông}, not {@code cử tri}. */
    boolean isPersonal(String address) {
        return PERSONAL.contains(address);
    }

    /** Whether a brand or a disease may follow as well as a name: {@code bệnh nhân}. */
    boolean isGroup(@Nullable String address) {
        return address != null && GROUPS.contains(address);
    }

    /** Whether the last of {@code titles} is an office of a state, behind which a name needs no other sign. */
    boolean isState(Tokens tokens, List<Title> list) {
        return !list.isEmpty() && states.find(tokens, list.getLast().from()) != null;
    }

    boolean isSurname(Tokens tokens, int at) {
        return surnames.has(tokens, at);
    }

    boolean isSyllable(Tokens tokens, int at) {
        return given.has(tokens, at) || middle.has(tokens, at) || surnames.has(tokens, at);
    }

    boolean isMiddle(Tokens tokens, int at) {
        return middle.has(tokens, at);
    }

    boolean isGiven(Tokens tokens, int at) {
        return given.has(tokens, at);
    }

    /** Whether a given name from abroad stands at {@code at}: {@code Vladimir}. */
    boolean isForeignGiven(Tokens tokens, int at) {
        return foreignGiven.has(tokens, at) && tokens.shape(at) == Shape.CAPITAL;
    }

    /** Whether a given name stands at {@code at} by itself, of which something is said: {@code (Bộ trưởng) Nghị cho biết}. */
    boolean isSubject(Tokens tokens, int at) {
        return isGiven(tokens, at)
                && tokens.shape(at + 1) == Shape.LOWER
                && !tokens.startsLine(at + 1)
                && predicates.end(tokens, at) == at
                && bodies.isPredicate(tokens, at + 1);
    }

    boolean isStart(Tokens tokens, int at) {
        return starts.has(tokens, at);
    }

    /** Whether the word is none of Vietnamese. */
    static boolean isForeign(Tokens tokens, int at) {
        return tokens.shape(at) != Shape.SIGN && tokens.length(at) > 1 && !tokens.isSyllable(at);
    }
}

package dongtin.enrich.people;

import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Joins the mentions of one text to persons: whole names first, then their parts ({@code ông Nên}), each to the person last named before it that the
 * part fits, else to one named later. A name without a frame counts only if it is some person's. Of the people who share a part of a name only the first
 * {@value #MOST} are weighed, which keeps the work linear in the text.
 */
final class PersonResolver {

    private static final int MOST = 200;

    /** Of names as long as each other those with a title first: it tells whose they are. */
    private static final Comparator<Mention> LONGEST_FIRST = Comparator.<Mention>comparingInt(
                    mention -> -mention.words().size())
            .thenComparing(mention -> mention.titles().isEmpty());

    private static final Set<String> WOMEN = Set.of("bà", "chị", "cô", "ms", "mrs");
    private static final Set<String> MEN = Set.of("ông", "mr");
    private static final Set<String> YOUNG = Set.of("em", "anh", "chị", "cháu");

    private final Tokens tokens;
    // By words joined to one string: lists would not survive a text made of equal hashes.
    private final Map<String, Draft> people = new LinkedHashMap<>();
    private final Map<String, List<Draft>> byEnding = new HashMap<>();
    private final Map<String, List<Draft>> byBeginning = new HashMap<>();

    PersonResolver(Tokens tokens) {
        this.tokens = tokens;
    }

    List<Draft> resolve(List<Mention> mentions) {
        for (Mention mention : whole(mentions)) {
            String form = form(mention);
            Draft longer = mention.alias() == null && !people.containsKey(form) ? longer(mention, form) : null;
            add(longer != null ? longer : named(mention, form), mention, form);
        }
        for (Mention mention : mentions) {
            if (mention.full() && !mention.trusted()) {
                addTwin(mention);
            }
        }
        for (Mention mention : mentions) {
            if (!mention.full() && mention.trusted()) {
                addPart(mention);
            }
        }
        for (Mention mention : mentions) {
            if (!mention.full() && !mention.trusted()) {
                addBarePart(mention);
            }
        }
        return inOrder();
    }

    /** The whole names that are sure, the longest first. */
    private static List<Mention> whole(List<Mention> mentions) {
        List<Mention> whole = new ArrayList<>();
        for (Mention mention : mentions) {
            if (mention.full() && mention.trusted()) {
                whole.add(mention);
            }
        }
        whole.sort(LONGEST_FIRST);
        return whole;
    }

    private List<Draft> inOrder() {
        List<Draft> drafts = new ArrayList<>(people.values());
        drafts.forEach(Draft::sort);
        drafts.sort(Comparator.comparingInt(draft -> draft.mentions().getFirst().from()));
        return drafts;
    }

    private Draft named(Mention mention, String form) {
        return people.computeIfAbsent(form, key -> new Draft(mention.words(), people.size()));
    }

    private void add(Draft draft, Mention mention, String form) {
        if (!draft.add(mention, form)) {
            return;
        }
        index(byEnding, form, draft);
        index(byBeginning, form, draft);
        for (int space = form.indexOf(' '); space >= 0; space = form.indexOf(' ', space + 1)) {
            index(byEnding, form.substring(space + 1), draft);
            index(byBeginning, form.substring(0, space), draft);
        }
    }

    private static void index(Map<String, List<Draft>> by, String part, Draft draft) {
        List<Draft> drafts = by.computeIfAbsent(part, key -> new ArrayList<>(1));
        if (drafts.size() < MOST && !drafts.contains(draft)) {
            drafts.add(draft);
        }
    }

    // Joining them asks for twice the memory, and nearly all names have up to three words.
    private static String form(Mention mention) {
        List<String> words = mention.words();
        return switch (words.size()) {
            case 1 -> words.getFirst();
            case 2 -> words.getFirst() + " " + words.getLast();
            case 3 -> words.getFirst() + " " + words.get(1) + " " + words.getLast();
            default -> String.join(" ", words);
        };
    }

    private void addTwin(Mention mention) {
        String form = form(mention);
        Draft draft = people.get(form);
        if (draft != null) {
            add(draft, mention, form);
        }
    }

    private void addPart(Mention mention) {
        String form = form(mention);
        Draft draft = fitting(mention, form);
        add(draft != null ? draft : named(mention, form), mention, form);
    }

    private void addBarePart(Mention mention) {
        String form = form(mention);
        Draft draft = fitting(mention, form);
        if (draft == null || (draft.words().size() == 1 && !isForeign(mention))) {
            return;
        }
        boolean framed = mention.address() != null || !mention.titles().isEmpty();
        if (isForeign(mention) || framed || draft.isYoung()) {
            Mention completed = completed(mention, draft.words());
            add(draft, completed, form(completed));
        }
    }

    /** {@code Nguyễn | xuân Phúc}: with the rest of the name, where that is printed small by mistake. */
    private Mention completed(Mention mention, List<String> name) {
        if (mention.words().size() > 1 || !mention.words().getFirst().equals(name.getFirst())) {
            return mention;
        }
        Mention longer = mention;
        for (String word : name.subList(1, name.size())) {
            if (tokens.startsLine(longer.to()) || !tokens.folded(longer.to()).equals(word)) {
                return mention;
            }
            longer = longer.longer(word);
        }
        return longer;
    }

    /** The person whose name in full a whole name is short for; null if there is none. */
    private @Nullable Draft longer(Mention mention, String form) {
        Draft fitting = mention.words().size() == 2 ? fitting(mention, form) : null;
        return fitting == null && isForeign(mention) ? withMiddleNames(mention) : fitting;
    }

    /** {@code President Mary Applewood} for {@code President Mary Jane Applewood Fig}; who has another office is another. */
    private @Nullable Draft withMiddleNames(Mention mention) {
        List<Draft> candidates = new ArrayList<>();
        for (Draft draft : byBeginning.getOrDefault(mention.words().getFirst(), List.of())) {
            boolean holder = mention.titles().isEmpty()
                    || draft.holds(tokens, mention.titles().getLast());
            if (holder && draft.isForeign(tokens) && isWithin(mention.words(), draft.words())) {
                candidates.add(draft);
            }
        }
        return nearest(candidates, mention);
    }

    /** Whether all words of a name stand in a longer one in their order. */
    private static boolean isWithin(List<String> name, List<String> longer) {
        int found = 0;
        for (int i = 0; i < longer.size() && found < name.size(); i++) {
            found += longer.get(i).equals(name.get(found)) ? 1 : 0;
        }
        return found == name.size();
    }

    private boolean isForeign(Mention mention) {
        return NameScanner.isForeign(tokens, mention.to() - 1);
    }

    private @Nullable Draft fitting(Mention part, String form) {
        Draft ending = nearest(byEnding.getOrDefault(form, List.of()), part);
        if (ending != null || part.full()) {
            return ending;
        }
        List<Draft> beginning = byBeginning.getOrDefault(form, List.of());
        boolean titled = !part.titles().isEmpty() && part.address() == null;
        return nearest(titled ? inOffice(beginning, part.titles().getLast()) : beginning, part);
    }

    /** {@code Thủ tướng Lý} for {@code Thủ tướng Singapore Lý Hiển Long}: by the family name only who has the same office. */
    private List<Draft> inOffice(List<Draft> drafts, Title title) {
        List<Draft> holders = new ArrayList<>();
        for (Draft draft : drafts) {
            if (draft.holds(tokens, title)) {
                holders.add(draft);
            }
        }
        return holders;
    }

    private static @Nullable Draft nearest(List<Draft> candidates, Mention part) {
        boolean woman = part.address() != null && WOMEN.contains(part.address());
        boolean man = part.address() != null && MEN.contains(part.address());
        Draft best = null;
        int at = -1;
        for (Draft draft : candidates) {
            if ((woman && draft.isMan()) || (man && draft.isWoman())) {
                continue;
            }
            int last = draft.lastBefore(part.from());
            if (best == null || last > at || (last == at && draft.order < best.order)) {
                best = draft;
                at = last;
            }
        }
        return best;
    }

    /** A person in the making. */
    static final class Draft {

        /** So many mentions are asked for their titles: whole names with a title are the first. */
        private static final int ASKED = 8;

        private final List<String> words;
        private final int order;
        private final List<Mention> mentions = new ArrayList<>();
        private final Set<String> forms = new HashSet<>();
        private final NavigableSet<Integer> whole = new TreeSet<>();
        private boolean asMan;
        private boolean asWoman;
        private boolean asYoung;

        /** The {@code order}-th of the text. */
        Draft(List<String> words, int order) {
            this.words = words;
            this.order = order;
        }

        /** Answers whether the {@code form} of the name is new. */
        boolean add(Mention mention, String form) {
            mentions.add(mention);
            if (mention.full()) {
                whole.add(mention.from());
            }
            String address = mention.address();
            if (address != null) {
                asMan |= MEN.contains(address);
                asWoman |= WOMEN.contains(address);
                asYoung |= YOUNG.contains(address);
            }
            return forms.add(form);
        }

        /** Whether an office that begins with the same two words stands beside the name, where it is first of all named with one. */
        private boolean holds(Tokens tokens, Title office) {
            for (int i = 0; i < mentions.size() && i < ASKED; i++) {
                for (Title title : mentions.get(i).titles()) {
                    if (isSame(tokens, title.from(), office.from())
                            && (office.to() == office.from() + 1
                                    || isSame(tokens, title.from() + 1, office.from() + 1))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static boolean isSame(Tokens tokens, int one, int other) {
            return tokens.word(one) != 0 && tokens.word(one) == tokens.word(other);
        }

        /** Whether no word of the name is Vietnamese: one that is may have been taken for a part of it. */
        private boolean isForeign(Tokens tokens) {
            Mention name = mentions.getFirst();
            for (int at = name.from(); at < name.to(); at++) {
                if (tokens.shape(at) != Shape.SIGN && !NameScanner.isForeign(tokens, at)) {
                    return false;
                }
            }
            return true;
        }

        void sort() {
            mentions.sort(Comparator.comparingInt(Mention::from));
        }

        List<String> words() {
            return words;
        }

        List<Mention> mentions() {
            return mentions;
        }

        private boolean isMan() {
            return asMan && !asWoman;
        }

        private boolean isWoman() {
            return (asWoman && !asMan) || words.contains("thị");
        }

        private boolean isYoung() {
            return asYoung;
        }

        private int lastBefore(int at) {
            Integer last = whole.lower(at);
            return last == null ? -1 : last;
        }

        String name(Tokens tokens) {
            String best = "";
            int size = 0;
            for (Mention mention : mentions) {
                int words = mention.words().size();
                boolean shouting = size == words
                        && tokens.shape(mention.to() - 1) != Shape.UPPER
                        && best.equals(best.toUpperCase(java.util.Locale.ROOT));
                boolean mended = size == words
                        && tokens.shape(mention.from()).startsWithCapital()
                        && tokens.shape(mention.to() - 1).startsWithCapital()
                        && (Character.isLowerCase(best.charAt(0))
                                || Character.isLowerCase(best.charAt(best.lastIndexOf(' ') + 1)));
                if (words > size || shouting || mended) {
                    best = mention.alias() != null ? mention.alias() : tokens.text(mention.from(), mention.to());
                    size = words;
                }
            }
            return best;
        }
    }
}

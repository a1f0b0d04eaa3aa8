package dongtin.enrich.people;

import dongtin.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final Tokens tokens;
    // By words joined to one string: lists would not survive a text made of equal hashes.
    private final Map<String, PersonDraft> people = new LinkedHashMap<>();
    private final Map<String, List<PersonDraft>> byEnding = new HashMap<>();
    private final Map<String, List<PersonDraft>> byBeginning = new HashMap<>();

    PersonResolver(Tokens tokens) {
        this.tokens = tokens;
    }

    List<PersonDraft> resolve(List<Mention> mentions) {
        for (Mention mention : whole(mentions)) {
            String form = form(mention);
            PersonDraft longer = mention.alias() == null && !people.containsKey(form) ? longer(mention, form) : null;
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

    private List<PersonDraft> inOrder() {
        List<PersonDraft> drafts = new ArrayList<>(people.values());
        drafts.forEach(PersonDraft::sort);
        drafts.sort(Comparator.comparingInt(draft -> draft.mentions().getFirst().from()));
        return drafts;
    }

    private PersonDraft named(Mention mention, String form) {
        return people.computeIfAbsent(form, key -> new PersonDraft(mention.words(), people.size()));
    }

    private void add(PersonDraft draft, Mention mention, String form) {
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

    private static void index(Map<String, List<PersonDraft>> by, String part, PersonDraft draft) {
        List<PersonDraft> drafts = by.computeIfAbsent(part, key -> new ArrayList<>(1));
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
        PersonDraft draft = people.get(form);
        if (draft != null) {
            add(draft, mention, form);
        }
    }

    private void addPart(Mention mention) {
        String form = form(mention);
        PersonDraft draft = fitting(mention, form);
        add(draft != null ? draft : named(mention, form), mention, form);
    }

    private void addBarePart(Mention mention) {
        String form = form(mention);
        PersonDraft draft = fitting(mention, form);
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
    private @Nullable PersonDraft longer(Mention mention, String form) {
        PersonDraft fitting = mention.words().size() == 2 ? fitting(mention, form) : null;
        return fitting == null && isForeign(mention) ? withMiddleNames(mention) : fitting;
    }

    /** {@code President Mary Applewood} for {@code President Mary Jane Applewood Fig}; who has another office is another. */
    private @Nullable PersonDraft withMiddleNames(Mention mention) {
        List<PersonDraft> candidates = new ArrayList<>();
        for (PersonDraft draft : byBeginning.getOrDefault(mention.words().getFirst(), List.of())) {
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

    private @Nullable PersonDraft fitting(Mention part, String form) {
        PersonDraft ending = nearest(byEnding.getOrDefault(form, List.of()), part);
        if (ending != null || part.full()) {
            return ending;
        }
        List<PersonDraft> beginning = byBeginning.getOrDefault(form, List.of());
        boolean titled = !part.titles().isEmpty() && part.address() == null;
        return nearest(titled ? inOffice(beginning, part.titles().getLast()) : beginning, part);
    }

    /** {@code Thủ tướng Lý} for {@code Thủ tướng Singapore Lý Hiển Long}: by the family name only who has the same office. */
    private List<PersonDraft> inOffice(List<PersonDraft> drafts, Title title) {
        List<PersonDraft> holders = new ArrayList<>();
        for (PersonDraft draft : drafts) {
            if (draft.holds(tokens, title)) {
                holders.add(draft);
            }
        }
        return holders;
    }

    private static @Nullable PersonDraft nearest(List<PersonDraft> candidates, Mention part) {
        PersonDraft best = null;
        int at = -1;
        for (PersonDraft draft : candidates) {
            if (!draft.mayBe(part.address())) {
                continue;
            }
            int last = draft.lastBefore(part.from());
            if (best == null || last > at || (last == at && draft.order() < best.order())) {
                best = draft;
                at = last;
            }
        }
        return best;
    }
}

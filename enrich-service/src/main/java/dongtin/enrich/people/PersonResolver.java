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
        List<Mention> whole = mentions.stream()
                .filter(m -> m.full() && m.trusted())
                .sorted(Comparator.comparingInt(m -> -m.words().size()))
                .toList();
        for (Mention mention : whole) {
            Draft longer = mention.alias() == null && mention.words().size() == 2 ? fitting(mention) : null;
            add(longer != null ? longer : named(mention), mention);
        }
        mentions.stream().filter(m -> m.full() && !m.trusted()).forEach(this::addTwin);
        mentions.stream().filter(m -> !m.full() && m.trusted()).forEach(this::addPart);
        mentions.stream().filter(m -> !m.full() && !m.trusted()).forEach(this::addBarePart);
        people.values().forEach(Draft::sort);
        return people.values().stream()
                .sorted(Comparator.comparingInt(d -> d.mentions().getFirst().from()))
                .toList();
    }

    private Draft named(Mention mention) {
        return people.computeIfAbsent(joined(mention.words()), key -> new Draft(mention.words(), people.size()));
    }

    private void add(Draft draft, Mention mention) {
        List<String> words = mention.words();
        if (draft.add(mention, joined(words))) {
            for (int i = 0; i < words.size(); i++) {
                index(byEnding, words.subList(i, words.size()), draft);
                index(byBeginning, words.subList(0, i + 1), draft);
            }
        }
    }

    private static void index(Map<String, List<Draft>> by, List<String> part, Draft draft) {
        List<Draft> drafts = by.computeIfAbsent(joined(part), key -> new ArrayList<>());
        if (drafts.size() < MOST && !drafts.contains(draft)) {
            drafts.add(draft);
        }
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }

    private void addTwin(Mention mention) {
        Draft draft = people.get(joined(mention.words()));
        if (draft != null) {
            add(draft, mention);
        }
    }

    private void addPart(Mention mention) {
        Draft draft = fitting(mention);
        add(draft != null ? draft : named(mention), mention);
    }

    private void addBarePart(Mention mention) {
        Draft draft = fitting(mention);
        if (draft == null || (draft.words().size() == 1 && !isForeign(mention))) {
            return;
        }
        boolean framed = mention.address() != null || !mention.titles().isEmpty();
        if (isForeign(mention) || framed || draft.isYoung()) {
            add(draft, mention);
        }
    }

    private boolean isForeign(Mention mention) {
        return NameScanner.isForeign(tokens, mention.to() - 1);
    }

    private @Nullable Draft fitting(Mention part) {
        String key = joined(part.words());
        Draft ending = nearest(byEnding.getOrDefault(key, List.of()), part);
        boolean whole = part.full() || (!part.titles().isEmpty() && part.address() == null);
        return ending != null || whole ? ending : nearest(byBeginning.getOrDefault(key, List.of()), part);
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
                String text = mention.alias() != null ? mention.alias() : tokens.text(mention.from(), mention.to());
                boolean shouting = size == words
                        && tokens.shape(mention.to() - 1) != Shape.UPPER
                        && best.equals(best.toUpperCase(java.util.Locale.ROOT));
                boolean mended = size == words
                        && tokens.shape(mention.to() - 1).startsWithCapital()
                        && Character.isLowerCase(best.charAt(best.lastIndexOf(' ') + 1));
                if (words > size || shouting || mended) {
                    best = text;
                    size = words;
                }
            }
            return best;
        }
    }
}

package dongtin.enrich.people;

import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins the mentions of one text to persons: whole names first, then their parts ({@code ông Nên}), each to the person last named before it that the
 * part fits, else to one named later. A name without a frame counts only if it is some person's.
 */
final class PersonResolver {

    private static final Set<String> WOMEN = Set.of("bà", "chị", "cô", "ms", "mrs");
    private static final Set<String> MEN = Set.of("ông", "mr");
    private static final Set<String> YOUNG = Set.of("em", "anh", "chị", "cháu");

    private final Tokens tokens;
    private final Map<List<String>, Draft> people = new LinkedHashMap<>();

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
            Draft draft = longer != null ? longer : people.computeIfAbsent(mention.words(), Draft::new);
            draft.add(mention);
        }
        people.values().forEach(Draft::sort);
        mentions.stream().filter(m -> m.full() && !m.trusted()).forEach(this::addTwin);
        mentions.stream().filter(m -> !m.full() && m.trusted()).forEach(this::addPart);
        mentions.stream().filter(m -> !m.full() && !m.trusted()).forEach(this::addBarePart);
        people.values().forEach(Draft::sort);
        return people.values().stream()
                .sorted(Comparator.comparingInt(d -> d.mentions().getFirst().from()))
                .toList();
    }

    private void addTwin(Mention mention) {
        Draft draft = people.get(mention.words());
        if (draft != null) {
            draft.add(mention);
        }
    }

    private void addPart(Mention mention) {
        Draft draft = fitting(mention);
        if (draft == null) {
            people.computeIfAbsent(mention.words(), Draft::new).add(mention);
        } else {
            draft.add(mention);
        }
    }

    private void addBarePart(Mention mention) {
        Draft draft = fitting(mention);
        if (draft == null || (draft.words().size() == 1 && !isForeign(mention))) {
            return;
        }
        boolean framed = mention.address() != null || !mention.titles().isEmpty();
        if (isForeign(mention) || framed || draft.isAddressedAs(YOUNG)) {
            draft.add(mention);
        }
    }

    private boolean isForeign(Mention mention) {
        return NameScanner.isForeign(tokens, mention.to() - 1);
    }

    private @Nullable Draft fitting(Mention part) {
        List<Draft> endings = people.values().stream()
                .filter(d -> d.mentions().stream().anyMatch(m -> m.endsWith(part.words())))
                .filter(d -> !contradicts(d, part))
                .toList();
        if (!endings.isEmpty()) {
            return nearest(endings, part);
        }
        List<Draft> beginnings = people.values().stream()
                .filter(d -> d.mentions().stream().anyMatch(m -> m.startsWith(part.words())))
                .filter(d -> !contradicts(d, part) && part.titles().isEmpty())
                .toList();
        return beginnings.isEmpty() || part.full() ? null : nearest(beginnings, part);
    }

    private static boolean contradicts(Draft draft, Mention part) {
        String address = part.address();
        if (address == null) {
            return false;
        }
        boolean woman = WOMEN.contains(address) && draft.isAddressedAs(MEN) && !draft.isAddressedAs(WOMEN);
        boolean man = MEN.contains(address) && draft.isAddressedAs(WOMEN) && !draft.isAddressedAs(MEN);
        boolean womansName = MEN.contains(address) && draft.words().contains("thị");
        return woman || man || womansName;
    }

    private static Draft nearest(List<Draft> candidates, Mention part) {
        Draft best = candidates.getFirst();
        int at = best.lastBefore(part.from());
        for (Draft draft : candidates) {
            int last = draft.lastBefore(part.from());
            if (last > at) {
                best = draft;
                at = last;
            }
        }
        return best;
    }

    /** A person in the making. */
    static final class Draft {

        private final List<String> words;
        private final List<Mention> mentions = new ArrayList<>();

        Draft(List<String> words) {
            this.words = words;
        }

        void add(Mention mention) {
            mentions.add(mention);
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

        boolean isAddressedAs(Set<String> addresses) {
            return mentions.stream().anyMatch(m -> m.address() != null && addresses.contains(m.address()));
        }

        private int lastBefore(int at) {
            int last = -1;
            for (Mention mention : mentions) {
                if (mention.from() < at && mention.full()) {
                    last = Math.max(last, mention.from());
                }
            }
            return last;
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
                if (words > size || shouting) {
                    best = text;
                    size = words;
                }
            }
            return best;
        }
    }
}

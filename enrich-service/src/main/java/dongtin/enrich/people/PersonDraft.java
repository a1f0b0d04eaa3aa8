package dongtin.enrich.people;

import dongtin.enrich.text.Shape;
import dongtin.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A person in the making: the mentions of one name so far, and what they tell. For one thread. */
final class PersonDraft {

    private static final Set<String> WOMEN = Set.of("bà", "chị", "cô", "ms", "mrs");
    private static final Set<String> MEN = Set.of("ông", "mr");
    private static final Set<String> YOUNG = Set.of("em", "anh", "chị", "cháu");

    /** So many mentions are asked for their titles: whole names with a title are the first. */
    private static final int ASKED = 8;

    private final List<String> words;
    private final int order; // among those of the text
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> forms = new HashSet<>();
    private final NavigableSet<Integer> whole = new TreeSet<>();
    private boolean asMan;
    private boolean asWoman;
    private boolean asYoung;

    /** The {@code order}-th of the text. */
    PersonDraft(List<String> words, int order) {
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
    boolean holds(Tokens tokens, Title office) {
        for (int i = 0; i < mentions.size() && i < ASKED; i++) {
            for (Title title : mentions.get(i).titles()) {
                if (isSame(tokens, title.from(), office.from())
                        && (office.to() == office.from() + 1 || isSame(tokens, title.from() + 1, office.from() + 1))) {
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
    boolean isForeign(Tokens tokens) {
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

    int order() {
        return order;
    }

    List<String> words() {
        return words;
    }

    List<Mention> mentions() {
        return mentions;
    }

    /** Whether whoever is addressed so may be this person: {@code bà} is none whom the text calls {@code ông}. */
    boolean mayBe(@Nullable String address) {
        boolean woman = address != null && WOMEN.contains(address);
        boolean man = address != null && MEN.contains(address);
        return !(woman && isMan()) && !(man && isWoman());
    }

    private boolean isMan() {
        return asMan && !asWoman;
    }

    private boolean isWoman() {
        return (asWoman && !asMan) || words.contains("thị");
    }

    boolean isYoung() {
        return asYoung;
    }

    int lastBefore(int at) {
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
                    && best.equals(best.toUpperCase(Locale.ROOT));
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

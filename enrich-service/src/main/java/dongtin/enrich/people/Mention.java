package dongtin.enrich.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name as it stands once in the text: the tokens {@code [from, to)}.
 *
 * @param words its words, folded
 * @param full whether it can be somebody's whole name
 * @param trusted whether its own surroundings show that it is a person
 * @param address the form of address before it, folded
 * @param alias the name that it stands for, where that is known by heart ({@code Bác Hồ})
 */
record Mention(
        int from,
        int to,
        List<String> words,
        boolean full,
        boolean trusted,
        @Nullable String address,
        @Nullable String alias,
        List<Title> titles) {

    Mention {
        words = List.copyOf(words);
        titles = List.copyOf(titles);
    }

    /** The same with titles behind it, believed or not. */
    Mention with(List<Title> after, boolean now) {
        List<Title> all = new ArrayList<>(titles);
        all.addAll(after);
        return new Mention(from, to, words, full, now, address, alias, all);
    }

    /** The same with one word more. */
    Mention longer(String word) {
        List<String> all = new ArrayList<>(words);
        all.add(word);
        return new Mention(from, to + 1, all, full, trusted, address, alias, titles);
    }

    /** The same, believed or not. */
    Mention trusted(boolean now) {
        return new Mention(from, to, words, full, now, address, alias, titles);
    }
}

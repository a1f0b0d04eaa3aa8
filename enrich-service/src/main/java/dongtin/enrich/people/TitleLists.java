package dongtin.enrich.people;

import dongtin.enrich.text.Tokens;
import java.util.List;

/**
 * The lists of titles of one text. Where a list leads to no name, one is read again from its second title on; what is known of it is kept, so that a text of
 * nothing but titles is not read a dozen times. Used by one thread.
 */
final class TitleLists {

    private final TitleScanner titles;
    private final Tokens tokens;
    private List<Title> last = List.of();

    TitleLists(TitleScanner titles, Tokens tokens) {
        this.titles = titles;
        this.tokens = tokens;
    }

    /** The titles listed from {@code at} on before a name; empty if none begins there. */
    List<Title> at(int at) {
        last = titles.list(tokens, at, TitleScanner.Side.BEFORE, known(at));
        return last;
    }

    private List<Title> known(int at) {
        for (int i = 1; i < last.size(); i++) {
            if (last.get(i).from() == at) {
                return last.subList(i, last.size());
            }
        }
        return List.of();
    }
}

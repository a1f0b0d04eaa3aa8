package dongtin.enrich.people;

import dongtin.enrich.knowledge.Knowledge;
import dongtin.enrich.text.Phrases;
import dongtin.enrich.text.Tokens;
import java.util.List;

/**
 * Tells where in a list of titles before a name those begin that are the name's own: {@code thừa ủy quyền của Thủ tướng, | Bộ trưởng ...} speaks of two,
 * and so does {@code tái cử Tổng Bí thư Đảng ..., | Tổng Bí thư ...}.
 */
final class SoleOffices {

    private enum Office {
        SOLE,
        OTHER
    }

    private final Phrases<Office> offices;

    SoleOffices(Knowledge knowledge) {
        offices = knowledge.phrases();
        knowledge.rows("sole_offices.tsv").forEach(row -> offices.put(row.at(0), row.at(1, Office.class)));
    }

    List<Title> own(Tokens tokens, List<Title> list) {
        int own = 0;
        for (int i = 1; i < list.size(); i++) {
            if (isElse(tokens, list.get(i - 1), list.get(i)) || isAnother(tokens, list.get(i - 1), list.get(i))) {
                own = i;
            }
        }
        return own == 0 ? list : list.subList(own, list.size());
    }

    private boolean isElse(Tokens tokens, Title before, Title title) {
        return offices.find(tokens, before.from()) == Office.SOLE
                && offices.end(tokens, before.from()) == before.to()
                && offices.find(tokens, title.from()) == Office.OTHER;
    }

    /** The same office of one body and of none. */
    private static boolean isAnother(Tokens tokens, Title before, Title title) {
        int words = title.to() - title.from();
        return words > 1
                && tokens.shape(title.to()).startsWithCapital()
                && !tokens.startsLine(title.to())
                && before.to() - before.from() > words
                && tokens.text(title.from(), title.to())
                        .equalsIgnoreCase(tokens.text(before.from(), before.from() + words));
    }
}

package dongtin.enrich.people;

import dongtin.enrich.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which titles before a name whoever follows in its list bears too: {@code các Phó Thủ tướng: A, B}, {@code nguyên Tổng Bí thư A, B; ...}. */
final class SharedTitles {

    private final TitleScanner titles;

    SharedTitles(TitleScanner titles) {
        this.titles = titles;
    }

    /** Whether {@code first}, which stands behind a title and a colon, is one of several: {@code nguyên Tổng Bí thư: Lê Văn Bưởi, Trần Thị Na}. */
    static boolean isListed(Tokens tokens, @Nullable Mention first) {
        return first != null
                && first.full()
                && first.trusted()
                && (tokens.is(first.to(), ',') || tokens.folded(first.to()).equals("và"));
    }

    /** The titles of {@code last} that are also those of the name behind it in the list, which ends at {@code end}. */
    List<Title> of(Tokens tokens, Mention last, int end) {
        if (last.titles().isEmpty() || last.titles().getLast().to() > last.from()) {
            return List.of();
        }
        Title title = last.titles().getLast();
        boolean several = tokens.is(title.to(), ':')
                || (last.titles().size() == 1
                        && (Addressed.isPlural(tokens, title.from())
                                || isExample(tokens, titles.past(tokens, title.to()))
                                || isFormer(tokens, last, title, end)));
        return several ? last.titles() : List.of();
    }

    /** Where a bare name behind a former holder of an office has held it too; those in office are one each. */
    private boolean isFormer(Tokens tokens, Mention last, Title title, int end) {
        return TitleOwners.isFormer(tokens, title) && tokens.is(last.to(), ',') && closes(tokens, end);
    }

    /** {@code (nhiều nguyên Bộ trưởng) như Lê Văn Bưởi}. */
    private static boolean isExample(Tokens tokens, int at) {
        return !tokens.startsLine(at) && tokens.folded(at).equals("như");
    }

    /** Whether nothing that is said of a name follows it at {@code end}: {@code ;}, {@code , cùng ...}, {@code và Thủ tướng ...}. */
    private boolean closes(Tokens tokens, int end) {
        if (tokens.startsLine(end) || tokens.is(end, ';') || tokens.is(end, '.')) {
            return true;
        }
        int next = tokens.is(end, ',') ? end + 1 : end;
        String word = tokens.folded(next);
        return (word.equals("cùng") && next > end)
                || (word.equals("và")
                        && !titles.list(tokens, next + 1, TitleScanner.Side.BEFORE)
                                .isEmpty());
    }
}

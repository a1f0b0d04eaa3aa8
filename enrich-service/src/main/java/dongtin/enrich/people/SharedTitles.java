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

    /** The title of {@code last} that is also that of the name behind it in the list, which ends at {@code end}. */
    List<Title> of(Tokens tokens, Mention last, int end) {
        boolean one = last.titles().size() == 1 && last.titles().getFirst().to() <= last.from();
        if (!one) {
            return List.of();
        }
        Title title = last.titles().getFirst();
        boolean several = Addressed.isPlural(tokens, title.from())
                || tokens.is(title.to(), ':')
                || isExample(tokens, titles.past(tokens, title.to()))
                || (TitleOwners.isFormer(tokens, title) && tokens.is(last.to(), ',') && closes(tokens, end));
        return several ? last.titles() : List.of();
    }

    /** {@code (nhiều nguyên Bộ trưởng) như Lê Văn Bưởi}. */
    private static boolean isExample(Tokens tokens, int at) {
        return !tokens.startsLine(at) && tokens.folded(at).equals("như");
    }

    /** Where a bare name behind a former holder of an office has held it too; those in office are one each. */
    private static boolean closes(Tokens tokens, int end) {
        return tokens.startsLine(end) || tokens.is(end, ';') || tokens.is(end, '.');
    }
}

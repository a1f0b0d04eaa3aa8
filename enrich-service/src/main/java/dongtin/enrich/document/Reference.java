package dongtin.enrich.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One reference to a document: its tokens {@code [from, to)} and what is read there and beside it. */
record Reference(
        int from,
        int to,
        String kind,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable String name,
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable String year) {

    static Reference numbered(int from, int to, String kind, DocumentNumber number) {
        return new Reference(from, to, kind, number.number(), number.symbol(), null, null, null, number.year());
    }

    static Reference named(int from, int to, String kind, @Nullable String name, @Nullable String year) {
        return new Reference(from, to, kind, null, null, name, null, null, year);
    }

    Reference with(Surroundings around) {
        return new Reference(
                from,
                to,
                kind,
                number,
                symbol,
                name,
                around.issuer(),
                around.date(),
                year != null || symbolYear() != null ? year : around.year());
    }

    /** The year inside a symbol such as 73/2023/NĐ-CP. */
    @Nullable String symbolYear() {
        if (symbol == null) {
            return null;
        }
        int slash = symbol.indexOf('/');
        int next = symbol.indexOf('/', slash + 1);
        boolean year = next == slash + 5 && Character.isDigit(symbol.charAt(slash + 1));
        return year ? symbol.substring(slash + 1, next) : null;
    }
}

package dongtin.desk.page;

import dongtin.desk.search.Found;
import dongtin.desk.search.Parameters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the page of results shows.
 *
 * @param next for the page after this one
 */
record SearchPage(
        String count,
        List<Result> results,
        boolean first,
        @Nullable String next) {

    /** One result. */
    record Result(Found.Item item, Moment published) {}

    static SearchPage of(Parameters typed, Found found) {
        List<Result> results = found.items().stream()
                .map(item -> new Result(item, new Moment(item.published())))
                .toList();
        String count = String.format(Locale.of("vi"), "%,d", found.total());
        return new SearchPage(
                count, results, typed.after() == null || typed.after().isBlank(), found.next());
    }
}

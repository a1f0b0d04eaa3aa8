package dongtin.desk.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a page of results ended; opaque to clients. The sort values of the last result, the id last: it has neither commas
 * nor anything else that is no letter of Base64.
 *
 * @param asked when the first page was asked for: the ages that the results are ranked by count from then on all pages
 */
record Cursor(Instant asked, List<String> values) {

    private static final int LONGEST = 300;

    /** In milliseconds from 1970, some 30,000 years. */
    private static final long FARTHEST = 1_000_000_000_000_000L;

    /** The beginning of the year 9999, after which Elasticsearch takes no times as text. */
    private static final long LAST_DAY = Instant.parse("9999-01-01T00:00:00Z").toEpochMilli();

    static Cursor of(String opaque, Sort sort) {
        try {
            if (opaque.length() <= LONGEST) {
                var text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
                List<String> parts = List.of(text.split(",", -1));
                if (parts.getFirst().equals(sort.word())) {
                    return valid(asked(parts.get(1)), parts.subList(2, parts.size()), sort);
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // said below
        }
        throw new BadParameter("after", "what the page before gave as next, with all else as it was");
    }

    private static Cursor valid(Instant asked, List<String> values, Sort sort) {
        boolean scored = sort == Sort.RELEVANCE;
        if (values.size() != (scored ? 3 : 2)) {
            throw new IllegalArgumentException("not a place in this order");
        }
        if (scored && !Double.isFinite(Double.parseDouble(values.getFirst()))) {
            throw new IllegalArgumentException("not a score");
        }
        time(values.get(values.size() - 2));
        return new Cursor(asked, values);
    }

    private static Instant asked(String written) {
        long milliseconds = time(written);
        if (milliseconds < 0 || milliseconds > LAST_DAY) {
            throw new IllegalArgumentException("nobody asked then");
        }
        return Instant.ofEpochMilli(milliseconds);
    }

    // As it was written: Elasticsearch takes fewer spellings and smaller times than Java does.
    private static long time(String written) {
        long milliseconds = Long.parseLong(written);
        if (milliseconds < -FARTHEST
                || milliseconds > FARTHEST
                || !Long.toString(milliseconds).equals(written)) {
            throw new IllegalArgumentException("not a time");
        }
        return milliseconds;
    }

    static String opaque(Sort sort, Instant asked, List<FieldValue> last) {
        String text = Stream.concat(
                        Stream.of(sort.word(), Long.toString(asked.toEpochMilli())),
                        last.stream().map(FieldValue::_toJsonString))
                .collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    List<FieldValue> fieldValues() {
        return values.stream().map(FieldValue::of).toList();
    }
}

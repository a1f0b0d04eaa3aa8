package dongtin.desk.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a page of results ended; opaque to clients. The sort values of the last result, the id last: it has neither commas
 * nor anything else that is no letter of Base64.
 */
record Cursor(List<String> values) {

    private static final int LONGEST = 300;

    /** In milliseconds from 1970, some 30,000 years. */
    private static final long FARTHEST = 1_000_000_000_000_000L;

    static Cursor of(String opaque, Sort sort) {
        try {
            if (opaque.length() <= LONGEST) {
                var text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
                List<String> parts = List.of(text.split(",", -1));
                if (parts.getFirst().equals(sort.word())) {
                    return valid(parts.subList(1, parts.size()), sort);
                }
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new BadParameter("after", "what the page before gave as next, with all else as it was");
    }

    private static Cursor valid(List<String> values, Sort sort) {
        boolean scored = sort == Sort.RELEVANCE;
        if (values.size() != (scored ? 3 : 2)) {
            throw new IllegalArgumentException("not a place in this order");
        }
        if (scored && !Double.isFinite(Double.parseDouble(values.getFirst()))) {
            throw new IllegalArgumentException("not a score");
        }
        // As it was written: Elasticsearch takes fewer spellings and smaller times than Java does.
        String time = values.get(values.size() - 2);
        long milliseconds = Long.parseLong(time);
        if (milliseconds < -FARTHEST
                || milliseconds > FARTHEST
                || !Long.toString(milliseconds).equals(time)) {
            throw new IllegalArgumentException("not a time");
        }
        return new Cursor(values);
    }

    static String opaque(Sort sort, List<FieldValue> last) {
        String text = Stream.concat(Stream.of(sort.word()), last.stream().map(FieldValue::_toJsonString))
                .collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    List<FieldValue> fieldValues() {
        return values.stream().map(FieldValue::of).toList();
    }
}

package dongtin.desk.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.ZeroTermsQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document (resolution, decree, ...) that articles refer to, in any spelling. To be asked of one nested document. */
final class DocumentQuery {

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern SHORT_NUMBER = Pattern.compile("0?\\d");

    /** Not the full stop within: {@code 66.13} is a number. */
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}.]++|\\.++$|^\\.++");

    private DocumentQuery() {}

    /** All the words, each of them of kind, number, year, symbol, issuer or name, or the kind's code; or all of them the symbol. */
    static Query of(Words words) {
        return Query.of(q -> q.bool(any -> any.should(each(words))
                .should(s -> s.term(t -> t.field(Fields.DOCUMENT_SYMBOL).value(words.joined())))));
    }

    /** The same for words of which one is the document's number; null where there is none. A year or a day alone means nothing. */
    static @Nullable Query numbered(Words words) {
        List<String> numbers = words.all().stream()
                .filter(word -> !DATE.matcher(word).matches())
                .flatMap(word -> parts(word).stream())
                .filter(part -> Character.isDigit(part.codePointAt(0))
                        && !YEAR.matcher(part).matches())
                .toList();
        if (numbers.isEmpty()) {
            return null;
        }
        var any = new BoolQuery.Builder();
        numbers.stream()
                .flatMap(number -> spellings(number).stream())
                .forEach(number -> any.should(s -> s.term(
                        t -> t.field(Fields.DOCUMENT_NUMBER).value(number).caseInsensitive(true))));
        return Query.of(q -> q.bool(b -> b.must(of(words)).filter(any.build()._toQuery())));
    }

    private static Query each(Words words) {
        var all = new BoolQuery.Builder();
        boolean onlyDays =
                words.all().stream().allMatch(word -> DATE.matcher(word).matches());
        for (String word : words.all()) {
            Matcher date = DATE.matcher(word);
            if (date.matches()) {
                all.must(dated(date, onlyDays));
            } else {
                parts(word).forEach(part -> all.must(part(part)));
            }
        }
        return all.build()._toQuery();
    }

    private static List<String> parts(String word) {
        return SEPARATORS.splitAsStream(word).filter(part -> !part.isEmpty()).toList();
    }

    // Nghị định 5 is number 05 of its year.
    private static List<String> spellings(String part) {
        if (!SHORT_NUMBER.matcher(part).matches()) {
            return List.of(part);
        }
        String digit = part.substring(part.length() - 1);
        return List.of(digit, "0" + digit);
    }

    private static Query part(String part) {
        var any = new ArrayList<Query>();
        for (String spelling : spellings(part)) {
            any.add(in(Fields.DOCUMENT_WORDS, spelling));
            any.add(in(Fields.DOCUMENT_SHORT, spelling));
        }
        return Query.of(q -> q.bool(b -> b.should(any)));
    }

    private static Query in(String field, String part) {
        return Query.of(q ->
                q.matchPhrase(m -> m.field(Fields.of(field, part)).query(part).zeroTermsQuery(ZeroTermsQuery.All)));
    }

    // Of that day; or, where more is said than the day, of a day that is not known.
    private static Query dated(Matcher date, boolean surely) {
        String day = "%s-%2s-%2s"
                .formatted(date.group(3), date.group(2), date.group(1))
                .replace(' ', '0');
        return Query.of(q -> q.bool(any -> {
            any.should(s -> s.range(
                    r -> r.term(t -> t.field(Fields.DOCUMENT_DATE).gte(day).lte(day))));
            if (!surely) {
                any.should(s -> s.bool(b -> b.mustNot(n -> n.exists(e -> e.field(Fields.DOCUMENT_DATE)))));
            }
            return any;
        }));
    }
}

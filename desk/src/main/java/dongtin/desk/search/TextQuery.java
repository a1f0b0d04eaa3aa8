package dongtin.desk.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.IntervalsAllOf;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.List;

/** Words in the text of an article. */
final class TextQuery {

    /** As much as a word: two syllables mostly are one. */
    private static final float PAIR = 1;

    private TextQuery() {}

    /** All of the words, in any of the fields; better where they stand together as they were typed. */
    static Query of(Words words) {
        var all = new BoolQuery.Builder();
        words.all().forEach(word -> all.must(word(word)));
        words.phrases().forEach(phrase -> all.filter(together(phrase)));
        for (int i = 1; i < words.all().size(); i++) {
            all.should(phrase(words.all().subList(i - 1, i + 1), 0, PAIR));
        }
        if (words.all().size() > 2) {
            all.should(phrase(words.all(), 2, 1));
        }
        return all.build()._toQuery();
    }

    /** The words side by side as they were typed, accents or none. */
    static Query exactly(Words words) {
        return in(Fields.EXACT, words.joined());
    }

    // A word with accents is that word; one without is any word with those letters.
    private static Query word(String word) {
        if (Words.accented(word)) {
            return in(Fields.EXACT, word);
        }
        return Query.of(q -> q.disMax(d -> d.tieBreaker(0.3).queries(in(Fields.EXACT, word), in(Fields.FOLDED, word))));
    }

    // As a phrase: what one word holds, as 144-QĐ/TW does, stands together in the text, too.
    private static Query in(List<String> fields, String words) {
        return Query.of(q ->
                q.multiMatch(m -> m.type(TextQueryType.Phrase).fields(fields).query(words)));
    }

    private static Query phrase(List<String> words, int slop, float boost) {
        List<String> fields = words.stream().allMatch(Words::accented) ? Fields.EXACT : Fields.FOLDED;
        return Query.of(q -> q.multiMatch(m -> m.type(TextQueryType.Phrase)
                .slop(slop)
                .boost(boost)
                .fields(fields)
                .query(String.join(" ", words))));
    }

    // Intervals, because each word of a phrase may be looked for with its accents or without.
    private static Query together(List<String> phrase) {
        var any = new BoolQuery.Builder();
        for (String field : Fields.TEXT) {
            any.should(q -> q.intervals(i -> i.field(field).allOf(ordered(field, phrase))));
        }
        return any.build()._toQuery();
    }

    private static IntervalsAllOf ordered(String field, List<String> phrase) {
        return IntervalsAllOf.of(all -> {
            all.ordered(true).maxGaps(0);
            phrase.forEach(word -> all.intervals(
                    one -> one.match(m -> m.query(word).ordered(true).maxGaps(0).useField(Fields.of(field, word)))));
            return all;
        });
    }
}

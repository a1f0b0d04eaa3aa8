package dongtin.desk.search;

import static dongtin.desk.search.Fields.folded;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch._types.query_dsl.ZeroTermsQuery;
import dongtin.message.Keys;
import java.util.List;

/** Questions as Elasticsearch's queries. */
final class Queries {

    private Queries() {}

    static Query of(Question question) {
        var all = new BoolQuery.Builder();
        if (question.q() != null) {
            question.q().all().forEach(word -> all.must(text(word)));
            all.should(nextToEachOther(question.q()));
        }
        if (question.person() != null) {
            all.filter(nested(Fields.PEOPLE, person(question.person())));
        }
        if (question.document() != null) {
            all.filter(nested(Fields.DOCUMENTS, document(question.document())));
        }
        if (question.source() != null) {
            String source = question.source();
            all.filter(f -> f.term(t -> t.field(Fields.PROVIDER).value(source).caseInsensitive(true)));
        }
        if (question.from() != null || question.until() != null) {
            all.filter(published(question));
        }
        return all.build()._toQuery();
    }

    // A word with accents is that word; one without is any word with those letters, but itself first.
    private static Query text(String word) {
        if (Words.accented(word)) {
            return in(Fields.EXACT, word);
        }
        return Query.of(q -> q.disMax(d -> d.tieBreaker(0.3).queries(in(Fields.EXACT, word), in(Fields.FOLDED, word))));
    }

    // As a phrase: what one word holds, as 144-QĐ/TW does, stands together in the text, too.
    private static Query in(List<String> fields, String word) {
        return Query.of(q ->
                q.multiMatch(m -> m.type(TextQueryType.Phrase).fields(fields).query(word)));
    }

    private static Query nextToEachOther(Words words) {
        List<String> fields = Words.accented(words.joined()) ? Fields.EXACT : Fields.FOLDED;
        return Query.of(q -> q.multiMatch(
                m -> m.type(TextQueryType.Phrase).slop(2).fields(fields).query(words.joined())));
    }

    private static Query person(Words words) {
        String typed = words.joined();
        return isKey(typed) ? term(Fields.PERSON_KEY, typed) : each(words, Fields.PERSON_NAME);
    }

    private static Query document(Words words) {
        String typed = words.joined();
        var any = new BoolQuery.Builder().should(term(Fields.DOCUMENT_SYMBOL, typed));
        if (isKey(typed)) {
            any.should(term(Fields.DOCUMENT_KEY, typed));
        } else {
            any.should(each(words, Fields.DOCUMENT_WORDS));
        }
        return any.build()._toQuery();
    }

    private static boolean isKey(String typed) {
        return typed.indexOf('-') > 0 && typed.equals(Keys.slug(typed));
    }

    private static Query each(Words words, String field) {
        var all = new BoolQuery.Builder();
        words.all()
                .forEach(word -> all.must(q -> q.matchPhrase(m -> m.field(Words.accented(word) ? field : folded(field))
                        .query(word)
                        .zeroTermsQuery(ZeroTermsQuery.All))));
        return all.build()._toQuery();
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static Query nested(String path, Query query) {
        return Query.of(q -> q.nested(n -> n.path(path).query(query).scoreMode(ChildScoreMode.None)));
    }

    private static Query published(Question question) {
        return Query.of(q -> q.range(r -> r.date(d -> {
            d.field(Fields.PUBLISHED);
            if (question.from() != null) {
                d.gte(question.from().toString());
            }
            if (question.until() != null) {
                d.lt(question.until().toString());
            }
            return d;
        })));
    }
}

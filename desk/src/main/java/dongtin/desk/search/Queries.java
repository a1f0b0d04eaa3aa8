package dongtin.desk.search;

import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dongtin.message.Keys;
import java.time.Instant;
import java.util.List;

/** Questions as Elasticsearch's queries; how results rank is told in {@code docs/desk.md}. */
final class Queries {

    /** More than words give: an article about the very person or document stands before those that only have the words. */
    private static final float MEANT = 60;

    /** More than a headline gives over a body. */
    private static final float AS_TYPED = 45;

    /** For a name without its accents: whose name has just these letters is first. */
    private static final float PERHAPS_MEANT = 25;

    private Queries() {}

    /** @param now from which the age of articles counts */
    static Query of(Question question, Instant now) {
        var all = new BoolQuery.Builder();
        if (question.q() != null) {
            words(question.q(), now, all);
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

    private static void words(Words words, Instant now, BoolQuery.Builder all) {
        Query text = TextQuery.of(words);
        Query numbered = DocumentQuery.numbered(words);
        if (numbered == null) {
            all.must(fresher(text, now));
        } else {
            Query document = nested(Fields.DOCUMENTS, numbered);
            all.must(fresher(words.phrases().isEmpty() ? either(text, document) : text, now));
            all.should(constant(document, MEANT));
        }
        all.should(constant(TextQuery.exactly(words), AS_TYPED));
        for (List<String> name : Names.in(words)) {
            all.should(constant(nested(Fields.PEOPLE, named(Fields.PERSON_NAME, name)), MEANT));
            if (!name.stream().allMatch(Words::accented)) {
                all.should(constant(
                        nested(Fields.PEOPLE, named(Fields.folded(Fields.PERSON_NAME), name)), PERHAPS_MEANT));
            }
        }
    }

    private static Query either(Query text, Query document) {
        return Query.of(q -> q.bool(b -> b.should(text).should(constant(document, 1))));
    }

    // A quarter more for today's, less for older: enough to part equals, too little to hide what matches clearly
    // better.
    private static Query fresher(Query query, Instant now) {
        return Query.of(q -> q.functionScore(score -> score.query(query)
                .functions(List.of(
                        FunctionScore.of(f -> f.weight(1.0).filter(any -> any.matchAll(m -> m))),
                        ageing(now, "7d", 0.05),
                        ageing(now, "90d", 0.1),
                        ageing(now, "1095d", 0.1)))
                .scoreMode(FunctionScoreMode.Sum)
                .boostMode(FunctionBoostMode.Multiply)));
    }

    private static FunctionScore ageing(Instant now, String half, double weight) {
        return FunctionScore.of(f -> f.weight(weight)
                .exp(e -> e.date(d -> d.field(Fields.PUBLISHED)
                        .placement(p -> p.origin(now.toString())
                                .scale(Time.of(t -> t.time(half)))
                                .decay(0.5)))));
    }

    private static Query person(Words words) {
        String typed = words.joined();
        if (isKey(typed)) {
            return term(Fields.PERSON_KEY, typed);
        }
        var all = new BoolQuery.Builder();
        words.all().forEach(word -> all.must(inName(word)));
        return all.build()._toQuery();
    }

    private static Query named(String field, List<String> name) {
        return Query.of(q -> q.matchPhrase(m -> m.field(field).query(String.join(" ", name))));
    }

    private static Query inName(String word) {
        return Query.of(q ->
                q.matchPhrase(m -> m.field(Fields.of(Fields.PERSON_NAME, word)).query(word)));
    }

    private static Query document(Words words) {
        String typed = words.joined();
        return isKey(typed)
                ? Query.of(q -> q.bool(any ->
                        any.should(term(Fields.DOCUMENT_KEY, typed)).should(term(Fields.DOCUMENT_SYMBOL, typed))))
                : DocumentQuery.of(words);
    }

    private static boolean isKey(String typed) {
        return typed.indexOf('-') > 0 && typed.equals(Keys.slug(typed));
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static Query constant(Query query, float score) {
        return Query.of(q -> q.constantScore(c -> c.filter(query).boost(score)));
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

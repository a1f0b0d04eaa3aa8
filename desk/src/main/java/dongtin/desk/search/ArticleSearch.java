package dongtin.desk.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SearchType;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.util.NamedValue;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the index, always as a reader: what is killed, withheld or under embargo is not there. Thread-safe. */
@Component
public class ArticleSearch {

    private static final int SNIPPET = 240;
    private static final int MOST_ANALYSED = 200_000; // of a body, to cut a snippet from

    private final ElasticsearchClient elasticsearch;
    private final SearchProperties properties;
    private final Clock clock;

    ArticleSearch(ElasticsearchClient elasticsearch, SearchProperties properties, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A page of articles.
     *
     * @throws IndexAway if Elasticsearch cannot answer now
     */
    public Found find(Question question) {
        Instant asked = question.after() == null
                ? clock.instant().truncatedTo(ChronoUnit.MILLIS)
                : question.after().asked();
        SearchResponse<Found.Item> response = ask(request(question, asked), Found.Item.class);
        List<Hit<Found.Item>> hits = response.hits().hits();
        int shown = Math.min(hits.size(), properties.pageSize());
        String next = hits.size() > shown
                ? Cursor.opaque(question.sort(), asked, hits.get(shown - 1).sort())
                : null;
        TotalHits total = response.hits().total();
        return new Found(
                total == null ? shown : total.value(),
                hits.subList(0, shown).stream().map(ArticleSearch::item).toList(),
                next);
    }

    /**
     * An article, if readers may see it.
     *
     * @throws IndexAway if Elasticsearch cannot answer now
     */
    public Optional<Article> article(String id) {
        // Asked as a search: the document API does not know the alias's filter.
        var request = SearchRequest.of(s -> s.index(Fields.READERS)
                .size(1)
                .source(source -> source.filter(f -> f.excludes("bodyHtml")))
                .query(q -> q.term(t -> t.field(Fields.ID).value(id))));
        return ask(request, Article.class).hits().hits().stream()
                .map(Hit::source)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst();
    }

    private SearchRequest request(Question question, Instant asked) {
        return SearchRequest.of(search -> {
            search.index(Fields.READERS)
                    .query(Queries.of(question, asked))
                    // Words weigh the same in every month: how rare they are is counted over all of them.
                    .searchType(SearchType.DfsQueryThenFetch)
                    // Copies of a shard may differ in what they have merged, and so in scores: one question, one copy.
                    .preference("question-" + question.hashed())
                    .size(properties.pageSize() + 1) // one more tells whether there is a next page
                    .trackTotalHits(t -> t.enabled(true))
                    .source(s -> s.filter(f ->
                            f.excludes("body", "bodyHtml", "subjects", "media", "person", "document", "*.mentions")))
                    .highlight(snippet())
                    .sort(order(question.sort()));
            if (question.after() != null) {
                search.searchAfter(question.after().fieldValues());
            }
            return search;
        });
    }

    private static Highlight snippet() {
        var body = HighlightField.of(field -> field.matchedFields(Fields.BODY, Fields.folded(Fields.BODY))
                .numberOfFragments(1)
                .fragmentSize(SNIPPET)
                .noMatchSize(SNIPPET));
        return Highlight.of(highlight -> highlight
                .preTags("")
                .postTags("")
                .maxAnalyzedOffset(MOST_ANALYSED)
                .fields(NamedValue.of(Fields.BODY, body)));
    }

    private static List<SortOptions> order(Sort sort) {
        SortOptions score = SortOptions.of(s -> s.score(c -> c.order(SortOrder.Desc)));
        SortOptions time = by(Fields.PUBLISHED, sort == Sort.OLDEST ? SortOrder.Asc : SortOrder.Desc);
        SortOptions id = by(Fields.ID, SortOrder.Asc); // no two articles in the same place
        return sort == Sort.RELEVANCE ? List.of(score, time, id) : List.of(time, id);
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(order)));
    }

    private static Found.Item item(Hit<Found.Item> hit) {
        String snippet = String.join(" … ", hit.highlight().getOrDefault(Fields.BODY, List.of()));
        return Objects.requireNonNull(hit.source())
                .snippet(snippet.replaceAll("\\s++", " ").strip());
    }

    private <T> SearchResponse<T> ask(SearchRequest request, Class<T> type) {
        try {
            return elasticsearch.search(request, type);
        } catch (IOException e) {
            throw new IndexAway(e);
        } catch (ElasticsearchException e) {
            // 404: the index has not been made yet.
            if (e.status() == 404 || e.status() == 429 || e.status() >= 500) {
                throw new IndexAway(e);
            }
            throw e;
        }
    }
}

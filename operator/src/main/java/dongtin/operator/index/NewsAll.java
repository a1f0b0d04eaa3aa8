package dongtin.operator.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The articles of all months, of the generation that serves, behind the alias {@code news-all}. For one thread. */
public final class NewsAll implements AutoCloseable {

    private static final String ALIAS = "/news-all";

    /** Elasticsearch gives no more hits to one question. */
    private static final int MOST_HITS = 10_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Elasticsearch elasticsearch;

    NewsAll(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Makes all that is written by now visible to {@link #find}. */
    public void refresh() {
        elasticsearch.ask(ALIAS + "/_refresh", null);
    }

    /** The documents of these items, in no order; more than one of an item would be a fault of the index. */
    public List<Indexed> find(Collection<String> ids) {
        return search(byIds(ids));
    }

    /**
     * The same without what only whole documents tell, so much faster: id, index, order, version, status, and to the
     * millisecond when it was enriched.
     */
    public List<Indexed> states(Collection<String> ids) {
        ObjectNode query = byIds(ids);
        query.put("_source", false);
        query.putArray("docvalue_fields")
                .add("version")
                .add("status")
                .addObject()
                .put("field", "enriched")
                .put("format", "strict_date_time");
        var found = new ArrayList<Indexed>();
        hits(query).forEach(hit -> found.add(state(hit)));
        return found;
    }

    private static ObjectNode byIds(Collection<String> ids) {
        ObjectNode query = JSON.createObjectNode();
        ids.forEach(query.putObject("query").putObject("terms").putArray("id")::add);
        return query;
    }

    /** The documents of the items with the provider's own identifier. */
    public List<Indexed> findByGuid(String guid) {
        ObjectNode query = JSON.createObjectNode();
        query.putObject("query").putObject("term").put("guid", guid);
        return search(query);
    }

    /** The documents of items that have all these words in their headlines, accents or not; the newest first. */
    public List<Indexed> findByHeadline(String words, int most) {
        ObjectNode query = JSON.createObjectNode();
        query.putObject("query")
                .putObject("match")
                .putObject("headline.folded")
                .put("query", words)
                .put("operator", "and");
        query.putArray("sort").addObject().put("published", "desc");
        return search(query).stream().limit(most).toList();
    }

    private List<Indexed> search(ObjectNode query) {
        List.of("id", "version", "status", "feed", "headline", "embargoed", "enriched", "indexed")
                .forEach(query.putArray("_source")::add);
        var found = new ArrayList<Indexed>();
        hits(query).forEach(hit -> found.add(indexed(hit)));
        return found;
    }

    private JsonNode hits(ObjectNode query) {
        query.put("size", MOST_HITS).put("version", true).put("track_total_hits", false);
        JsonNode answer = elasticsearch.ask(ALIAS + "/_search", query);
        if (answer.path("timed_out").asBoolean(false)
                || answer.at("/_shards/failed").asInt(0) > 0) {
            throw elasticsearch.trouble(
                    "answers for a part of the index only",
                    answer.path("_shards").toString());
        }
        return answer.at("/hits/hits");
    }

    private static Indexed state(JsonNode hit) {
        JsonNode fields = hit.path("fields");
        String enriched = fields.path("enriched").path(0).asString("");
        return new Indexed(
                hit.path("_id").asString(""),
                hit.path("_index").asString(""),
                hit.path("_version").asLong(0),
                fields.path("version").path(0).asLong(0),
                fields.path("status").path(0).asString(""),
                null,
                null,
                null,
                enriched.isEmpty() ? null : Instant.parse(enriched),
                null);
    }

    private static Indexed indexed(JsonNode hit) {
        JsonNode source = hit.path("_source");
        return new Indexed(
                hit.path("_id").asString(""),
                hit.path("_index").asString(""),
                hit.path("_version").asLong(0),
                source.path("version").asLong(0),
                source.path("status").asString(""),
                text(source, "feed"),
                text(source, "headline"),
                time(source, "embargoed"),
                time(source, "enriched"),
                time(source, "indexed"));
    }

    private static @Nullable String text(JsonNode source, String field) {
        return source.path(field).isString() ? source.path(field).asString() : null;
    }

    private static @Nullable Instant time(JsonNode source, String field) {
        String text = text(source, field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null; // written by somebody else than index-service
        }
    }

    @Override
    public void close() {
        elasticsearch.close();
    }
}

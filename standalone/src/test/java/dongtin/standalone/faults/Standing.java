package dongtin.standalone.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What stands in the index. */
final class Standing {

    private static final int PAGE = 5_000;

    private final ElasticsearchPart elasticsearch;

    Standing(ElasticsearchPart elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** Each document of an alias as {@code id version status}; a story that stands twice is there twice. */
    List<String> documents(String alias) throws IOException {
        elasticsearch.ask("POST", "/" + alias + "/_refresh", "");
        var documents = new ArrayList<String>();
        String after = "";
        while (true) {
            String query = """
                    {"size": %d, "_source": ["id", "version", "status"], "sort": [{"id": "asc"}, {"version": "asc"}]%s}""".formatted(PAGE, after);
            JsonNode hits =
                    elasticsearch.ask("POST", "/" + alias + "/_search", query).at("/hits/hits");
            if (hits.isEmpty()) {
                return documents;
            }
            for (JsonNode hit : hits) {
                JsonNode source = hit.path("_source");
                documents.add("%s %d %s"
                        .formatted(
                                source.path("id").asString(),
                                source.path("version").asLong(),
                                source.path("status").asString()));
            }
            after = ", \"search_after\": " + hits.get(hits.size() - 1).path("sort");
        }
    }

    /** From receipt to the index, of each story's newest version: percentiles in milliseconds. */
    JsonNode ages() throws IOException {
        String query = """
                {"size": 0, "aggs": {"ages": {"percentiles": {"field": "age.handled", "percents": [50, 99, 100]}}}}""";
        return elasticsearch.ask("POST", "/news-all/_search", query).at("/aggregations/ages/values");
    }
}

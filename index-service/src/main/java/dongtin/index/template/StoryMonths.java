package dongtin.index.template;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * In which month each story of a generation stands: that of its first publication as the first version that was written gives
 * it, for all its versions, whatever they say. Of several that ask at once for the same new story, one decides. Thread-safe.
 */
final class StoryMonths {

    private static final ZoneId NEWSROOM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy.MM", Locale.ROOT);

    /** All that is older shares its month: an archive with wrong dates must not make an index for each of its months. */
    private static final Instant EARLIEST = Instant.parse("2000-01-15T00:00:00Z");

    /** Elasticsearch takes no longer ids; their documents are refused one by one later. */
    private static final int LONGEST_ID = 512;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Rest5Client elasticsearch;
    private final Generation generation;
    private final Clock clock;

    StoryMonths(Rest5Client elasticsearch, Generation generation, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.generation = generation;
        this.clock = clock;
    }

    /** The month of publication, but none that is to come: nobody published then. */
    static String month(Instant published, Instant now) {
        Instant day = published.isAfter(now) ? now : published.isBefore(EARLIEST) ? EARLIEST : published;
        return MONTH.format(day.atZone(NEWSROOM));
    }

    /** The month of each, in their order. */
    List<String> of(List<Story> stories) throws IOException {
        Instant now = clock.instant();
        Map<String, String> months = new LinkedHashMap<>();
        Map<String, String> refused = new HashMap<>();
        for (Story story : stories) {
            boolean fits = story.id().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID;
            (fits ? months : refused).putIfAbsent(story.id(), month(story.published(), now));
        }
        if (!months.isEmpty()) {
            months.putAll(known(notNew(months)));
        }
        months.putAll(refused);
        return stories.stream()
                .map(story -> months.getOrDefault(story.id(), ""))
                .toList();
    }

    /** Notes the months of stories that are new, and gives the ids of the others. */
    private List<String> notNew(Map<String, String> months) throws IOException {
        var bulk = new StringBuilder();
        months.forEach((id, month) -> {
            ObjectNode action = JSON.createObjectNode();
            action.putObject("create").put("_id", id);
            bulk.append(action).append("\n{\"month\":\"").append(month).append("\"}\n");
        });
        String path = "/" + generation.months() + "/_bulk?filter_path=errors,items.*.status,items.*.error";
        Reply reply = Reply.to(elasticsearch, "POST", path, Reply.LINES, bulk.toString());
        reply.orThrow();
        var known = new ArrayList<String>();
        if (reply.body().path("errors").asBoolean(true)) {
            int i = 0;
            for (String id : months.keySet()) {
                if (!created(reply.body().path("items").path(i++).path("create"))) {
                    known.add(id);
                }
            }
        }
        return known;
    }

    private boolean created(JsonNode outcome) throws IOException {
        int status = outcome.path("status").asInt(0);
        if (status != 201 && status != 409) {
            throw new IOException("%s was answered with %d %s: %s"
                    .formatted(
                            generation.months(),
                            status,
                            outcome.at("/error/type").asString(""),
                            outcome.at("/error/reason").asString("")));
        }
        return status == 201;
    }

    private Map<String, String> known(List<String> ids) throws IOException {
        Map<String, String> months = new HashMap<>();
        if (ids.isEmpty()) {
            return months;
        }
        ObjectNode body = JSON.createObjectNode();
        ids.forEach(body.putArray("ids")::add);
        String path = "/" + generation.months() + "/_mget?filter_path=docs._id,docs._source";
        Reply reply = Reply.to(elasticsearch, "POST", path, body);
        reply.orThrow();
        for (JsonNode document : reply.body().path("docs")) {
            String month = document.at("/_source/month").asString("");
            if (month.isEmpty()) {
                throw new IOException("%s does not know the month of %s, which it knew just now"
                        .formatted(generation.months(), document.path("_id").asString("")));
            }
            months.put(document.path("_id").asString(""), month);
        }
        return months;
    }
}

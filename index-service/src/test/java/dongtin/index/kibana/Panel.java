package dongtin.index.kibana;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Lens panel as Kibana asks Elasticsearch for it: the columns in their order, buckets inside buckets, metrics in the innermost. Where Kibana chooses
 * an interval by the width of the screen, here it is the day.
 */
record Panel(ObjectNode object) {

    static final String RECORDS = "___records___";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ZONE = "Asia/Ho_Chi_Minh";

    /** From, included, until, excluded. */
    record Range(Instant from, Instant until) {
        Range previous() {
            Duration length = Duration.between(from, until);
            return new Range(from.minus(length), from);
        }
    }

    List<String> order() {
        return layer().path("columnOrder").valueStream().map(JsonNode::asString).toList();
    }

    JsonNode column(String id) {
        return layer().path("columns").path(id);
    }

    List<String> buckets() {
        return order().stream()
                .filter(id -> column(id).path("isBucketed").asBoolean())
                .toList();
    }

    List<String> metrics() {
        return order().stream()
                .filter(id -> !column(id).path("isBucketed").asBoolean())
                .toList();
    }

    boolean comparesWithBefore() {
        return metrics().stream().anyMatch(this::shifted);
    }

    private boolean shifted(String id) {
        String shift = column(id).path("timeShift").asString("");
        if (!shift.isEmpty() && !shift.equals("previous")) {
            throw new AssertionError("a shift that is not understood here: " + shift);
        }
        return !shift.isEmpty();
    }

    /** The body of the search. */
    ObjectNode search(String timeField, Range range, JsonNode... filters) {
        ObjectNode body = JSON.createObjectNode().put("size", 0).put("track_total_hits", true);
        var all = body.putObject("query").putObject("bool").putArray("filter");
        all.addObject()
                .putObject("range")
                .putObject(timeField)
                .put("gte", range.from().toString())
                .put("lt", range.until().toString());
        all.add(Kql.parse(KibanaObjects.kql(object)).query());
        for (JsonNode filter : filters) {
            all.add(filter);
        }
        body.set("aggs", aggregations(0));
        return body;
    }

    private ObjectNode aggregations(int depth) {
        ObjectNode aggregations = JSON.createObjectNode();
        if (depth < buckets().size()) {
            String id = buckets().get(depth);
            ObjectNode bucket = bucket(column(id));
            ObjectNode inner = aggregations(depth + 1);
            ordering(column(id)).forEach(metric -> inner.set(metric, metric(column(metric))));
            bucket.set("aggs", inner);
            aggregations.set(id, bucket);
        } else {
            metrics().stream().filter(id -> !counts(id)).forEach(id -> aggregations.set(id, metric(column(id))));
        }
        return aggregations;
    }

    private Stream<String> ordering(JsonNode column) {
        return Stream.of(column.at("/params/orderBy/columnId").asString(""))
                .filter(id -> !id.isEmpty())
                .filter(id -> !counts(id));
    }

    private boolean counts(String id) {
        return column(id).path("operationType").asString().equals("count");
    }

    private ObjectNode bucket(JsonNode column) {
        ObjectNode bucket = JSON.createObjectNode();
        switch (column.path("operationType").asString()) {
            case "terms" -> {
                String by = column.at("/params/orderBy/columnId").asString();
                bucket.putObject("terms")
                        .put("field", column.path("sourceField").asString())
                        .put("size", column.at("/params/size").asInt())
                        .putObject("order")
                        .put(
                                counts(by) ? "_count" : by,
                                column.at("/params/orderDirection").asString());
            }
            case "date_histogram" ->
                bucket.putObject("date_histogram")
                        .put("field", column.path("sourceField").asString())
                        .put("calendar_interval", "1d")
                        .put("time_zone", ZONE)
                        .put("format", "MM-dd")
                        .put("min_doc_count", 1);
            case "filters" -> {
                ObjectNode filters = bucket.putObject("filters").putObject("filters");
                for (JsonNode filter : column.at("/params/filters")) {
                    filters.set(
                            filter.path("label").asString(),
                            Kql.parse(filter.at("/input/query").asString()).query());
                }
            }
            case String other -> throw new AssertionError("a bucket that is not understood here: " + other);
        }
        return bucket;
    }

    private static ObjectNode metric(JsonNode column) {
        ObjectNode metric = JSON.createObjectNode();
        String field = column.path("sourceField").asString();
        switch (column.path("operationType").asString()) {
            case "unique_count" -> metric.putObject("cardinality").put("field", field);
            case "min", "max" ->
                metric.putObject(column.path("operationType").asString()).put("field", field);
            case "percentile" ->
                metric.putObject("percentiles")
                        .put("field", field)
                        .putArray("percents")
                        .add(column.at("/params/percentile").asInt());
            case String other -> throw new AssertionError("a metric that is not understood here: " + other);
        }
        return metric;
    }

    /** What the panel shows, a line each: the buckets' names and the metrics. */
    List<String> rows(JsonNode answer, JsonNode before) {
        ObjectNode top = JSON.createObjectNode();
        answer.path("aggregations").properties().forEach(result -> top.set(result.getKey(), result.getValue()));
        top.set("doc_count", answer.at("/hits/total/value"));
        var rows = new ArrayList<String>();
        rows(top, before.path("aggregations"), 0, "", rows);
        return rows;
    }

    private void rows(JsonNode bucket, JsonNode before, int depth, String names, List<String> rows) {
        if (depth == buckets().size()) {
            rows.add(names
                    + String.join(
                            " | ",
                            metrics().stream()
                                    .map(id -> value(id, shifted(id) ? before : bucket))
                                    .toList()));
            return;
        }
        String id = buckets().get(depth);
        Map<String, JsonNode> earlier = named(id, before);
        named(id, bucket)
                .forEach((name, inner) -> rows(
                        inner,
                        earlier.getOrDefault(name, JSON.createObjectNode()),
                        depth + 1,
                        names + name + " | ",
                        rows));
    }

    private Map<String, JsonNode> named(String id, JsonNode bucket) {
        JsonNode buckets = bucket.path(id).path("buckets");
        var named = new LinkedHashMap<String, JsonNode>();
        if (buckets.isArray()) {
            buckets.forEach(one ->
                    named.put(one.path("key_as_string").asString(one.path("key").asString()), one));
        } else { // of filters: shown in the panel's order
            for (JsonNode filter : column(id).at("/params/filters")) {
                String label = filter.path("label").asString();
                named.put(label, buckets.path(label));
            }
        }
        return named;
    }

    private String value(String id, JsonNode bucket) {
        JsonNode result = bucket.path(id);
        return switch (column(id).path("operationType").asString()) {
            case "count" -> bucket.path("doc_count").asString("0");
            case "percentile" ->
                Long.toString(Math.round(result.path("values")
                        .valueStream()
                        .findFirst()
                        .orElseThrow()
                        .asDouble()));
            case "min", "max" -> result.path("value_as_string").asString("-");
            default -> result.path("value").asString("0");
        };
    }

    private JsonNode layer() {
        JsonNode layers = object.at("/attributes/state/datasourceStates/formBased/layers");
        if (layers.size() != 1) {
            throw new AssertionError(KibanaObjects.id(object) + " has not one layer");
        }
        return layers.valueStream().findFirst().orElseThrow();
    }
}

package dongtin.index.kibana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The objects of {@code ops/kibana}, for tests that look into them. */
final class KibanaObjects {

    private static final JsonMapper JSON = JsonMapper.shared();

    private KibanaObjects() {}

    static List<ObjectNode> all() {
        try {
            return SavedObjects.packaged().objects();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ObjectNode> of(String type) {
        return all().stream().filter(object -> type(object).equals(type)).toList();
    }

    static ObjectNode the(String type, String id) {
        return of(type).stream()
                .filter(object -> id(object).equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s %s".formatted(type, id)));
    }

    static String type(JsonNode object) {
        return object.path("type").asString();
    }

    static String id(JsonNode object) {
        return object.path("id").asString();
    }

    /** What stands at a pointer as a string of JSON. */
    static JsonNode inside(JsonNode object, String pointer) {
        return JSON.readTree(object.at(pointer).asString());
    }

    /** Of a panel or a saved search: the id of the data view that it asks. */
    static String dataView(JsonNode object) {
        for (JsonNode reference : object.path("references")) {
            if (type(reference).equals("index-pattern")) {
                return id(reference);
            }
        }
        throw new AssertionError(id(object) + " asks no data view");
    }

    static String kql(JsonNode object) {
        return switch (type(object)) {
            case "lens" -> object.at("/attributes/state/query/query").asString();
            case "search" ->
                inside(object, "/attributes/kibanaSavedObjectMeta/searchSourceJSON")
                        .at("/query/query")
                        .asString();
            default -> throw new AssertionError("no query in a " + type(object));
        };
    }

    /** Every field of the index that an object uses, wherever. */
    static Set<String> fields(JsonNode object) {
        var fields = new TreeSet<String>();
        switch (type(object)) {
            case "index-pattern" -> {
                fields.add(object.at("/attributes/timeFieldName").asString());
                fields.addAll(inside(object, "/attributes/fieldAttrs").propertyNames());
                fields.addAll(inside(object, "/attributes/fieldFormatMap").propertyNames());
                inside(object, "/attributes/sourceFilters")
                        .forEach(filter -> fields.add(filter.path("value").asString()));
            }
            case "search" -> {
                object.at("/attributes/columns").forEach(column -> fields.add(column.asString()));
                object.at("/attributes/sort")
                        .forEach(sort -> fields.add(sort.get(0).asString()));
                fields.addAll(object.at("/attributes/grid/columns").propertyNames());
                if (object.at("/attributes").has("breakdownField")) {
                    fields.add(object.at("/attributes/breakdownField").asString());
                }
                fields.addAll(Kql.parse(kql(object)).fields());
            }
            case "lens" -> {
                fields.addAll(Kql.parse(kql(object)).fields());
                walk(object.at("/attributes/state"), (name, value) -> {
                    if (name.equals("sourceField") && !value.asString().equals(Panel.RECORDS)) {
                        fields.add(value.asString());
                    } else if (name.equals("language")) {
                        check(value.asString().equals("kuery"), "another language than KQL in " + id(object));
                    } else if (name.equals("query") && value.isString()) {
                        fields.addAll(Kql.parse(value.asString()).fields());
                    }
                });
            }
            case "dashboard" -> {
                inside(object, "/attributes/controlGroupInput/panelsJSON")
                        .forEach(control -> fields.add(
                                control.at("/explicitInput/fieldName").asString()));
                fields.addAll(Kql.parse(inside(object, "/attributes/kibanaSavedObjectMeta/searchSourceJSON")
                                .at("/query/query")
                                .asString())
                        .fields());
            }
            default -> throw new AssertionError("unknown type " + type(object));
        }
        return fields;
    }

    private static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        node.properties().forEach(property -> {
            visitor.accept(property.getKey(), property.getValue());
            walk(property.getValue(), visitor);
        });
        if (node.isArray()) {
            node.forEach(item -> walk(item, visitor));
        }
    }

    private static void check(boolean fact, String otherwise) {
        if (!fact) {
            throw new AssertionError(otherwise);
        }
    }
}

package dongtin.index.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What can be known of the objects without a Kibana. */
class KibanaObjectsTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FILES = Path.of("../ops/kibana");
    private static final Path TEMPLATES = Path.of("../ops/elasticsearch/index-templates");

    /** The shape that each type is written in; Kibana 9.0 knows it, and later ones migrate it. */
    private static final Map<String, String> VERSIONS =
            Map.of("index-pattern", "8.0.0", "search", "10.5.0", "lens", "8.9.0", "dashboard", "10.2.0");

    private static final int COLUMNS_OF_A_DASHBOARD = 48;

    /** Links that users keep hold these: an id that goes is a link that breaks. */
    private static final Set<String> IDS = Set.of(
            "index-pattern dongtin-news",
            "index-pattern dongtin-news-all",
            "search dongtin-latest",
            "search dongtin-by-person",
            "search dongtin-by-document",
            "search dongtin-killed-and-corrected",
            "search dongtin-embargoed",
            "lens dongtin-newsroom-articles",
            "lens dongtin-newsroom-sources",
            "lens dongtin-newsroom-people",
            "lens dongtin-newsroom-documents",
            "lens dongtin-newsroom-volume",
            "lens dongtin-newsroom-top-people",
            "lens dongtin-newsroom-people-trend",
            "lens dongtin-newsroom-top-documents",
            "dashboard dongtin-newsroom",
            "lens dongtin-people-mentioned-with",
            "lens dongtin-people-co-mentions",
            "lens dongtin-people-offices-over-time",
            "lens dongtin-people-offices",
            "lens dongtin-documents-over-time",
            "lens dongtin-documents-issuers",
            "lens dongtin-documents-with-people",
            "lens dongtin-documents-cited-with",
            "dashboard dongtin-people-documents",
            "lens dongtin-flow-fates",
            "lens dongtin-flow-arrivals",
            "lens dongtin-flow-age-by-source",
            "lens dongtin-flow-age-over-time",
            "lens dongtin-flow-handled-over-time",
            "lens dongtin-flow-tombstones",
            "lens dongtin-flow-embargoes",
            "dashboard dongtin-flow");

    @Test
    void everyFileIsPackagedAndEveryLineIsAnObject() throws IOException {
        var lines = new ArrayList<JsonNode>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                assertThat(file.toString()).endsWith(".ndjson");
                Files.readAllLines(file).forEach(line -> lines.add(JSON.readTree(line)));
            }
        }
        assertThat(lines).containsExactlyInAnyOrderElementsOf(KibanaObjects.all());
    }

    @Test
    void idsStay() {
        assertThat(KibanaObjects.all())
                .extracting(object -> KibanaObjects.type(object) + " " + KibanaObjects.id(object))
                .containsExactlyInAnyOrderElementsOf(IDS);
    }

    @TestFactory
    Stream<DynamicTest> objectHasTheFormOfAnExport() {
        return each(object -> {
            assertThat(object.propertyNames())
                    .containsExactlyInAnyOrder(
                            "id", "type", "attributes", "references", "coreMigrationVersion", "typeMigrationVersion");
            assertThat(object.path("typeMigrationVersion").asString())
                    .isEqualTo(VERSIONS.get(KibanaObjects.type(object)));
            assertThat(object.path("coreMigrationVersion").asString()).isEqualTo("8.8.0");
            assertThat(object.at("/attributes/title").asString()).isNotBlank();
        });
    }

    @TestFactory
    Stream<DynamicTest> referencesResolveAndAreUsed() {
        Set<String> there = new HashSet<>();
        KibanaObjects.all().forEach(object -> there.add(KibanaObjects.type(object) + " " + KibanaObjects.id(object)));
        return each(object -> {
            var names = new TreeSet<String>();
            object.path("references").forEach(reference -> {
                assertThat(there).contains(KibanaObjects.type(reference) + " " + KibanaObjects.id(reference));
                assertThat(names.add(reference.path("name").asString())).isTrue();
            });
            assertThat(names).isEqualTo(namesUsed(object));
        });
    }

    private static Set<String> namesUsed(JsonNode object) {
        var names = new TreeSet<String>();
        switch (KibanaObjects.type(object)) {
            case "search" ->
                names.add(KibanaObjects.inside(object, "/attributes/kibanaSavedObjectMeta/searchSourceJSON")
                        .path("indexRefName")
                        .asString());
            case "lens" ->
                object.at("/attributes/state/datasourceStates/formBased/layers")
                        .propertyNames()
                        .forEach(layer -> names.add("indexpattern-datasource-layer-" + layer));
            case "dashboard" -> {
                KibanaObjects.inside(object, "/attributes/panelsJSON")
                        .forEach(panel -> names.add(panel.path("panelIndex").asString() + ":"
                                + panel.path("panelRefName").asString()));
                KibanaObjects.inside(object, "/attributes/controlGroupInput/panelsJSON")
                        .propertyNames()
                        .forEach(control -> names.add("controlGroup_" + control + ":optionsListDataView"));
            }
            default -> {}
        }
        return names;
    }

    @TestFactory
    Stream<DynamicTest> fieldsAreInTheTemplate() throws IOException {
        Map<String, String> template = template();
        return each(object -> assertThat(template.keySet()).containsAll(KibanaObjects.fields(object)));
    }

    @TestFactory
    Stream<DynamicTest> fieldsHaveAVietnameseNameInTheirDataView() {
        return each(object -> {
            if (Set.of("lens", "search").contains(KibanaObjects.type(object))) {
                JsonNode view = KibanaObjects.the("index-pattern", KibanaObjects.dataView(object));
                JsonNode names = KibanaObjects.inside(view, "/attributes/fieldAttrs");
                assertThat(KibanaObjects.fields(object))
                        .allSatisfy(field -> assertThat(
                                        names.path(field).path("customLabel").asString(""))
                                .isNotBlank());
            }
        });
    }

    @Test
    void nestedFieldsAreAskedFlattened() {
        assertThat(KibanaObjects.all().stream()
                        .filter(object -> !KibanaObjects.type(object).equals("index-pattern"))
                        .flatMap(object -> KibanaObjects.fields(object).stream()))
                .noneMatch(field -> field.startsWith("people.") || field.startsWith("documents."));
    }

    @TestFactory
    Stream<DynamicTest> operationsSuitTheTypesOfTheirFields() throws IOException {
        Map<String, String> template = template();
        return KibanaObjects.of("lens").stream()
                .map(object -> DynamicTest.dynamicTest(KibanaObjects.id(object), () -> {
                    var panel = new Panel(object);
                    panel.order().forEach(id -> {
                        JsonNode column = panel.column(id);
                        String type =
                                template.getOrDefault(column.path("sourceField").asString(""), "none");
                        switch (column.path("operationType").asString()) {
                            case "terms", "unique_count" -> assertThat(type).isEqualTo("keyword");
                            case "date_histogram", "min", "max" ->
                                assertThat(type).isEqualTo("date");
                            case "percentile" -> assertThat(type).isEqualTo("long");
                            case "count" ->
                                assertThat(column.path("sourceField").asString())
                                        .isEqualTo(Panel.RECORDS);
                            default -> assertThat(type).isEqualTo("none");
                        }
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> columnsOfAPanelAreThoseOfItsPicture() {
        return KibanaObjects.of("lens").stream()
                .map(object -> DynamicTest.dynamicTest(KibanaObjects.id(object), () -> {
                    var panel = new Panel(object);
                    JsonNode picture = object.at("/attributes/state/visualization");
                    assertThat(drawn(picture)).containsExactlyInAnyOrderElementsOf(panel.order());
                    assertThat(layers(picture)).containsOnly("main");
                }));
    }

    private static List<String> drawn(JsonNode picture) {
        var columns = new ArrayList<String>();
        picture.path("columns")
                .forEach(column -> columns.add(column.path("columnId").asString()));
        for (String accessor : List.of("metricAccessor", "xAccessor", "yAccessor", "valueAccessor")) {
            if (picture.has(accessor)) {
                columns.add(picture.path(accessor).asString());
            }
        }
        picture.path("layers").forEach(layer -> {
            columns.add(layer.path("xAccessor").asString());
            layer.path("accessors").forEach(accessor -> columns.add(accessor.asString()));
            if (layer.has("splitAccessor")) {
                columns.add(layer.path("splitAccessor").asString());
            }
        });
        return columns;
    }

    private static List<String> layers(JsonNode picture) {
        return picture.has("layers")
                ? picture.path("layers")
                        .valueStream()
                        .map(layer -> layer.path("layerId").asString())
                        .toList()
                : List.of(picture.path("layerId").asString());
    }

    @TestFactory
    Stream<DynamicTest> panelsStandOnTheGridAndDoNotOverlap() {
        return KibanaObjects.of("dashboard").stream()
                .map(object -> DynamicTest.dynamicTest(KibanaObjects.id(object), () -> {
                    var taken = new HashSet<List<Integer>>();
                    var indexes = new HashSet<String>();
                    for (JsonNode panel : KibanaObjects.inside(object, "/attributes/panelsJSON")) {
                        JsonNode grid = panel.path("gridData");
                        String index = panel.path("panelIndex").asString();
                        assertThat(indexes.add(index)).isTrue();
                        assertThat(grid.path("i").asString()).isEqualTo(index);
                        int right = grid.path("x").asInt() + grid.path("w").asInt();
                        int bottom = grid.path("y").asInt() + grid.path("h").asInt();
                        assertThat(right).isLessThanOrEqualTo(COLUMNS_OF_A_DASHBOARD);
                        for (int x = grid.path("x").asInt(); x < right; x++) {
                            for (int y = grid.path("y").asInt(); y < bottom; y++) {
                                assertThat(taken.add(List.of(x, y)))
                                        .as("%s at %d,%d", index, x, y)
                                        .isTrue();
                            }
                        }
                    }
                }));
    }

    @Test
    void everyPanelStandsOnADashboard() {
        Set<String> shown = new HashSet<>();
        KibanaObjects.of("dashboard")
                .forEach(dashboard ->
                        dashboard.path("references").forEach(reference -> shown.add(KibanaObjects.id(reference))));

        assertThat(shown)
                .containsAll(
                        KibanaObjects.of("lens").stream().map(KibanaObjects::id).toList());
    }

    @Test
    void readersDashboardsAskOnlyWhatReadersMaySee() {
        for (String dashboard : List.of("dongtin-newsroom", "dongtin-people-documents")) {
            for (JsonNode reference : KibanaObjects.the("dashboard", dashboard).path("references")) {
                String view = KibanaObjects.type(reference).equals("index-pattern")
                        ? KibanaObjects.id(reference)
                        : KibanaObjects.dataView(
                                KibanaObjects.the(KibanaObjects.type(reference), KibanaObjects.id(reference)));
                assertThat(view).isEqualTo("dongtin-news");
            }
        }
        assertThat(KibanaObjects.the("index-pattern", "dongtin-news")
                        .at("/attributes/title")
                        .asString())
                .isEqualTo("news");
    }

    private static Stream<DynamicTest> each(Consumer<ObjectNode> fact) {
        return KibanaObjects.all().stream()
                .map(object -> DynamicTest.dynamicTest(
                        KibanaObjects.type(object) + " " + KibanaObjects.id(object), () -> fact.accept(object)));
    }

    /** Every field of the index template, with its type. */
    private static Map<String, String> template() throws IOException {
        var fields = new TreeMap<String, String>();
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            for (Path template : templates.toList()) {
                collect(JSON.readTree(Files.readString(template)).at("/template/mappings"), "", fields);
            }
        }
        return fields;
    }

    private static void collect(JsonNode mapping, String prefix, Map<String, String> fields) {
        for (String inner : List.of("properties", "fields")) {
            mapping.path(inner).properties().forEach(field -> {
                String name = prefix + field.getKey();
                fields.put(name, field.getValue().path("type").asString("object"));
                collect(field.getValue(), name + ".", fields);
            });
        }
    }
}

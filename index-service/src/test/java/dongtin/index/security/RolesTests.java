package dongtin.index.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bodies for the security API, as far as they can be read without it. */
class RolesTests {

    private static final Path FILES = Path.of("../ops/elasticsearch/security");

    private static final Set<String> CLUSTER =
            Set.of("monitor", "manage_index_templates", "cluster:monitor/health", "cluster:monitor/nodes/stats");
    private static final Set<String> NAMED =
            Set.of("read", "view_index_metadata", "monitor", "create_index", "index", "manage");
    private static final Set<String> KIBANA =
            Set.of("dashboard_v2", "discover_v2", "visualize_v2", "indexPatterns", "savedObjectsManagement");

    @Test
    void rolesAndKeysAreAllThere() {
        assertThat(read("roles"))
                .containsOnlyKeys(
                        "news_reader", "news_desk", "news_operator", "news_writer", "news_reindexer", "kibana_setup");
        assertThat(read("api-keys")).containsOnlyKeys("index-service", "desk", "kibana-setup");
    }

    @TestFactory
    Stream<DynamicTest> formIsThatOfTheSecurityApi() {
        return descriptors().entrySet().stream()
                .map(role -> DynamicTest.dynamicTest(role.getKey(), () -> {
                    JsonNode body = role.getValue();
                    assertThat(Set.of("description", "cluster", "indices", "applications"))
                            .containsAll(body.propertyNames());
                    assertThat(CLUSTER).containsAll(strings(body.path("cluster")));
                    for (JsonNode indices : body.path("indices")) {
                        assertThat(indices.propertyNames()).containsExactlyInAnyOrder("names", "privileges");
                        assertThat(strings(indices.path("privileges")))
                                .isNotEmpty()
                                .allMatch(name -> NAMED.contains(name)
                                        || name.matches("indices:(admin|data/read)/[a-z_/]++\\*?"));
                    }
                    for (JsonNode application : body.path("applications")) {
                        assertThat(application.propertyNames())
                                .containsExactlyInAnyOrder("application", "privileges", "resources");
                        assertThat(application.path("application").asString()).isEqualTo("kibana-.kibana");
                        assertThat(strings(application.path("resources"))).containsExactly("space:default");
                        assertThat(strings(application.path("privileges"))).allSatisfy(privilege -> {
                            assertThat(privilege).matches("feature_\\w+\\.(all|read)");
                            assertThat(KIBANA).contains(privilege.replaceFirst("feature_(\\w+)\\..*", "$1"));
                        });
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> keyExpiresAndHasAName() {
        return read("api-keys").entrySet().stream()
                .map(key -> DynamicTest.dynamicTest(key.getKey(), () -> {
                    assertThat(key.getValue().propertyNames())
                            .containsExactlyInAnyOrder("name", "expiration", "role_descriptors", "metadata");
                    assertThat(key.getValue().path("name").asString()).isEqualTo("dongtin-" + key.getKey());
                    assertThat(key.getValue().path("expiration").asString()).matches("\\d+d");
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyTouchesIndicesThatAreNotOurs() {
        return descriptors().entrySet().stream()
                .map(role -> DynamicTest.dynamicTest(
                        role.getKey(),
                        () -> assertThat(names(role.getValue()))
                                .allMatch(name ->
                                        name.equals("news") || name.equals("news-*") || name.equals("news-months*"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"news_reader", "news_desk", "desk/news_desk"})
    void readersSearchTheAliasAndNothingElse(String role) {
        JsonNode body = descriptors().get(role);

        assertThat(names(body)).containsExactly("news");
        assertThat(privileges(body))
                .filteredOn(privilege -> !privilege.equals("view_index_metadata"))
                .allMatch(
                        privilege -> privilege.matches(
                                "indices:data/read/(search|msearch|async_search/submit|scroll|open_point_in_time|close_point_in_time)\\*"));
    }

    @Test
    void writerNeitherDeletesNorGetsArticles() {
        JsonNode writer = descriptors().get("news_writer");
        assertThat(strings(writer.at("/indices/1/names"))).containsExactly("news-months*");
        assertThat(strings(writer.at("/indices/1/privileges"))).containsExactly("indices:data/read/mget*");
        assertThat(strings(writer.at("/indices/0/privileges")))
                .containsExactlyInAnyOrder(
                        "create_index",
                        "view_index_metadata",
                        "index",
                        "indices:admin/aliases",
                        "indices:admin/mapping/put",
                        "indices:admin/settings/update",
                        "indices:data/read/search*");
    }

    @Test
    void keyMayWhatItsRoleMay() {
        for (Map.Entry<String, String> pair : Map.of(
                        "news_writer", "index-service", "kibana_setup", "kibana-setup", "news_desk", "desk")
                .entrySet()) {
            ObjectNode role = (ObjectNode) read("roles").get(pair.getKey());
            role.remove("description");
            assertThat(descriptors().get(pair.getValue() + "/" + pair.getKey())).isEqualTo(role);
        }
    }

    /** Roles by their names; those inside of keys by key and name. */
    private static Map<String, JsonNode> descriptors() {
        var descriptors = new TreeMap<>(read("roles"));
        read("api-keys")
                .forEach((key, body) -> body.path("role_descriptors")
                        .properties()
                        .forEach(role -> descriptors.put(key + "/" + role.getKey(), role.getValue())));
        return descriptors;
    }

    private static List<String> names(JsonNode role) {
        return role.path("indices")
                .valueStream()
                .flatMap(indices -> strings(indices.path("names")).stream())
                .toList();
    }

    private static List<String> privileges(JsonNode role) {
        return role.path("indices")
                .valueStream()
                .flatMap(indices -> strings(indices.path("privileges")).stream())
                .toList();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, JsonNode> read(String directory) {
        try (Stream<Path> files = Files.list(FILES.resolve(directory))) {
            return files.collect(
                    Collectors.toMap(file -> file.getFileName().toString().replace(".json", ""), RolesTests::json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

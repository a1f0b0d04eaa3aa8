package dongtin.index.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The fields that an index holds as another type than the template has them. */
final class Clashes {

    private final List<String> found = new ArrayList<>();

    private Clashes() {}

    /**
     * Each as {@code [urgency] is keyword, not integer}.
     *
     * @param wanted mappings of the template
     * @param there mappings of the index; fields that it lacks are no clash
     */
    static List<String> of(JsonNode wanted, JsonNode there) {
        var clashes = new Clashes();
        clashes.compare("", wanted, there);
        return clashes.found;
    }

    private void compare(String path, JsonNode wanted, JsonNode there) {
        for (String fields : List.of("properties", "fields")) {
            for (Map.Entry<String, JsonNode> field : wanted.path(fields).properties()) {
                JsonNode same = there.path(fields).path(field.getKey());
                if (!same.isMissingNode()) {
                    compareOne(path + field.getKey(), field.getValue(), same);
                }
            }
        }
    }

    private void compareOne(String field, JsonNode wanted, JsonNode there) {
        if (type(wanted).equals(type(there))) {
            compare(field + ".", wanted, there);
        } else {
            found.add("[%s] is %s, not %s".formatted(field, type(there), type(wanted)));
        }
    }

    private static String type(JsonNode field) {
        return field.path("type").asString("object");
    }
}

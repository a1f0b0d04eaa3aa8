package dongtin.index.kibana;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The objects of {@code ops/kibana}, which the build puts into the jar, with the desk's address in their links. */
record SavedObjects(List<ObjectNode> objects) {

    /** The address in the files: the desk of standalone. */
    static final URI DESK = URI.create("http://127.0.0.1:8080");

    /** What others refer to comes first. */
    private static final List<String> FILES = List.of("data-views", "searches", "newsroom", "people-documents", "flow");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** An object's type and id, which Kibana's answer names it by. */
    record Key(String type, String id) {}

    static SavedObjects packaged() throws IOException {
        var objects = new ArrayList<ObjectNode>();
        for (String file : FILES) {
            String path = "/kibana/" + file + ".ndjson";
            try (InputStream lines = SavedObjects.class.getResourceAsStream(path)) {
                if (lines == null) {
                    throw new FileNotFoundException(path + " is not in the jar");
                }
                new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> objects.add((ObjectNode) JSON.readTree(line)));
            }
        }
        return new SavedObjects(List.copyOf(objects));
    }

    /** The same with links to this desk. */
    SavedObjects linkedTo(URI desk) {
        String address = desk.toString().replaceFirst("/++$", "");
        return new SavedObjects(
                objects.stream().map(object -> linked(object, address)).toList());
    }

    List<Key> keys() {
        return objects.stream()
                .map(object -> new Key(
                        object.path("type").asString(), object.path("id").asString()))
                .toList();
    }

    /** One object a line. */
    String ndjson() {
        return objects.stream().map(JsonNode::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    private static ObjectNode linked(ObjectNode object, String desk) {
        if (!object.at("/attributes/fieldFormatMap").isString()) {
            return object;
        }
        ObjectNode copy = object.deepCopy();
        JsonNode formats = JSON.readTree(object.at("/attributes/fieldFormatMap").asString());
        for (JsonNode format : formats) {
            String template = format.at("/params/urlTemplate").asString("");
            if (template.startsWith(DESK + "/")) {
                String path = template.substring(DESK.toString().length());
                ((ObjectNode) format.path("params")).put("urlTemplate", desk + path);
            }
        }
        ((ObjectNode) copy.path("attributes")).put("fieldFormatMap", formats.toString());
        return copy;
    }
}

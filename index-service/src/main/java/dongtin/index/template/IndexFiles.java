package dongtin.index.template;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code ops/elasticsearch}, which the build puts into the jar. */
final class IndexFiles {

    private IndexFiles() {}

    static JsonNode read(String name) throws IOException {
        String path = "/elasticsearch/" + name;
        try (InputStream file = IndexFiles.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new FileNotFoundException(path + " is not in the jar");
            }
            return JsonMapper.shared().readTree(file.readAllBytes());
        }
    }
}

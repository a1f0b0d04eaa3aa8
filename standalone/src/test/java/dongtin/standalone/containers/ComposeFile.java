package dongtin.standalone.containers;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.testcontainers.utility.DockerImageName;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker-compose.yml} says, so that nothing of it is said twice. */
final class ComposeFile {

    private static final Map<String, Object> SERVICES = map(read().get("services"));

    private ComposeFile() {}

    static DockerImageName image(String service) {
        return DockerImageName.parse((String) map(SERVICES.get(service)).get("image"));
    }

    static String environment(String service, String name) {
        return (String) map(map(SERVICES.get(service)).get("environment")).get(name);
    }

    private static Map<String, Object> read() {
        try (Reader file = Files.newBufferedReader(Path.of("../docker-compose.yml"))) {
            return map(new Yaml().load(file));
        } catch (IOException e) {
            throw new IllegalStateException("docker-compose.yml cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}

package dongtin.index.kibana;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How to sign in to Kibana. They come from the environment alone: arguments stand in the list of processes. */
final class Credentials {

    static final String API_KEY = "KIBANA_API_KEY";
    static final String USERNAME = "KIBANA_USERNAME";
    static final String PASSWORD = "KIBANA_PASSWORD";

    private final @Nullable String authorization;

    private Credentials(@Nullable String authorization) {
        this.authorization = authorization;
    }

    /** @throws KibanaRefused if a name stands without its password */
    static Credentials in(Map<String, String> environment) {
        String key = environment.getOrDefault(API_KEY, "");
        String name = environment.getOrDefault(USERNAME, "");
        if (!key.isBlank()) {
            return new Credentials("ApiKey " + key.strip());
        }
        if (name.isBlank()) {
            return new Credentials(null);
        }
        String password = environment.get(PASSWORD);
        if (password == null) {
            throw new KibanaRefused(USERNAME + " is set and " + PASSWORD + " is not");
        }
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** The header's value; null where Kibana asks for none. */
    @Nullable String authorization() {
        return authorization;
    }
}

package dongtin.standalone;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings for tests: any free ports, unless told otherwise. */
final class Settings {

    private Settings() {}

    static StandaloneProperties anyFreePorts(String data) {
        return of(data);
    }

    static StandaloneProperties of(String data, String... more) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("dongtin.standalone.data", data);
        for (String user : new String[] {"desk", "ingest", "enrich", "index", "kafka", "elasticsearch"}) {
            settings.put("dongtin.standalone." + user + ".port", "0");
        }
        for (String setting : more) {
            String[] sides = setting.split("=", 2);
            settings.put("dongtin.standalone." + sides[0], sides[1]);
        }
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("dongtin.standalone", StandaloneProperties.class)
                .get();
    }
}

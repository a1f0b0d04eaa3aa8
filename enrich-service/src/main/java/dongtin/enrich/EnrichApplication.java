package dongtin.enrich;

import java.util.Arrays;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Tags the people and documents of raw items and publishes them as enriched items; with {@code tag}, tags files. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EnrichApplication {

    /** Starts the service; its settings are in {@code enrich-service.yml}, each overridable by argument or environment. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(EnrichApplication.class)
                .properties("spring.config.name=enrich-service")
                .run(args);
    }

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("tag")) {
            TagCommand.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        start(args);
    }
}

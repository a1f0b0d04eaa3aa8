package dongtin.index;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Writes enriched items to Elasticsearch. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IndexApplication {

    /** Starts the service; its settings are in {@code index-service.yml}, each overridable by argument or environment. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(IndexApplication.class)
                .properties("spring.config.name=index-service")
                .run(args);
    }

    public static void main(String[] args) {
        start(args);
    }
}

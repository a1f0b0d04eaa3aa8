package dongtin.desk;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The analysts' window: a search page and the query API it stands on. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DeskApplication {

    /** Starts the service; its settings are in {@code desk.yml}, each overridable by argument or environment. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(DeskApplication.class)
                .properties("spring.config.name=desk")
                .run(args);
    }

    public static void main(String[] args) {
        start(args);
    }
}

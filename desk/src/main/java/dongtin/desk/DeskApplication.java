package dongtin.desk;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

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

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

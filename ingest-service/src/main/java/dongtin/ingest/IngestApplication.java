package dongtin.ingest;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Takes messages from feeds and publishes them as raw items; with a command, does what that says. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestApplication {

    /** Starts the service; its settings are in {@code ingest-service.yml}, each overridable by argument or environment. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(IngestApplication.class)
                .properties("spring.config.name=ingest-service")
                .run(args);
    }

    public static void main(String[] args) {
        if (IngestCommand.isMeant(args)) {
            System.exit(IngestCommand.run(args));
        }
        start(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

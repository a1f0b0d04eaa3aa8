package dongtin.index;

import dongtin.index.kibana.KibanaCommand;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Writes enriched items to Elasticsearch; with {@code reindex}, fills a new generation of the index; with {@code kibana}, installs Kibana's objects. */
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
        if (args.length > 0 && args[0].equals("reindex")) {
            System.exit(ReindexCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("kibana")) {
            KibanaCommand.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        start(args);
    }
}

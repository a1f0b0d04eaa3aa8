package dongtin.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.enrich.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class OwnKnowledgeTests {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({TaggingProperties.class, TopicProperties.class})
    static class Settings {}

    private static ApplicationContextRunner serviceWith(Path knowledge) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
                .withUserConfiguration(Settings.class, StreamConfiguration.class)
                .withPropertyValues(
                        "spring.kafka.producer.transaction-id-prefix=own-knowledge-",
                        "spring.kafka.admin.auto-create=false",
                        "dongtin.enrich.knowledge=" + knowledge,
                        "dongtin.enrich.topics.partitions=1",
                        "dongtin.enrich.topics.max-message=1MB");
    }

    @Test
    void serviceLaysTheNewsroomsDirectoryOverThePackagedFiles(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("offices.tsv"), "Trưởng cửa hàng\toffice\n");
        serviceWith(directory)
                .run(context -> assertThat(context.getBean(Tagger.class)
                                .tag("Trưởng cửa hàng Lê Văn Bưởi nói.", null)
                                .people()
                                .getFirst()
                                .titles())
                        .isEqualTo(List.of("Trưởng cửa hàng")));
    }

    @Test
    void serviceDoesNotStartWithABadRow(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("offices.tsv"), "# ours\nTrưởng cửa hàng\tofice\n");
        serviceWith(directory)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("offices.tsv:2: 'ofice' is none of"));
    }
}

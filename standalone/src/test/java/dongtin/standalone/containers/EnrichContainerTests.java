package dongtin.standalone.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dongtin.enrich.EnrichApplication;
import dongtin.message.EnrichedItem;
import dongtin.message.MessageJson;
import dongtin.message.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.testcontainers.context.ImportTestcontainers;

@RequiresDocker
@ImportTestcontainers(Containers.class)
@SpringBootTest(
        classes = EnrichApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=enrich-service")
class EnrichContainerTests {

    @Test
    void rawItemIsTaggedAndPublished() {
        Wire.publishGolden(Topics.RAW, "raw-item.json");

        List<byte[]> messages = Wire.awaitMessages(Topics.ENRICHED, Wire.GOLDEN_ID);

        EnrichedItem last = MessageJson.read(messages.getLast(), EnrichedItem.class);
        assertThat(last.item().id()).isEqualTo(Wire.GOLDEN_ID);
        assertThat(last.tags().people()).extracting("name").contains("Trần Văn Mẫu");
    }
}

package dongtin.standalone.containers;

import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dongtin.index.IndexApplication;
import dongtin.message.Topics;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.testcontainers.context.ImportTestcontainers;

@RequiresDocker
@ImportTestcontainers(Containers.class)
@SpringBootTest(
        classes = IndexApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=index-service")
class IndexContainerTests {

    @Autowired
    ElasticsearchClient elasticsearch;

    @Test
    void enrichedItemIsFoundUnderTheReadersAlias() {
        Wire.publishGolden(Topics.ENRICHED, "enriched-item.json");

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> hits("quy định 144") == 1);
    }

    private long hits(String headline) throws Exception {
        return elasticsearch
                .search(
                        search -> search.index("news")
                                .query(query -> query.matchPhrase(
                                        match -> match.field("headline").query(headline))),
                        Map.class)
                .hits()
                .hits()
                .size();
    }
}

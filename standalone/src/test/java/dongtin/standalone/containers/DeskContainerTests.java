package dongtin.standalone.containers;

import static org.awaitility.Awaitility.await;

import dongtin.desk.DeskApplication;
import dongtin.index.IndexApplication;
import dongtin.message.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.testcontainers.context.ImportTestcontainers;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@RequiresDocker
@ImportTestcontainers(Containers.class)
@SpringBootTest(
        classes = DeskApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=desk")
class DeskContainerTests {

    @LocalServerPort
    int port;

    private ConfigurableApplicationContext indexService;

    @BeforeEach
    void start() {
        indexService = IndexApplication.start(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + Containers.KAFKA.getBootstrapServers(),
                "--spring.elasticsearch.uris=http://" + Containers.ELASTICSEARCH.getHttpHostAddress());
    }

    @AfterEach
    void stop() {
        indexService.close();
    }

    @Test
    void indexedArticleIsFoundByPerson() {
        Wire.publishGolden(Topics.ENRICHED, "enriched-item.json");

        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> total("person=tran-van-mau") == 1);
    }

    private long total(String query) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/articles?" + query))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return JsonMapper.shared().readTree(answer).path("total").asLong();
    }
}

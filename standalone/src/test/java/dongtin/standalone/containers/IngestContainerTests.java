package dongtin.standalone.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dongtin.ingest.IngestApplication;
import dongtin.message.MessageJson;
import dongtin.message.RawItem;
import dongtin.message.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.testcontainers.context.ImportTestcontainers;
import tools.jackson.databind.json.JsonMapper;

@RequiresDocker
@ImportTestcontainers(Containers.class)
@SpringBootTest(
        classes = IngestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=ingest-service",
            "dongtin.ingest.feeds.demo.provider=demo",
            // printf %s token | sha256sum
            "dongtin.ingest.feeds.demo.push.token-sha256="
                    + "3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0"
        })
class IngestContainerTests {

    @LocalServerPort
    int port;

    @Test
    void pushedArticleIsOnTheRawTopic() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/feeds/demo/items"))
                                .header("Authorization", "Bearer token")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("""
                                        {"uri": "urn:test:containers:1", "headline": "Hội nghị về cây xanh", "body_text": "Bài thử."}"""))
                                .build(),
                        BodyHandlers.ofString(UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id =
                JsonMapper.shared().readTree(answer.body()).at("/items/0/id").asString();
        List<byte[]> messages = Wire.awaitMessages(Topics.RAW, id);
        assertThat(MessageJson.read(messages.getFirst(), RawItem.class).headline())
                .isEqualTo("Hội nghị về cây xanh");
    }
}

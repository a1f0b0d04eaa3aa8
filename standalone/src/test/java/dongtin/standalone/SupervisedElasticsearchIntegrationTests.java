package dongtin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dongtin.elasticsearch.NodeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedElasticsearchIntegrationTests {

    @Test
    void killedNodeComesBackWhereItWas(@TempDir Path data) {
        List<String> said = new CopyOnWriteArrayList<>();
        var settings = new NodeSettings(Path.of("target", "elasticsearch"), data, 0);
        try (var node = SupervisedElasticsearch.started(settings, Duration.ofMillis(10), said::add)) {
            var place = node.awaitReady().uri();
            ProcessHandle.of(node.pid()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(60)).until(() -> said.contains("Elasticsearch is back."));
            assertThat(said.getFirst()).startsWith("Elasticsearch has stopped unexpectedly (status 137)");
            assertThat(node.uri()).isEqualTo(place);
            said.clear();
        }
        assertThat(said).isEmpty();
    }
}

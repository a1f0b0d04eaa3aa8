package dongtin.standalone.containers;

import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.MountableFile;

/** The broker and the node of {@code docker-compose.yml}, one of each for all tests of this package. */
interface Containers {

    @ServiceConnection
    KafkaContainer KAFKA = new KafkaContainer(ComposeFile.image("kafka"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", ComposeFile.environment("kafka", "KAFKA_MESSAGE_MAX_BYTES"))
            .withCopyFileToContainer(log("log4j2.yaml"), "/mnt/shared/config/log4j2.yaml")
            .withCopyFileToContainer(log("tools-log4j2.yaml"), "/mnt/shared/config/tools-log4j2.yaml");

    @ServiceConnection
    ElasticsearchContainer ELASTICSEARCH = new ElasticsearchContainer(ComposeFile.image("elasticsearch"))
            .withEnv("xpack.security.enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");

    private static MountableFile log(String file) {
        return MountableFile.forHostPath("../ops/kafka/" + file, 0644);
    }
}

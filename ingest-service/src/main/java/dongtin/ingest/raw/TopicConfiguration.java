package dongtin.ingest.raw;

import dongtin.message.Topics;
import java.time.Duration;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TopicConfiguration {

    @Bean
    NewTopics ingestTopics(TopicProperties topics) {
        return new NewTopics(
                topic(Topics.ORIGINAL, topics)
                        .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                        .build(),
                topic(Topics.RAW, topics)
                        .config(
                                TopicConfig.RETENTION_MS_CONFIG,
                                String.valueOf(topics.keepRaw().toMillis()))
                        .build(),
                topic(Topics.CURSORS, topics)
                        .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                        // It is read as a whole whenever feeds change hands: kept short.
                        .config(
                                TopicConfig.SEGMENT_MS_CONFIG,
                                String.valueOf(Duration.ofHours(1).toMillis()))
                        .config(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1")
                        .build());
    }

    private static TopicBuilder topic(String name, TopicProperties topics) {
        return TopicBuilder.name(name)
                .partitions(topics.partitions())
                .config(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(topics.maxMessage().toBytes()));
    }
}

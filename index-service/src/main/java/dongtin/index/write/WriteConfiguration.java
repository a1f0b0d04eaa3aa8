package dongtin.index.write;

import dongtin.message.Topics;
import dongtin.watch.ItemTraces;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.unit.DataSize;

/** The topics that are read and written, and how long a batch waits. */
@Configuration(proxyBeanMethods = false)
@Import(ItemTraces.class)
class WriteConfiguration {

    private static final DataSize LARGEST_MESSAGE = DataSize.ofMegabytes(32);
    private static final DataSize LARGEST_DEAD_LETTER =
            DataSize.ofMegabytes(33); // the message and what was wrong with it

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    NewTopic enrichedTopic(TopicProperties topics) {
        return topic(Topics.ENRICHED, topics, LARGEST_MESSAGE);
    }

    @Bean
    NewTopic deadLetterTopic(TopicProperties topics) {
        return topic(Topics.deadLetter(Topics.ENRICHED), topics, LARGEST_DEAD_LETTER);
    }

    private static NewTopic topic(String name, TopicProperties topics, DataSize largest) {
        return TopicBuilder.name(name)
                .partitions(topics.partitions())
                .replicas(topics.replicas())
                // For ever: the index can be filled anew from the one, the other waits for somebody to look.
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Long.toString(largest.toBytes()))
                .build();
    }

    /** A batch is what one bulk request takes, in bytes as well. */
    @Bean
    DefaultKafkaConsumerFactoryCustomizer boundedPolls(WriteProperties properties) {
        return factory -> bounded(factory, properties);
    }

    @SuppressWarnings("unchecked") // as index-service.yml has it
    private static void bounded(DefaultKafkaConsumerFactory<?, ?> factory, WriteProperties properties) {
        ((DefaultKafkaConsumerFactory<byte[], byte[]>) factory)
                .addPostProcessor(consumer ->
                        BoundedPolls.over(consumer, properties.bulkSize().toBytes(), properties.bulkCount()));
    }

    /** Nothing is given up: whatever the listener throws, the batch is kept and delivered again. */
    @Bean
    DefaultErrorHandler waitForEver(WriteProperties properties) {
        var wait = new ExponentialBackOff(properties.firstWait().toMillis(), 2.0);
        wait.setMaxInterval(properties.longestWait().toMillis());
        var errors = new DefaultErrorHandler(wait);
        // By default a ClassCastException and its like are logged and skipped at once: a bug of ours would lose
        // messages.
        errors.setClassifications(Map.of(), true);
        errors.setLogLevel(KafkaException.Level.DEBUG); // Readiness has said it in one line
        return errors;
    }
}

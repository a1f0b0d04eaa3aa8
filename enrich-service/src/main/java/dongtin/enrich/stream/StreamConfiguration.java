package dongtin.enrich.stream;

import dongtin.enrich.Tagger;
import dongtin.enrich.knowledge.KnowledgeFiles;
import dongtin.message.Topics;
import java.time.Clock;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.util.backoff.FixedBackOff;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    private static final Logger log = LoggerFactory.getLogger(StreamConfiguration.class);
    private static final long PAUSE_MILLIS = 1_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Tagger tagger(TaggingProperties tagging) {
        return new Tagger(KnowledgeFiles.packagedUnder(tagging.knowledge()));
    }

    /** Tells the metrics how a transaction ended, which Spring's own manager for Kafka keeps to itself. */
    @Bean
    KafkaTransactionManager<?, ?> kafkaTransactionManager(ProducerFactory<?, ?> producers) {
        var transactions = new KafkaTransactionManager<>(producers);
        transactions.setTransactionSynchronization(
                AbstractPlatformTransactionManager.SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
        return transactions;
    }

    /** What is rolled back is an outage, for every failure of an item is an outcome: the batch is tried until it is through. */
    @Bean
    AfterRollbackProcessor<Object, Object> waitOutOutages() {
        return new DefaultAfterRollbackProcessor<>(
                (message, failure) -> log.error("given up, which is never to happen: {}", message.key(), failure),
                new FixedBackOff(PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS));
    }

    /** Both are kept for ever: the index can be filled anew from the one, the other waits for somebody to look. */
    @Bean
    NewTopics enrichTopics(TopicProperties topics) {
        return new NewTopics(
                topic(Topics.ENRICHED, topics).build(),
                topic(Topics.deadLetter(Topics.RAW), topics).build());
    }

    private static TopicBuilder topic(String name, TopicProperties topics) {
        return TopicBuilder.name(name)
                .partitions(topics.partitions())
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .config(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(topics.maxMessage().toBytes()));
    }
}

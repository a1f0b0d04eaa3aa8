package dongtin.index.watch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Profile("!reindex")
class WatchConfiguration {

    /** The mark that ends a transaction is no message: without this, each partition that was read to its end would lag by one. */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> offsetsBehindMarks() {
        return container -> container.getContainerProperties().setFixTxOffsets(true);
    }
}

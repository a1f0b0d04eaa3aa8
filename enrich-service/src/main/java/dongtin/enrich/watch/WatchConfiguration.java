package dongtin.enrich.watch;

import dongtin.message.Topics;
import dongtin.watch.BrokerWatch;
import dongtin.watch.Consuming;
import dongtin.watch.ItemTraces;
import dongtin.watch.Lag;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import(ItemTraces.class)
class WatchConfiguration {

    @Bean("kafka")
    BrokerWatch brokerWatch(
            KafkaAdmin kafka,
            @Value("${spring.kafka.consumer.group-id}") String group,
            Clock clock,
            MeterRegistry registry) {
        return new BrokerWatch(kafka, clock, registry, new Lag(group, Topics.RAW), "wire.enrich.lag");
    }

    @Bean
    Consuming consuming(KafkaListenerEndpointRegistry listeners) {
        return new Consuming(listeners, "enrich");
    }
}

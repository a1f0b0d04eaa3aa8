package dongtin.ingest.watch;

import dongtin.watch.BrokerWatch;
import dongtin.watch.ItemTraces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
@Import(ItemTraces.class)
class WatchConfiguration {

    @Bean("kafka")
    BrokerWatch brokerWatch(KafkaAdmin kafka, Clock clock, MeterRegistry registry) {
        return new BrokerWatch(kafka, clock, registry);
    }
}

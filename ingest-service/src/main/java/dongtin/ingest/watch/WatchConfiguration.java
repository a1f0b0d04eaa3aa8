package dongtin.ingest.watch;

import dongtin.watch.BrokerWatch;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    @Bean("kafka")
    BrokerWatch brokerWatch(KafkaAdmin kafka, Clock clock, MeterRegistry registry) {
        return new BrokerWatch(kafka, clock, registry);
    }
}

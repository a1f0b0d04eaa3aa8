package dongtin.ingest;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.raw.Intake;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The parts of the service that {@code reparse} needs. No {@code @Configuration}: the service itself is not to find it. */
@ImportAutoConfiguration(KafkaAutoConfiguration.class)
@ComponentScan(basePackageClasses = Intake.class)
@ConfigurationPropertiesScan(basePackageClasses = {Intake.class, FeedProperties.class})
class ReparseConfiguration {

    @Bean
    MeterRegistry metrics() {
        return new SimpleMeterRegistry();
    }

    @Bean
    ObservationRegistry observations() {
        return ObservationRegistry.NOOP;
    }

    @Bean
    Tracer tracer() {
        return Tracer.NOOP;
    }

    @Bean
    Propagator propagator() {
        return Propagator.NOOP;
    }
}

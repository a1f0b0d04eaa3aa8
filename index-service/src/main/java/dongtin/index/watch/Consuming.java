package dongtin.index.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Whether the listener's consumers have joined their group and hear from it; one that waits because others have all partitions does. The
 * health of {@code consuming}, without which the service is not ready. Thread-safe.
 */
@Profile("!reindex")
@Component("consuming")
class Consuming implements HealthIndicator {

    /** A heartbeat is sent every three seconds once the one before is answered. */
    private static final double LONGEST_SILENCE_SECONDS = 10;

    private static final String LISTENER = "index-writer";

    private final KafkaListenerEndpointRegistry listeners;

    Consuming(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public Health health() {
        MessageListenerContainer listener = listeners.getListenerContainer(LISTENER);
        if (listener == null || !listener.isRunning()) {
            return Health.down()
                    .withDetail("waitingFor", "the listener's start")
                    .build();
        }
        Map<String, Map<MetricName, ? extends Metric>> consumers = listener.metrics();
        Map<String, String> troubles = new LinkedHashMap<>();
        consumers.forEach((consumer, metrics) -> {
            String trouble = trouble(metrics);
            if (trouble != null) {
                troubles.put(consumer, trouble);
            }
        });
        if (consumers.isEmpty() || !troubles.isEmpty()) {
            return Health.down()
                    .withDetail("waitingFor", troubles.isEmpty() ? "a consumer" : troubles)
                    .build();
        }
        var partitions = listener.getAssignedPartitions();
        return Health.up()
                .withDetail("partitions", partitions == null ? 0 : partitions.size())
                .build();
    }

    private static @Nullable String trouble(Map<MetricName, ? extends Metric> consumer) {
        // -1, or not there, before the first time
        if (value(consumer, "last-rebalance-seconds-ago") < 0) {
            return "partitions";
        }
        double silence = value(consumer, "last-heartbeat-seconds-ago");
        return silence > LONGEST_SILENCE_SECONDS || silence < 0 ? "the broker's answer to a heartbeat" : null;
    }

    private static double value(Map<MetricName, ? extends Metric> consumer, String name) {
        return consumer.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name))
                .map(metric -> metric.getValue().metricValue())
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .findFirst()
                .orElse(-1);
    }
}

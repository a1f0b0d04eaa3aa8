package dongtin.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Whether the listener's consumers have joined their group and hear from it; one that waits because others have all partitions does.
 * Without it, a service is not ready. Thread-safe.
 */
public final class Consuming implements HealthIndicator {

    /** A heartbeat is sent soon after the one before is answered. */
    private static final double LONGEST_SILENCE_SECONDS = 10;

    private final KafkaListenerEndpointRegistry listeners;
    private final String listener;

    /** @param listener its id */
    public Consuming(KafkaListenerEndpointRegistry listeners, String listener) {
        this.listeners = listeners;
        this.listener = listener;
    }

    @Override
    public Health health() {
        MessageListenerContainer container = listeners.getListenerContainer(listener);
        if (container == null || !container.isRunning()) {
            return Health.down()
                    .withDetail("waitingFor", "the listener's start")
                    .build();
        }
        Map<String, Map<MetricName, ? extends Metric>> consumers = container.metrics();
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
        var partitions = container.getAssignedPartitions();
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

package dongtin.ingest.watch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether the broker answers, looked at every five seconds: {@code wire.kafka.up}, 1 or 0, NaN before the first look. The health
 * of {@code kafka}. Thread-safe.
 */
@Component("kafka")
class BrokerWatch implements HealthIndicator, AutoCloseable {

    private final Map<String, Object> settings;
    private final Clock clock;
    private @Nullable Admin broker; // used by the thread that looks, and to close
    private volatile @Nullable Look last;

    /** What was seen; since when it has been so well or so ill. */
    private record Look(@Nullable String trouble, Instant since, int nodes) {}

    BrokerWatch(KafkaAdmin kafka, Clock clock, MeterRegistry registry) {
        settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "watch");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
        // While it is away, to ask once in a while is enough.
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        this.clock = clock;
        registry.gauge("wire.kafka.up", this, BrokerWatch::up);
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            Admin asked = broker();
            seen(null, asked.describeCluster().nodes().get().size());
        } catch (ExecutionException e) {
            seen(String.valueOf(e.getCause()), 0);
        } catch (KafkaException e) { // no such host
            seen(e.toString(), 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    private synchronized Admin broker() {
        Admin asked = broker;
        if (asked == null) {
            asked = Admin.create(settings);
            broker = asked;
        }
        return asked;
    }

    private void seen(@Nullable String trouble, int nodes) {
        Look before = last;
        boolean same = before != null && (before.trouble == null) == (trouble == null);
        last = new Look(trouble, before != null && same ? before.since : clock.instant(), nodes);
    }

    private double up() {
        Look seen = last;
        return seen == null ? Double.NaN : seen.trouble == null ? 1 : 0;
    }

    @Override
    public Health health() {
        Look seen = last;
        if (seen == null) {
            return Health.unknown().build();
        }
        return (seen.trouble == null
                        ? Health.up().withDetail("nodes", seen.nodes)
                        : Health.down().withDetail("trouble", seen.trouble))
                .withDetail("since", seen.since)
                .build();
    }

    @Override
    public synchronized void close() {
        if (broker != null) {
            broker.close(Duration.ofSeconds(1));
        }
    }
}

package dongtin.watch;

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
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Whether the broker answers ({@code wire.kafka.up}: 1 or 0) and, for a service that reads a topic, how far behind its group is
 * (messages), looked at every five seconds. What is not known is NaN. Thread-safe.
 */
public final class BrokerWatch implements HealthIndicator, AutoCloseable {

    private final Map<String, Object> settings;
    private final @Nullable Lag lag;
    private final Clock clock;
    private @Nullable Admin broker; // used by the thread that looks, and to close
    private volatile @Nullable Look last;

    /** What was seen; since when it has been so well or so ill. */
    private record Look(@Nullable String trouble, Instant since, int nodes, double lag) {}

    /** For a service that only writes. */
    public BrokerWatch(KafkaAdmin kafka, Clock clock, MeterRegistry registry) {
        this(kafka, clock, registry, null);
    }

    /** @param lag measured too, and told as {@code meter} */
    public BrokerWatch(KafkaAdmin kafka, Clock clock, MeterRegistry registry, Lag lag, String meter) {
        this(kafka, clock, registry, lag);
        registry.gauge(meter, this, BrokerWatch::lag);
    }

    private BrokerWatch(KafkaAdmin kafka, Clock clock, MeterRegistry registry, @Nullable Lag lag) {
        settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "watch");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
        // While it is away, to ask once in a while is enough.
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        this.lag = lag;
        this.clock = clock;
        registry.gauge("wire.kafka.up", this, BrokerWatch::up);
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            Admin asked = broker();
            seen(null, asked.describeCluster().nodes().get().size(), measuredLag(asked));
        } catch (ExecutionException e) {
            seen(String.valueOf(e.getCause()), 0, Double.NaN);
        } catch (KafkaException e) { // no such host
            seen(e.toString(), 0, Double.NaN);
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

    private double measuredLag(Admin asked) throws ExecutionException, InterruptedException {
        try {
            return lag == null ? Double.NaN : lag.measured(asked);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0; // nothing was ever sent
            }
            throw e;
        }
    }

    private void seen(@Nullable String trouble, int nodes, double measured) {
        Look before = last;
        boolean same = before != null && (before.trouble == null) == (trouble == null);
        last = new Look(trouble, before != null && same ? before.since : clock.instant(), nodes, measured);
    }

    private double up() {
        Look seen = last;
        return seen == null ? Double.NaN : seen.trouble == null ? 1 : 0;
    }

    private double lag() {
        Look seen = last;
        return seen == null ? Double.NaN : seen.lag;
    }

    @Override
    public Health health() {
        Look seen = last;
        if (seen == null) {
            return Health.unknown().build();
        }
        Health.Builder health = seen.trouble == null
                ? Health.up().withDetail("nodes", seen.nodes)
                : Health.down().withDetail("trouble", seen.trouble);
        if (!Double.isNaN(seen.lag)) {
            health.withDetail("lag", (long) seen.lag);
        }
        return health.withDetail("since", seen.since).build();
    }

    @Override
    public synchronized void close() {
        if (broker != null) {
            broker.close(Duration.ofSeconds(1));
        }
    }
}

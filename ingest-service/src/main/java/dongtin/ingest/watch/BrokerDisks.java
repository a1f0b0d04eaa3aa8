package dongtin.ingest.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How large the brokers' disks are and what is free on them ({@code wire.kafka.disk.size}, {@code .available}: bytes, by {@code broker}
 * and {@code path}), which the brokers themselves tell (KIP-827). Asked every minute, with a client that is closed again; while
 * nobody answers, the figures are not there, as old ones would look like present ones.
 */
@Component
class BrokerDisks {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerDisks.class);

    private final Map<String, Object> settings;
    private final MultiGauge size;
    private final MultiGauge available;
    private volatile boolean denied;

    BrokerDisks(KafkaAdmin kafka, MeterRegistry registry) {
        settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "disks");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
        size = MultiGauge.builder("wire.kafka.disk.size").baseUnit("bytes").register(registry);
        available = MultiGauge.builder("wire.kafka.disk.available")
                .baseUnit("bytes")
                .register(registry);
    }

    /** Waits seconds for a broker that is away: at a fixed rate it has a thread of its own, and holds up no other look. */
    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        try (Admin broker = Admin.create(settings)) {
            List<Integer> ids = broker.describeCluster().nodes().get().stream()
                    .map(Node::id)
                    .toList();
            told(broker.describeLogDirs(ids).allDescriptions().get());
            denied = false;
        } catch (ExecutionException e) {
            untold();
            denied(e.getCause());
        } catch (KafkaException e) { // no such host
            untold();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    private void denied(@Nullable Throwable cause) {
        if (cause instanceof AuthorizationException && !denied) {
            denied = true;
            LOG.warn("how full the brokers' disks are is not known: the right to describe the cluster is missing");
        }
    }

    private void told(Map<Integer, Map<String, LogDirDescription>> brokers) {
        List<Row<?>> sizes = new ArrayList<>();
        List<Row<?>> free = new ArrayList<>();
        brokers.forEach((broker, disks) -> disks.forEach((path, disk) -> {
            var tags = Tags.of("broker", String.valueOf(broker), "path", path);
            disk.totalBytes().ifPresent(bytes -> sizes.add(Row.of(tags, bytes)));
            disk.usableBytes().ifPresent(bytes -> free.add(Row.of(tags, bytes)));
        }));
        size.register(sizes, true);
        available.register(free, true);
    }

    private void untold() {
        size.register(List.of(), true);
        available.register(List.of(), true);
    }
}

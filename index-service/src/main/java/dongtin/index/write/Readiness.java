package dongtin.index.write;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether articles are being written, and what is waited for if not: one line in the log, and the health. Thread-safe. */
@Component("writing")
class Readiness implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private final AtomicReference<@Nullable String> waitingFor = new AtomicReference<>("the start");

    /** @param messages how many are kept until then */
    void waiting(String reason, int messages) {
        waitingFor.set(reason);
        LOG.atWarn()
                .addKeyValue("messages.waiting", messages)
                .addKeyValue("error.message", reason)
                .log("writing waits: {}", reason);
    }

    void ready() {
        if (waitingFor.getAndSet(null) != null) {
            LOG.info("writing");
        }
    }

    @Override
    public Health health() {
        String reason = waitingFor.get();
        return reason == null
                ? Health.up().build()
                : Health.down().withDetail("waitingFor", reason).build();
    }
}

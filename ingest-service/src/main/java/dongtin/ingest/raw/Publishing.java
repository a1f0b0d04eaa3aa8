package dongtin.ingest.raw;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the broker has confirmed a transaction of this instance yet, without which the service is not ready: a first push would
 * wait for seconds, or be answered 503. Once ready it stays so, for an outage is answered with when to come again. Thread-safe.
 */
@Component("publishing")
class Publishing implements HealthIndicator {

    private volatile boolean confirmed;

    void confirm() {
        confirmed = true;
    }

    boolean confirmed() {
        return confirmed;
    }

    @Override
    public Health health() {
        return confirmed
                ? Health.up().build()
                : Health.down()
                        .withDetail("waitingFor", "the broker to confirm a first transaction")
                        .build();
    }
}

package dongtin.ingest.poll;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How each feed that is in hand is getting on. Always up: the trouble of a feed is its server's, and starting this service
 * anew would not mend it.
 */
@Component("polling")
class PollHealth implements HealthIndicator {

    private final Poller poller;

    PollHealth(Poller poller) {
        this.poller = poller;
    }

    @Override
    public Health health() {
        var health = Health.up();
        poller.inHand().forEach((id, feed) -> health.withDetail(id, details(feed)));
        return health.build();
    }

    private static Map<String, Object> details(PolledFeed feed) {
        Pace pace = feed.pace();
        Map<String, Object> details = new LinkedHashMap<>();
        put(details, "lastSuccess", pace.lastSuccess());
        put(details, "lastNew", pace.lastNew());
        put(details, "due", feed.due());
        put(details, "trouble", pace.trouble());
        put(details, "troubleSince", pace.troubleSince());
        put(details, "failures", pace.failures() == 0 ? null : pace.failures());
        put(details, "movedTo", pace.movedTo());
        return details;
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}

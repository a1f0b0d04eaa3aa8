package dongtin.ingest.feed;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * News of a polled feed are delivered by its hub (W3C WebSub), and polled beside it for what deliveries miss.
 *
 * @param lease how long a subscription is asked for; the hub may grant less, and it is renewed in time
 * @param hub where to subscribe, whatever the feed says
 * @param topic what to subscribe to, whatever the feed says
 * @param allowInner whether the hub may be at a loopback, private or other inner address
 */
public record WebSubSettings(
        @DefaultValue("5d") Duration lease,
        @Nullable URI hub,
        @Nullable URI topic,
        @DefaultValue("false") boolean allowInner) {

    public WebSubSettings {
        if (lease.compareTo(Duration.ofMinutes(1)) < 0 || lease.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("lease is %s, not between 1m and 365d".formatted(lease));
        }
        if (hub != null) {
            WebAddress.checked("hub", hub);
        }
        if (topic != null) {
            WebAddress.checked("topic", topic);
        }
    }
}

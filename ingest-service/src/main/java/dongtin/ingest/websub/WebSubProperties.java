package dongtin.ingest.websub;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hubs reach this service; all instances must have the same.
 *
 * @param callback the address under which hubs reach {@code /v1/websub} of any instance
 * @param key a secret, from which the paths and secrets of all subscriptions are made: no instance has to tell another
 * @param verifyWithin how long a hub may take to ask whether a subscription is meant, before it is asked for again
 * @param look how often it is looked whether a subscription is to be made or renewed
 */
@ConfigurationProperties("dongtin.ingest.websub")
record WebSubProperties(
        @Nullable URI callback,
        @Nullable String key,
        @DefaultValue("10m") Duration verifyWithin,
        @DefaultValue("5s") Duration look) {

    private static final int SHORTEST_KEY = 32;

    /** @throws IllegalArgumentException naming the setting that a feed with a hub needs and that is not right */
    void check() {
        if (callback == null
                || callback.getHost() == null
                || !String.valueOf(callback.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "dongtin.ingest.websub.callback is %s: it must be the address under which hubs reach this service"
                            .formatted(callback == null ? "missing" : callback));
        }
        if (key == null || key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "dongtin.ingest.websub.key is %s: it must be a secret of %d characters or more"
                            .formatted(key == null ? "missing" : "too short", SHORTEST_KEY));
        }
    }
}

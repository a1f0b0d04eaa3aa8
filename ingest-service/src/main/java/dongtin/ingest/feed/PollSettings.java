package dongtin.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the messages of a feed are fetched, and how often.
 *
 * @param url of http or https; what it takes to be let in goes into {@code headers}, not into the address
 * @param minInterval the shortest time between two polls, while news come in
 * @param maxInterval the longest, while none do
 * @param type the media type of what is fetched, whatever the server declares
 * @param headers sent with each request, such as {@code Authorization}; never to another host than the address's own
 * @param allowInner whether the address may lead to loopback, private or other inner addresses: for in-house feeds
 */
public record PollSettings(
        URI url,
        @DefaultValue("15s") Duration minInterval,
        @DefaultValue("1h") Duration maxInterval,
        @Nullable String type,
        Map<String, String> headers,
        @DefaultValue("false") boolean allowInner) {

    public PollSettings(
            @Nullable URI url,
            @DefaultValue("15s") Duration minInterval,
            @DefaultValue("1h") Duration maxInterval,
            @Nullable String type,
            @Nullable Map<String, String> headers,
            @DefaultValue("false") boolean allowInner) {
        this.url = WebAddress.checked("url", url);
        this.minInterval = minInterval;
        this.maxInterval = maxInterval;
        this.type = type;
        this.headers = headers == null ? Map.of() : Map.copyOf(headers);
        this.allowInner = allowInner;
        if (minInterval.compareTo(Duration.ofMillis(50)) < 0) {
            throw new IllegalArgumentException("min-interval is %s, not at least 50ms".formatted(minInterval));
        }
        if (maxInterval.compareTo(minInterval) < 0) {
            throw new IllegalArgumentException(
                    "max-interval is %s, shorter than min-interval, %s".formatted(maxInterval, minInterval));
        }
        this.headers.forEach(PollSettings::check);
    }

    private static void check(String name, String value) {
        if (!name.matches("[A-Za-z0-9-]{1,100}") || value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            // Without the value: it may be a secret.
            throw new IllegalArgumentException("headers.%s is no header: ASCII without line breaks".formatted(name));
        }
        if (name.toLowerCase(Locale.ROOT)
                .matches("host|connection|content-.*|transfer-encoding|accept-encoding|if-.*")) {
            throw new IllegalArgumentException("headers.%s is set by the fetcher itself".formatted(name));
        }
    }
}

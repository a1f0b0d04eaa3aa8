package dongtin.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server says around a message.
 *
 * @param freshFor how long caches may keep the message: nothing new is to be had before
 * @param retryAfter when the server wants to be asked again, at the earliest
 * @param movedTo the address that the feed has moved to for good
 */
public record Terms(
        Validators validators,
        @Nullable Duration freshFor,
        @Nullable Duration retryAfter,
        @Nullable URI movedTo,
        List<FeedLink> links) {

    public Terms {
        links = List.copyOf(links);
    }
}

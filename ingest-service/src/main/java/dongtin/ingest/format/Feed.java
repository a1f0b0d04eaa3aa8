package dongtin.ingest.format;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a feed's configuration says about its messages.
 *
 * @param id the feed's name in URLs
 * @param provider whose items these are, where a message does not say
 * @param zone of times that state none
 * @param language BCP 47 tag of items that state none
 */
public record Feed(
        String id, String provider, ZoneId zone, @Nullable String language) {}

package dongtin.ingest.poll;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What RSS says of how long caches may keep a channel: {@code <ttl>60</ttl>}, in minutes, before its first item. */
final class TimeToLive {

    private static final Pattern TTL = Pattern.compile("<ttl>\\s*+(\\d{1,6}+)\\s*+</ttl>");
    private static final int START = 1 << 14;

    private TimeToLive() {}

    static @Nullable Duration of(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, START), StandardCharsets.ISO_8859_1);
        int items = start.indexOf("<item");
        Matcher ttl = TTL.matcher(items < 0 ? start : start.substring(0, items));
        return ttl.find() ? Duration.ofMinutes(Long.parseLong(ttl.group(1))) : null;
    }
}

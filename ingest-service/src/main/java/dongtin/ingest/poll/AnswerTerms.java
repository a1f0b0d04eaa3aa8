package dongtin.ingest.poll;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageHeaders;
import org.jspecify.annotations.Nullable;

/** Reads the headers that say how long a message holds and when to come again. */
final class AnswerTerms {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}+");
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*+=\\s*+\"?(\\d{1,9}+)");
    private static final Pattern NO_CACHE = Pattern.compile("(?:^|[,\\s])no-(?:cache|store)\\b");
    private static final int LONGEST_VALIDATOR = 1_000;

    private final MessageHeaders headers;
    private final Clock clock;

    AnswerTerms(MessageHeaders headers, Clock clock) {
        this.headers = headers;
        this.clock = clock;
    }

    /** @param movedTo the address that the feed has moved to for good */
    Terms terms(URI from, @Nullable URI movedTo) {
        var validators = new Validators(from, validator(HttpHeaders.ETAG), validator(HttpHeaders.LAST_MODIFIED));
        var links = new ArrayList<FeedLink>();
        for (Header header : headers.getHeaders(HttpHeaders.LINK)) {
            links.addAll(FeedLink.read(from, header.getValue()));
        }
        return new Terms(validators, freshFor(), retryAfter(), movedTo, links);
    }

    /** Seconds, or a date as HTTP writes it. */
    @Nullable Duration retryAfter() {
        String value = first(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        return SECONDS.matcher(value).matches()
                ? Duration.ofSeconds(Long.parseLong(value))
                : until(DateUtils.parseStandardDate(value), clock.instant());
    }

    private @Nullable Duration freshFor() {
        String control = "";
        for (Header header : headers.getHeaders(HttpHeaders.CACHE_CONTROL)) {
            control += "," + header.getValue().toLowerCase(Locale.ROOT);
        }
        if (NO_CACHE.matcher(control).find()) {
            return null;
        }
        Matcher age = MAX_AGE.matcher(control);
        if (age.find()) {
            Duration left = Duration.ofSeconds(Long.parseLong(age.group(1))).minusSeconds(seconds(HttpHeaders.AGE));
            return left.isNegative() ? null : left;
        }
        String expires = first(HttpHeaders.EXPIRES);
        Instant date = date(HttpHeaders.DATE); // by the server's own clock
        return expires == null ? null : until(date(HttpHeaders.EXPIRES), date == null ? clock.instant() : date);
    }

    private static @Nullable Duration until(@Nullable Instant time, Instant from) {
        return time == null || time.isBefore(from) ? null : Duration.between(from, time);
    }

    private long seconds(String name) {
        String value = first(name);
        return value != null && SECONDS.matcher(value).matches() ? Long.parseLong(value) : 0;
    }

    private @Nullable Instant date(String name) {
        String value = first(name);
        return value == null ? null : DateUtils.parseStandardDate(value);
    }

    private @Nullable String validator(String name) {
        String value = first(name);
        return value == null || value.isEmpty() || value.length() > LONGEST_VALIDATOR ? null : value;
    }

    private @Nullable String first(String name) {
        Header header = headers.getFirstHeader(name);
        return header == null || header.getValue() == null
                ? null
                : header.getValue().strip();
    }
}

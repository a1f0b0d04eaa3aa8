package dongtin.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dongtin.ingest.feed.FeedProperties;
import dongtin.ingest.feed.PollSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.NestedExceptionUtils;

class PollSettingsTests {

    @Test
    void addressIsEnough() {
        PollSettings poll = bind("poll.url", "https://example.org/f");

        assertThat(poll.minInterval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(poll.maxInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(poll.allowInner()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    poll.type               | text/xml                     | poll   | url is missing: the address, as http:// or https://
                    poll.url                | ftp://example.org/f          | poll   | url is not the address of a host by http or https: ftp://example.org/f
                    poll.url                | /f                           | poll   | url is not the address of a host by http or https: /f
                    poll.url                | https://me:word@example.org/ | poll   | url holds a user or password, which logs would show: set headers.Authorization instead
                    poll.min-interval       | 0s                           | poll   | min-interval is PT0S, not at least 50ms
                    poll.max-interval       | 10s                          | poll   | max-interval is PT10S, shorter than min-interval, PT15S
                    poll.headers.If-Match   | x                            | poll   | headers.If-Match is set by the fetcher itself
                    poll.headers.X-Key      | đ                            | poll   | headers.X-Key is no header: ASCII without line breaks
                    websub.lease            | 1s                           | websub | lease is PT1S, not between 1m and 365d
                    websub.hub              | mailto:hub@example.org       | websub | hub is not the address of a host by http or https: mailto:hub@example.org
                    """)
    void whatIsWrongIsNamedWithItsKey(String key, String value, String group, String reason) {
        assertThatThrownBy(() -> bind(key, value))
                .hasMessageContaining("dongtin.ingest.feeds.some-wire." + group)
                .satisfies(e ->
                        assertThat(NestedExceptionUtils.getMostSpecificCause(e)).hasMessage(reason));
    }

    @Test
    void hubIsForAFeedThatIsPolled() {
        Map<String, String> settings = Map.of(
                "dongtin.ingest.feeds.some-wire.provider", "Hãng mẫu",
                "dongtin.ingest.feeds.some-wire.websub.lease", "5d");

        assertThatThrownBy(() -> new Binder(new MapConfigurationPropertySource(settings))
                        .bind("dongtin.ingest", FeedProperties.class))
                .hasMessageContaining("dongtin.ingest.feeds.some-wire")
                .satisfies(e -> assertThat(NestedExceptionUtils.getMostSpecificCause(e))
                        .hasMessageStartingWith("websub needs poll"));
    }

    private static PollSettings bind(String key, String value) {
        Map<String, String> settings = new HashMap<>();
        settings.put("dongtin.ingest.feeds.some-wire.provider", "Hãng mẫu");
        if (!key.equals("poll.type")) {
            settings.put("dongtin.ingest.feeds.some-wire.poll.url", "https://example.org/f");
        }
        settings.put("dongtin.ingest.feeds.some-wire." + key, value);
        FeedProperties feeds = new Binder(new MapConfigurationPropertySource(settings))
                .bind("dongtin.ingest", FeedProperties.class)
                .get();
        PollSettings poll = feeds.source("some-wire").orElseThrow().poll();
        if (poll == null) {
            throw new AssertionError("no poll");
        }
        return poll;
    }
}

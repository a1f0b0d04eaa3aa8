package dongtin.ingest.poll;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits on requests to feeds.
 *
 * @param connectTimeout until a connection stands
 * @param readTimeout the longest silence of a server
 * @param totalTimeout from the beginning to the last byte, redirects and all
 * @param maxRedirects how many are followed
 * @param userAgent who we say that we are
 */
@Validated
@ConfigurationProperties("dongtin.ingest.fetch")
public record FetchProperties(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("60s") Duration totalTimeout,
        @DefaultValue("5") @PositiveOrZero int maxRedirects,
        @DefaultValue("DongTin/0.1 (news ingest)") @NotBlank String userAgent) {

    public FetchProperties {
        check("connect-timeout", connectTimeout);
        check("read-timeout", readTimeout);
        check("total-timeout", totalTimeout);
    }

    private static void check(String key, Duration time) {
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "dongtin.ingest.fetch.%s is %s, not between 1ms and 10m".formatted(key, time));
        }
    }
}

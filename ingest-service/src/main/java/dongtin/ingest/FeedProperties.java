package dongtin.ingest;

import dongtin.ingest.format.Feed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The feeds that may send, by their names in URLs.
 *
 * @param feeds none by default: nobody may send who was not let in
 */
@Validated
@ConfigurationProperties("dongtin.ingest")
public record FeedProperties(Map<String, @Valid Source> feeds) {

    public FeedProperties(@Nullable Map<String, @Valid Source> feeds) {
        this.feeds = feeds == null ? Map.of() : Map.copyOf(feeds);
    }

    /** The feed of this name. */
    public Optional<Source> source(String id) {
        return Optional.ofNullable(feeds.get(id));
    }

    /**
     * One feed.
     *
     * @param provider whose items these are, where a message does not say
     * @param zone of times that state none
     * @param language BCP 47 tag of items that state none
     * @param tokenSha256 SHA-256, in hexadecimal, of each bearer token that is let in; two while a token is replaced
     * @param loopbackOnly whether only this machine may send, for feeds whose token is no secret
     */
    public record Source(
            @NotBlank String provider,
            @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone,
            @Nullable String language,

            @DefaultValue
            List<@Pattern(regexp = "[0-9a-f]{64}", message = "is not a SHA-256 in lower-case hexadecimal") String>
                    tokenSha256,

            @DefaultValue("false") boolean loopbackOnly) {

        /** What the formats need to know. */
        public Feed feed(String id) {
            return new Feed(id, provider, zone, language);
        }
    }
}

package dongtin.ingest.feed;

import dongtin.ingest.format.Feed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The feeds, by their names in URLs.
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
     * One feed; each way by which its messages may come has its own settings, and is closed where it has none.
     *
     * @param provider whose items these are, where a message does not say
     * @param zone of times that state none
     * @param language BCP 47 tag of items that state none
     * @param push who may push
     * @param folder the folder that files are dropped into
     * @param sftp the SFTP server that files are fetched from
     * @param mail the mailbox that mails come to
     * @param poll where they are fetched
     * @param websub whether the feed's hub delivers what is fetched
     */
    public record Source(
            @NotBlank String provider,
            @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone,
            @Nullable String language,
            @Valid @Nullable PushSettings push,
            @Valid @Nullable FolderSettings folder,
            @Valid @Nullable SftpSettings sftp,
            @Valid @Nullable MailSettings mail,
            @Valid @Nullable PollSettings poll,
            @Valid @Nullable WebSubSettings websub) {

        public Source {
            if (websub != null && poll == null) {
                throw new IllegalArgumentException("websub needs poll: what is polled is what a hub delivers");
            }
        }

        /** What the formats need to know. */
        public Feed feed(String id) {
            return new Feed(id, provider, zone, language);
        }
    }
}

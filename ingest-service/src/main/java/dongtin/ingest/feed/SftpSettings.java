package dongtin.ingest.feed;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A directory of an SFTP server that a feed's messages are fetched from, a file each.
 *
 * @param knownHosts file with the server's key, as OpenSSH writes it; no other server is talked to
 * @param privateKey file with the key that the server knows us by
 * @param directory the directory on the server
 * @param done where on the server published files go; a relative name is below {@code directory}
 * @param rejected where on the server files go that can not be taken, with the reason beside each
 * @param remove whether published files are removed rather than moved to {@code done}
 * @param settledAfter how long a file must keep its size and time of change before it is taken
 * @param every how long to wait between two looks
 * @param timeout of any answer of the server
 */
public record SftpSettings(
        @NotBlank String host,
        @DefaultValue("22") @Min(1) @Max(65535) int port,
        @NotBlank String user,
        @Nullable Secret password,
        @Nullable Path privateKey,
        @Nullable Secret privateKeyPassphrase,

        @NotNull(message = "is needed: without the server's key anybody could stand in for it") Path knownHosts,

        @DefaultValue(".") @NotBlank String directory,
        @DefaultValue("done") @NotBlank String done,
        @DefaultValue("rejected") @NotBlank String rejected,
        @DefaultValue("false") boolean remove,
        @DefaultValue("10s") @DurationMin(millis = 0) Duration settledAfter,
        @DefaultValue("15s") @DurationMin(millis = 10) Duration every,
        @DefaultValue("30s") @DurationMin(millis = 100) Duration timeout) {

    /** Whether there is something to log in with. */
    @AssertTrue(message = "has neither password nor private-key") public boolean isAbleToLogIn() {
        return password != null || privateKey != null;
    }
}

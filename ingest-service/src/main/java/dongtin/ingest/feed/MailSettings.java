package dongtin.ingest.feed;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A mailbox of an IMAP server that a feed's messages come to, a mail each.
 *
 * @param port 993 by default, 143 where {@code tls} is not {@code implicit}
 * @param tls how the connection is kept private
 * @param certificates file with the certificates (PEM) to trust rather than the platform's, for servers with one of their own
 * @param mailbox the mailbox that is read
 * @param done the mailbox that published mails are moved to
 * @param rejected the mailbox that mails are moved to that can not be taken
 * @param markSeen whether published mails stay where they are, marked as seen; then only unseen ones are read
 * @param every how long to wait between two looks
 * @param timeout of any answer of the server
 */
public record MailSettings(
        @NotBlank String host,
        @Nullable @Min(1) @Max(65535) Integer port,
        @DefaultValue("implicit") Tls tls,
        @Nullable Path certificates,
        @NotBlank String user,
        @NotNull Secret password,
        @DefaultValue("INBOX") @NotBlank String mailbox,
        @DefaultValue("done") @NotBlank String done,
        @DefaultValue("rejected") @NotBlank String rejected,
        @DefaultValue("false") boolean markSeen,
        @DefaultValue("15s") @DurationMin(millis = 10) Duration every,
        @DefaultValue("30s") @DurationMin(millis = 100) Duration timeout) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    /** How a connection is kept private. */
    public enum Tls {
        /** From its first byte on: {@code imaps}. */
        IMPLICIT,
        /** By {@code STARTTLS}; a server that does not offer it is not talked to. */
        STARTTLS,
        /** Not at all; to this machine only. */
        NONE
    }

    /** Whether nobody can read the password on its way. */
    @AssertTrue(message = "has tls 'none', which sends the password for all to read: only to this machine") public boolean isPrivate() {
        return tls != Tls.NONE || LOOPBACK.contains(host);
    }

    /** The port as set, or the one that is usual. */
    public int portOrUsual() {
        return port != null ? port : tls == Tls.IMPLICIT ? 993 : 143;
    }
}

package dongtin.ingest.raw;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits on messages, whichever way they come.
 *
 * @param maxBody the largest message taken, up to 16 MB: with what is read out of it, it is to fit the topics
 * @param maxItems how many items a message may hold
 */
@Validated
@ConfigurationProperties(prefix = "dongtin.ingest.intake", ignoreUnknownFields = false)
public record IntakeProperties(
        @DefaultValue("8MB") DataSize maxBody,
        @DefaultValue("2000") @Positive int maxItems) {

    private static final DataSize LARGEST = DataSize.ofMegabytes(16);

    public IntakeProperties {
        if (maxBody.toBytes() < 1 || maxBody.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "dongtin.ingest.intake.max-body is %s, not between 1B and %s".formatted(maxBody, LARGEST));
        }
    }
}

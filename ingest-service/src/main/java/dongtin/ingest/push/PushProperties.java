package dongtin.ingest.push;

import dongtin.ingest.feed.SettingRefused;
import dongtin.ingest.raw.IntakeProperties;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits on pushes, of all feeds together.
 *
 * @param inFlight bytes of bodies in memory at once; at least six times the largest message
 * @param bodyTimeout how long a sender may take for a body
 * @param keepAnswers how long a push with an {@code Idempotency-Key} is answered as it was the first time
 */
@Validated
@ConfigurationProperties(prefix = "dongtin.ingest.push", ignoreUnknownFields = false)
record PushProperties(
        @DefaultValue("48MB") DataSize inFlight,
        @DefaultValue("60s") Duration bodyTimeout,
        @DefaultValue("24h") Duration keepAnswers) {

    /** Half is for senders not known yet, a quarter of it for small ones, and one message may be there coded and inflated. */
    private static final int MESSAGES = 6;

    PushProperties {
        positive("body-timeout", bodyTimeout);
        positive("keep-answers", keepAnswers);
    }

    /**
     * The bytes of bodies in flight.
     *
     * @throws SettingRefused if the largest message would not fit
     */
    long inFlightFor(IntakeProperties intake) {
        if (inFlight.toBytes() / MESSAGES < intake.maxBody().toBytes()) {
            throw new SettingRefused(
                    "dongtin.ingest.push.in-flight is %s, less than %d messages of dongtin.ingest.intake.max-body %s"
                            .formatted(inFlight, MESSAGES, intake.maxBody()));
        }
        return inFlight.toBytes();
    }

    private static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("dongtin.ingest.push.%s is %s, not positive".formatted(name, duration));
        }
    }
}

package dongtin.ingest.raw;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the topics are made that this service writes to. A topic that is there already keeps what it has; only partitions
 * are added.
 *
 * @param partitions how many enrich-services, or ingest-services with polled feeds, can share the work
 * @param maxMessage the largest message a topic takes
 * @param keepRaw how long raw items stay; originals stay for ever, so that a mended parser can read them again
 */
@Validated
@ConfigurationProperties(prefix = "dongtin.ingest.topics", ignoreUnknownFields = false)
record TopicProperties(
        @DefaultValue("6") @Positive int partitions,
        @DefaultValue("32MB") DataSize maxMessage,
        @DefaultValue("30d") Duration keepRaw) {}

package dongtin.index.write;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topics, where they do not exist yet.
 *
 * @param partitions of each; the most instances and threads that can share the work
 * @param replicas of each partition; -1 for the broker's own default
 */
@Validated
@ConfigurationProperties("dongtin.index.topics")
record TopicProperties(
        @DefaultValue("6") @Min(1) int partitions,
        @DefaultValue("-1") @Min(-1) short replicas) {}

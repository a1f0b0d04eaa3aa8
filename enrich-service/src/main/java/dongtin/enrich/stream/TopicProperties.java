package dongtin.enrich.stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the topics are made that this service writes to. A topic that is there already keeps what it has; only partitions are
 * added.
 *
 * @param partitions how many index-services can share the work
 * @param maxMessage the largest message a topic takes
 */
@ConfigurationProperties("dongtin.enrich.topics")
record TopicProperties(
        @DefaultValue("6") int partitions,
        @DefaultValue("32MB") DataSize maxMessage) {}

package dongtin.index.write;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the index is written.
 *
 * @param concurrency threads that read and write, each with one bulk request in flight
 * @param bulkSize a bulk request is sent when it has so many bytes; a single larger document goes alone
 * @param bulkCount a bulk request is sent when it has so many documents
 * @param held bytes of the messages that all threads together have in hand; a larger single one is handled alone
 * @param firstWait before a batch is tried again that Elasticsearch could not take
 * @param longestWait where the doubling of the waits ends
 */
@Validated
@ConfigurationProperties("dongtin.index.write")
record WriteProperties(
        @DefaultValue("2") @Min(1) @Max(64) int concurrency,
        @DefaultValue("8MB") DataSize bulkSize,
        @DefaultValue("500") @Min(1) int bulkCount,
        @DefaultValue("32MB") DataSize held,
        @DefaultValue("1s") Duration firstWait,
        @DefaultValue("3s") Duration longestWait) {

    WriteProperties {
        if (held.toMegabytes() < 1 || held.toGigabytes() > 1_000) {
            throw new IllegalArgumentException(
                    "dongtin.index.write.held takes from 1MB to 1000GB, not %d bytes".formatted(held.toBytes()));
        }
    }
}

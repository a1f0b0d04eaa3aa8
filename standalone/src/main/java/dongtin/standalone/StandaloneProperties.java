package dongtin.standalone;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What {@code standalone} is started with.
 *
 * @param data the directory that everything kept between starts is in
 * @param stopWithParent whether to stop when the process that started this one is gone: set where Maven starts it
 */
@Validated
@ConfigurationProperties("dongtin.standalone")
record StandaloneProperties(
        @DefaultValue("data") Path data,
        @DefaultValue @Valid Desk desk,
        @DefaultValue @Valid Ingest ingest,
        @DefaultValue @Valid Enrich enrich,
        @DefaultValue @Valid Index index,
        @DefaultValue @Valid Kafka kafka,
        @DefaultValue @Valid Elasticsearch elasticsearch,
        @DefaultValue("false") boolean stopWithParent) {

    StandaloneProperties {
        data = data.toAbsolutePath().normalize();
    }

    /** The web page and the query API. */
    record Desk(@DefaultValue("8080") @Min(0) @Max(65_535) int port) {}

    /** Where feeds push to. */
    record Ingest(@DefaultValue("8081") @Min(0) @Max(65_535) int port) {}

    /** Management of enrich-service. */
    record Enrich(@DefaultValue("8082") @Min(0) @Max(65_535) int port) {}

    /** Management of index-service. */
    record Index(@DefaultValue("8083") @Min(0) @Max(65_535) int port) {}

    /** The broker. */
    record Kafka(@DefaultValue("9092") @Min(0) @Max(65_535) int port) {}

    /** The node, and the limit of its heap. */
    record Elasticsearch(
            @DefaultValue("9200") @Min(0) @Max(65_535) int port,
            @DefaultValue("512MB") DataSize heap) {}
}

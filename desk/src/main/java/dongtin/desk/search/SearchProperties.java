package dongtin.desk.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How results are given.
 *
 * @param pageSize articles on a page
 */
@Validated
@ConfigurationProperties("dongtin.desk.search")
record SearchProperties(
        @DefaultValue("20") @Min(1) @Max(100) int pageSize) {}

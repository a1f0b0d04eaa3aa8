package dongtin.enrich.stream;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How tagging is done.
 *
 * @param knowledge a newsroom's own knowledge files, laid over the packaged ones of the same name
 */
@ConfigurationProperties("dongtin.enrich")
record TaggingProperties(@Nullable Path knowledge) {}

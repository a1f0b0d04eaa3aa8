package dongtin.ingest.push;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on what is pushed.
 *
 * @param maxBody the largest message taken
 */
@ConfigurationProperties("dongtin.ingest.push")
record PushProperties(@DefaultValue("8MB") DataSize maxBody) {}

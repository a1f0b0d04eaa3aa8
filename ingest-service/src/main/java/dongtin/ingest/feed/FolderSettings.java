package dongtin.ingest.feed;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A folder of this machine into which a feed's messages are dropped, a file each.
 *
 * @param directory the folder; what was taken goes to {@code done/} in it, what can not be to {@code rejected/}
 * @param subfolders whether files in folders below it are taken too
 * @param settledAfter how long a file must keep its size and time of change before it is taken
 * @param every how long to wait between two looks
 */
public record FolderSettings(
        @NotNull Path directory,
        @DefaultValue("false") boolean subfolders,
        @DefaultValue("5s") @DurationMin(millis = 0) Duration settledAfter,
        @DefaultValue("2s") @DurationMin(millis = 10) Duration every) {}

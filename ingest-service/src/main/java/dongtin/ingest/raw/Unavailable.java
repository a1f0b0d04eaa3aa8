package dongtin.ingest.raw;

import org.jspecify.annotations.Nullable;

/** It is not certain that a message was published; whoever has it keeps it and sends it again. */
public final class Unavailable extends RuntimeException {

    public Unavailable(String reason) {
        super(reason);
    }

    public Unavailable(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}

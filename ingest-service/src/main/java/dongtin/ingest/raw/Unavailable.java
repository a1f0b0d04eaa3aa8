package dongtin.ingest.raw;

import dongtin.message.LoggedReason;
import org.jspecify.annotations.Nullable;

/** It is not certain that a message was published; whoever has it keeps it and sends it again. */
public final class Unavailable extends RuntimeException {

    public Unavailable(String reason) {
        super(reason);
    }

    public Unavailable(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /** Why, in one line of a log: the first cause is what says something, as that a time ran out. */
    public String logged() {
        Throwable first = this;
        for (Throwable next = first.getCause(); next != null; next = next.getCause()) {
            first = next;
        }
        return first == this
                ? LoggedReason.of(String.valueOf(getMessage()))
                : LoggedReason.of(getMessage() + ": " + first);
    }
}

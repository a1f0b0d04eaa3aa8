package dongtin.operator.console;

import org.jspecify.annotations.Nullable;

/** Why something can not be done, in a sentence for the operator: the broker or the index is away, or says no. */
public final class Trouble extends RuntimeException {

    public Trouble(String reason) {
        super(reason);
    }

    public Trouble(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}

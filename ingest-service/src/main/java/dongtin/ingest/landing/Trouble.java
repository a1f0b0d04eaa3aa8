package dongtin.ingest.landing;

import org.jspecify.annotations.Nullable;

/** A place can not be read or changed for now; the message says why, and which setting names the place. */
public final class Trouble extends Exception {

    public Trouble(String message) {
        super(message);
    }

    /** Trouble with its cause, whose own words end the message. */
    public Trouble(String message, @Nullable Throwable cause) {
        super(withCause(message, cause), cause);
    }

    /** What went wrong in one line: of a chain of causes, the innermost says it best. */
    public static String withCause(String message, @Nullable Throwable cause) {
        if (cause == null) {
            return message;
        }
        Throwable innermost = cause;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String said = innermost.getMessage();
        String kind = innermost.getClass().getSimpleName();
        return message + ": " + Printable.of(said == null ? kind : kind + ", " + said);
    }
}

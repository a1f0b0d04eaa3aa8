package dongtin.ingest.raw;

/** It is not certain that a message was published; whoever has it keeps it and sends it again. */
public final class Unavailable extends RuntimeException {

    public Unavailable(String reason) {
        super(reason);
    }

    public Unavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}

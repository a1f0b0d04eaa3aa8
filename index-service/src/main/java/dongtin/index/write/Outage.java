package dongtin.index.write;

/** Something that is needed is away or busy: the batch is kept, and delivered again after a while. */
final class Outage extends RuntimeException {

    Outage(String reason) {
        super(reason);
    }

    Outage(String reason, Throwable cause) {
        super(reason, cause);
    }
}

package dongtin.ingest.feed;

/** A setting that keeps the service from starting; the message names its key and what is expected. */
public final class SettingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message begins with the whole key, and holds no secret
     */
    public SettingRefused(String message) {
        super(message);
    }
}

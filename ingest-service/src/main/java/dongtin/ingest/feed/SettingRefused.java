package dongtin.ingest.feed;

/** A setting that keeps the service from starting; the message names its key and what is expected. */
final class SettingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingRefused(String message) {
        super(message);
    }
}

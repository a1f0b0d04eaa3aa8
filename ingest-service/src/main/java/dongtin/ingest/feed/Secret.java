package dongtin.ingest.feed;

/** A password in the settings, best given as {@code ${NAME_OF_A_VARIABLE}}; it is never printed. */
public record Secret(String value) {

    /** For the binding of settings. */
    public static Secret valueOf(String value) {
        return new Secret(value);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
